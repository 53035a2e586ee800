// SPDX-License-Identifier: MIT
// One competency on one screen: levels, opt-outs, note. Answers are kept as they are given; nothing has to be sent off.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Framework, Level } from "../../../wasm/src/api.gen.ts";
import { placeOf } from "../framework.ts";
import type { Place } from "../framework.ts";
import { loadWords, t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { LevelPicker } from "../parts/level-picker.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { SaveState } from "../parts/save-state.tsx";
import { Clauses } from "../parts/sources.tsx";
import { Worded } from "../parts/worded.tsx";
import { earlyPlaceOf } from "../questions.ts";
import { keeperOf } from "../ratings.ts";
import type { Keeper } from "../ratings.ts";
import { useReading } from "../reading.ts";
import { hrefOf } from "../router.ts";
import type { Page } from "../router.ts";
import { Fold } from "../parts/fold.tsx";

interface CompetencyPageProps {
  competencyId: string;
  /** The items to go through, in order; all where none are given. */
  form?: readonly { id: string }[];
  /** Where an item of this form is, and the overview of them. */
  pageOf?: (competencyId?: string) => Page;
  /** Where the last item leads. */
  end?: Page;
  /** The framework for everybody where none is given. */
  wider?: Framework;
  /** Stands below the levels. */
  children?: ComponentChildren;
}

export default function CompetencyPage({
  competencyId,
  form,
  pageOf = anyPageOf,
  end = { name: "results" },
  wider,
  children,
}: CompetencyPageProps) {
  const reading = useReading("get_framework", {});
  const framework = wider ?? (reading.state === "ready" ? reading.value.framework : undefined);
  const early = framework || form ? undefined : earlyPlaceOf(competencyId);
  const place = framework ? placeOf(framework, competencyId, form) : early?.place;
  const levels = framework?.levels ?? early?.levels;
  return (
    <>
      <div class="crumb">
        {place?.previous && (
          <a
            class="square"
            rel="prev"
            aria-label={t("competency.previous")}
            href={hrefOf(pageOf(place.previous.id))}
          >
            <Icon name="back" />
          </a>
        )}
        <span class="grow">
          {place && t("competency.position", { position: place.position, total: place.total })}
        </span>
        <a href={hrefOf(pageOf())}>{t("competency.overview")}</a>
      </div>
      {place && <p class="soft">{place.domainName}</p>}
      <PageHeading page={t("competencies.page")}>
        {place ? (
          <>
            <span class="item-number">{place.competency.id}</span> {place.competency.name}
          </>
        ) : (
          t("competencies.title")
        )}
      </PageHeading>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && !place && <Loading />}
      {framework && !place && <p>{t("competency.unknown")}</p>}
      {levels && place && (
        <Item place={place} levels={levels} pageOf={pageOf} end={end} isWhole={!!framework}>
          {children}
        </Item>
      )}
    </>
  );
}

/** An item where everybody finds it, or the overview. */
export function anyPageOf(competencyId?: string): Page {
  return competencyId ? { name: "competency", competencyId } : { name: "competencies" };
}

interface ItemProps {
  place: Place;
  levels: readonly Level[];
  pageOf: (competencyId?: string) => Page;
  end: Page;
  /** False while the sources are on their way. */
  isWhole: boolean;
  children: ComponentChildren;
}

function Item({ place, levels, pageOf, end, isWhole, children }: ItemProps) {
  const { competency } = place;
  const keeper = keeperOf(competency.id);
  useEffect(() => () => void keeper.flush(), [keeper]);
  return (
    <div class="stack item">
      <NotSaved keeper={keeper} />
      <LevelPicker
        competency={competency}
        levels={levels}
        chosen={keeper.chosen}
        onChoose={(answer, level, soon) => keeper.choose(answer, level, soon)}
      />
      {children}
      <Note keeper={keeper} evidence={competency.evidence} />
      {/* A program may give no reasons. */}
      {(competency.why || competency.clauses.length > 0) && (
        <Fold summary={t("competency.why")}>
          <div class="stack">
            <p>
              <Worded text={competency.why} />
            </p>
            <h2 class="small-heading">{t("competency.sources")}</h2>
            {isWhole ? <Clauses clauses={competency.clauses} /> : <Loading />}
          </div>
        </Fold>
      )}
      <Steps next={place.next && pageOf(place.next.id)} end={end} keeper={keeper} />
    </div>
  );
}

function NotSaved({ keeper }: { keeper: Keeper }) {
  const save = keeper.save.value;
  if (save.kind !== "failed") return null;
  return <Failure failure={save.failure} retry={() => void keeper.retry()} />;
}

/** Says gently when a note seems to point to a person; fetched when a note is begun. */
const loadHint = () => Promise.all([import("./growth/note-hint.tsx"), loadWords("growth")]);
type Hint = Awaited<ReturnType<typeof loadHint>>[0]["NoteHint"];

function Note({ keeper, evidence }: { keeper: Keeper; evidence: string }) {
  const hint = useSignal<Hint | null>(null);
  const begin = () =>
    loadHint().then(
      ([module]) => (hint.value = module.NoteHint),
      () => undefined, // without it a note is kept just as well
    );
  return (
    <div>
      <label class="label" for="note">
        {t("competency.note_label")}
      </label>
      <p class="hint" id="note-hint">
        {t("competency.note_hint", { evidence })}
      </p>
      <textarea
        id="note"
        rows={2}
        value={keeper.note}
        onInput={(event) => keeper.write(event.currentTarget.value)}
        onFocus={begin}
        onBlur={() => void keeper.flush()}
        aria-describedby="note-hint"
        autocomplete="off"
        spellcheck={false}
      />
      <NeedsAnswer keeper={keeper} />
      {hint.value && <Looked keeper={keeper} Hint={hint.value} />}
    </div>
  );
}

function Looked({ keeper, Hint }: { keeper: Keeper; Hint: Hint }) {
  return <Hint text={keeper.note.value} />;
}

function NeedsAnswer({ keeper: { note, chosen } }: { keeper: Keeper }) {
  if (note.value === "" || chosen.value !== null) return null;
  return <p class="hint">{t("competency.note_needs_answer")}</p>;
}

/** Stays in view above the navigation: whether the answer is kept and the way on are under the thumb. */
function Steps({ next, end, keeper }: { next: Page | undefined; end: Page; keeper: Keeper }) {
  return (
    <div class="steps">
      <KeptOrNot keeper={keeper} />
      <a class="button primary" rel="next" href={hrefOf(next ?? end)}>
        {next ? t("competency.next") : t("competency.finish")}
        <Icon name="forward" />
      </a>
    </div>
  );
}

function KeptOrNot({ keeper }: { keeper: Keeper }) {
  return <SaveState save={keeper.save.value} />;
}
