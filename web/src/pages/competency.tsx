// SPDX-License-Identifier: MIT
// One competency on one screen: levels, opt-outs, note. Answers are kept as they are given; nothing has to be sent off.
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
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

export default function CompetencyPage(props: CompetencyPageProps) {
  const { competencyId, form, wider } = props;
  const early = form || wider ? undefined : earlyPlaceOf(competencyId);
  if (!early) return <FromFramework {...props} />;
  return <Question {...props} {...early} sources={<FrameworkClauses of={competencyId} />} />;
}

function FromFramework(props: CompetencyPageProps) {
  const { competencyId, form, wider } = props;
  const reading = useReading("get_framework", {});
  const framework = wider ?? (reading.state === "ready" ? reading.value.framework : undefined);
  const place = framework && placeOf(framework, competencyId, form);
  const sources = <Clauses clauses={place?.competency.clauses ?? []} />;
  const pending =
    reading.state === "failed" ? (
      <Failure failure={reading.failure} retry={reading.retry} />
    ) : (
      <Loading />
    );
  return (
    <Question {...props} place={place} levels={framework?.levels} sources={sources}>
      {place ? props.children : framework ? <p>{t("competency.unknown")}</p> : pending}
    </Question>
  );
}

/** Reads for itself, so that a question that is here before the core is not drawn again when the core has come. */
function FrameworkClauses({ of }: { of: string }) {
  const reading = useReading("get_framework", {});
  if (reading.state === "failed")
    return <Failure failure={reading.failure} retry={reading.retry} />;
  const competency = reading.value?.framework.competencies.find(({ id }) => id === of);
  return competency ? <Clauses clauses={competency.clauses} /> : <Loading />;
}

interface QuestionProps extends CompetencyPageProps {
  place: Place | undefined;
  levels: readonly Level[] | undefined;
  /** Where the item comes from. */
  sources: ComponentChildren;
}

function Question({
  place,
  levels,
  sources,
  pageOf = anyPageOf,
  end = { name: "results" },
  children,
}: QuestionProps) {
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
      <PageHeading page={place ? named(place.competency) : t("competencies.page")}>
        {place ? (
          <>
            <span class="item-number">{place.competency.id}</span> {place.competency.name}
          </>
        ) : (
          t("competencies.title")
        )}
      </PageHeading>
      {levels && place ? (
        <Item place={place} levels={levels} pageOf={pageOf} end={end} sources={sources}>
          {children}
        </Item>
      ) : (
        children
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
  sources: ComponentChildren;
  children: ComponentChildren;
}

function Item({ place, levels, pageOf, end, sources, children }: ItemProps) {
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
        <Reasons why={competency.why}>{sources}</Reasons>
      )}
      <Steps next={place.next && pageOf(place.next.id)} end={end} keeper={keeper} />
    </div>
  );
}

/** Made when it is first unfolded: it is read seldom, and the first date that a browser writes takes it long. */
function Reasons({ why, children }: { why: string; children: ComponentChildren }) {
  const isWanted = useSignal(false);
  return (
    <Fold summary={t("competency.why")} onToggle={() => (isWanted.value = true)}>
      {isWanted.value && (
        <div class="stack">
          <p>
            <Worded text={why} />
          </p>
          <h2 class="small-heading">{t("competency.sources")}</h2>
          {children}
        </div>
      )}
    </Fold>
  );
}

function NotSaved({ keeper }: { keeper: Keeper }) {
  const failure = useComputed(() => {
    const save = keeper.save.value;
    return save.kind === "failed" ? save.failure : null;
  }).value;
  return failure && <Failure failure={failure} retry={() => void keeper.retry()} />;
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
  const isNeeded = useComputed(() => note.value !== "" && chosen.value === null).value;
  return isNeeded && <p class="hint">{t("competency.note_needs_answer")}</p>;
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

/** The choice is drawn first. The line follows a frame later, when the answer is mostly kept already. */
function KeptOrNot({ keeper }: { keeper: Keeper }) {
  const shown = useSignal(keeper.save.peek());
  useSignalEffect(() => {
    const save = keeper.save.value;
    if (save.kind !== "idle") {
      shown.value = save;
      return;
    }
    let after: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => (shown.value = save));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    };
  });
  return <SaveState save={shown.value} />;
}

const named = ({ id, name }: { id: string; name: string }) => `${id} ${name}`;
