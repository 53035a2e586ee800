// SPDX-License-Identifier: MIT
// Content of others from a file: opened, looked over, told what is in it, then used or left; and taken away again.
// A file with a problem changes nothing.
import { useSignal } from "@preact/signals";
import type { Pack, PackProblem } from "../../../../wasm/src/api.gen.ts";
import { failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { saving } from "../../entries.ts";
import { formatNumber, locale, t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { FilePicker } from "../../parts/file-picker.tsx";
import { Fold } from "../../parts/fold.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { BackLink } from "./back-link.tsx";
import { mayKeep } from "./kept.ts";
import { langOf, PackMark, PackSection } from "./pack-rows.tsx";
import { checkPack, keepPack, removePack, usePacks } from "./packs.ts";
import type { Checked, LoadedPack } from "./packs.ts";
import { rowsOf, sections } from "./sections.ts";
import type { SectionName } from "./sections.ts";

interface Opened extends Checked {
  text: string;
}

export function PacksPage() {
  const opened = useSignal<Opened | null>(null);
  const failed = useSignal<FailureText | null>(null);
  const save = useSignal<State>({ kind: "idle" });
  const { packs, failure } = usePacks();
  const look = async (text: string) => {
    opened.value = failed.value = null;
    save.value = { kind: "idle" };
    try {
      opened.value = { ...(await checkPack(text)), text };
    } catch (error) {
      failed.value = failureOf(error);
    }
  };
  const take = async (pack: Pack, text: string) => {
    if (await saving(save, () => keepPack(pack, text))) opened.value = null;
  };
  return (
    <>
      <BackLink />
      <PageHeading page={t("packs.title")}>{t("packs.title")}</PageHeading>
      <p class="lead">{t("packs.lead")}</p>
      <div class="result">
        <section class="stack">
          <p>{t("packs.how")}</p>
          <FilePicker words={t("packs.open")} next="packs.file_next" onText={look} />
          <p class="hint">{t(mayKeep() ? "packs.kept" : "packs.not_kept")}</p>
        </section>
        {[failed.value, failure].map((one) => one && <Failure key={one.code} failure={one} />)}
        {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
        <SaveState save={save.value} />
        {opened.value && (
          <OpenedFile
            file={opened.value}
            isNewer={packs.some(({ pack }) => pack?.id === opened.value?.pack?.id)}
            onUse={take}
            onLeave={() => (opened.value = null)}
          />
        )}
        {packs.length > 0 && (
          <section aria-labelledby="packs-title">
            <h2 id="packs-title">{t("packs.loaded")}</h2>
            {packs.map((one) => (
              <LoadedFile key={one.seriesId} one={one} />
            ))}
          </section>
        )}
        <UndoNotice />
      </div>
    </>
  );
}

interface OpenedProps {
  file: Opened;
  isNewer: boolean;
  onUse: (pack: Pack, text: string) => Promise<void>;
  onLeave: () => void;
}

function OpenedFile({ file, isNewer, onUse, onLeave }: OpenedProps) {
  const { pack } = file;
  if (!pack) return <Problems checked={file} />;
  return (
    <section class="card hero-card" aria-label={t("packs.found")}>
      <p role="status">{t("packs.found")}</p>
      <PackMark pack={pack} />
      <Contents pack={pack} />
      {isNewer && <p class="hint">{t("packs.replaces")}</p>}
      <div class="actions">
        <button type="button" class="button primary" onClick={() => void onUse(pack, file.text)}>
          {t("packs.use")}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t("packs.leave")}
        </button>
      </div>
    </section>
  );
}

function LoadedFile({ one }: { one: LoadedPack }) {
  const { failure, pack, seriesId, text } = one;
  const away = () =>
    doWithUndo(
      "packs.removed",
      () => removePack(seriesId),
      async () => {
        if (pack) await keepPack(pack, text);
      },
    );
  return (
    <section class="card" aria-label={pack?.name ?? seriesId}>
      {failure && <Failure failure={failure} />}
      {pack ? (
        <>
          <PackMark pack={pack} />
          <Contents pack={pack} />
        </>
      ) : (
        !failure && <Problems checked={one} />
      )}
      <div class="actions">
        <button type="button" class="link-button" onClick={() => void away()}>
          {t("packs.remove")}
        </button>
      </div>
    </section>
  );
}

/** What is in a pack, by section, with roles and sources, and what the app does not use. */
function Contents({ pack }: { pack: Pack }) {
  const names = (Object.keys(sections) as SectionName[]).filter(
    (name) => rowsOf(pack.sections, name).length > 0,
  );
  return (
    <>
      {names.map((name) => (
        <Fold
          key={name}
          summary={countOf(t(sections[name].title), rowsOf(pack.sections, name).length)}
        >
          <PackSection pack={pack} section={name} />
        </Fold>
      ))}
      {pack.roles.length > 0 && (
        <Fold summary={countOf(t("packs.roles"), pack.roles.length)}>
          <Roles pack={pack} />
        </Fold>
      )}
      {pack.sources.length > 0 && (
        <Fold summary={countOf(t("source.title"), pack.sources.length)}>
          <ul lang={langOf(pack)}>
            {pack.sources.map(({ id, what }) => (
              <li key={id}>{what}</li>
            ))}
          </ul>
        </Fold>
      )}
      {pack.unused.length > 0 && (
        <p class="hint">{t("packs.unused", { files: pack.unused.join(", ") })}</p>
      )}
      <p class="hint">{t("packs.theirs")}</p>
    </>
  );
}

const countOf = (words: string, count: number) => `${words} (${formatNumber(count)})`;

function Roles({ pack }: { pack: Pack }) {
  return (
    <div class="stack" lang={langOf(pack)}>
      {pack.roles.map((role) => (
        <article key={role.id} class="stack">
          <h3>{role.name}</h3>
          <p>{role.purpose}</p>
          <ul>
            {role.facts.map((fact) => (
              <li key={fact.text}>
                {fact.text} <cite>{fact.source.what}</cite>{" "}
                {!fact.verified && (
                  <span class="badge tone-depends" lang={langOf(pack) && locale.value}>
                    {t("role.not_verified")}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </div>
  );
}

/** So many problems help; with more, the first ones are mended first. */
const shownFirst = 8;

function Problems({ checked: { problems, idProblems } }: { checked: Checked }) {
  const count = problems.length + idProblems.length;
  return (
    <div class="notice warm" role="alert">
      <h2 class="small-heading">{t("packs.bad")}</h2>
      <p>{t("packs.bad_text")}</p>
      <ul>
        {problems.slice(0, shownFirst).map((problem) => (
          <li key={JSON.stringify(problem)}>
            {problem.file !== "" && <b>{problem.file}: </b>}
            {problem.row > 0 && `${t("packs.row", { row: problem.row })} · `}
            {problem.key !== "" && <code>{problem.key}</code>} {t(`packs.wrong_${problem.wrong}`)}
          </li>
        ))}
        {idProblems.map(({ what, where }) => (
          <li key={where}>
            {where !== "" && <code>{where}</code>} {t(wordsOf(what))}
          </li>
        ))}
      </ul>
      {count > shownFirst && <p>{t("work.rest", { count: count - shownFirst })}</p>}
    </div>
  );
}

const idWords: Readonly<Record<PackProblem["what"], TextKey>> = {
  "content.too_long": "packs.wrong_long",
  "content.not_json": "packs.wrong_json",
  "content.missing_field": "packs.wrong_missing",
  "content.wrong_type": "packs.wrong_kind",
  "content.unknown_key": "packs.wrong_unknown",
  "content.unknown_id": "packs.wrong_id",
  "content.duplicate_id": "packs.wrong_twice",
};

/** A file may be wrong in a way that only a later core tells of. */
const wordsOf = (what: PackProblem["what"]): TextKey => idWords[what] ?? "packs.wrong_other";
