// SPDX-License-Identifier: MIT
// Rows of content packs beside ours: always with the pack's name, place and date, and that they came from a file.
import type { Pack } from "../../../../wasm/src/api.gen.ts";
import { formatDate, locale, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Clauses } from "../../parts/sources.tsx";
import { usePacks } from "./packs.ts";
import { rowsOf, sections } from "./sections.ts";
import type { Grounded, RowOf, Section, SectionName } from "./sections.ts";
import { SourceNames } from "./source-names.tsx";

/** What the packs that are loaded say in a section; nothing where they say nothing. */
export function PackRows({ section }: { section: SectionName }) {
  const { packs } = usePacks();
  const failure = packs.find((one) => one.failure)?.failure;
  return (
    <>
      {failure && <Failure failure={failure} />}
      {packs.map(({ pack }) =>
        pack && rowsOf(pack.sections, section).length > 0 ? (
          <section key={pack.id} class="card" aria-label={pack.name}>
            <PackMark pack={pack} />
            <PackSection pack={pack} section={section} />
          </section>
        ) : null,
      )}
    </>
  );
}

/** Whose words these are. */
export function PackMark({ pack }: { pack: Pack }) {
  return (
    <div class="stack">
      <h2 class="small-heading" lang={langOf(pack)}>
        {pack.name}
      </h2>
      <p class="source-line">
        <span class="badge tone-depends">{t("packs.from_file")}</span>
        {pack.jurisdiction !== "" && <span>{pack.jurisdiction}</span>}
        <span>{t("role.fact_as_of", { date: formatDate(pack.as_of) })}</span>
      </p>
    </div>
  );
}

/** Marks words in another language than the page's; undefined where they are in the same. */
export function langOf({ language }: Pack): string | undefined {
  return language === locale.value ? undefined : language;
}

interface SectionProps<S extends SectionName> {
  pack: Pack;
  section: S;
}

export function PackSection<S extends SectionName>({ pack, section }: SectionProps<S>) {
  const { nameOf }: Section<S> = sections[section];
  return (
    <ul class="rows" lang={langOf(pack)}>
      {rowsOf(pack.sections, section).map((row) => (
        <li key={row.id}>
          <Fold summary={nameOf(row)}>
            <div class="stack">
              <Texts row={row} />
              <div lang={langOf(pack) && locale.value}>
                <SourceNames row={row as Grounded} sources={pack.sections.sources} />
                <Clauses clauses={clausesOf(row, pack)} />
              </div>
            </div>
          </Fold>
        </li>
      ))}
    </ul>
  );
}

const clausesOf = ({ clauses }: Grounded, pack: Pack) =>
  pack.sections.clauses.filter(({ id }) => clauses?.includes(id));

/** Fields of a row in the order in which a person reads them; what else there is, is for programs. */
const textKeys = [
  "text",
  "statement",
  "does",
  "difference",
  "finding",
  "meaning",
  "strength",
  "known",
  "drift",
  "respond",
  "why",
  "what_trellis_does",
  "proof",
  "practice",
  "ask",
  "question",
  "feedback",
] as const;

function Texts<S extends SectionName>({ row }: { row: RowOf<S> }) {
  const fields: Readonly<Record<string, unknown>> = { ...row };
  const steps = fields["steps"];
  return (
    <>
      {textKeys.map((key) => {
        const text = fields[key];
        return typeof text === "string" && text !== "" ? <p key={key}>{text}</p> : null;
      })}
      {Array.isArray(steps) && (
        <ol>
          {steps.map((step) => (
            <li key={String(step)}>{String(step)}</li>
          ))}
        </ol>
      )}
    </>
  );
}
