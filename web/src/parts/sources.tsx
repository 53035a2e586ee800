// SPDX-License-Identifier: MIT
// Where a statement comes from: document, section, date, and the clause in our words, in the language of the page.
import { useId } from "preact/hooks";
import type { ClauseRef, SourceRef } from "../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../i18n.ts";
import { CopyButton } from "./copy-button.tsx";

export function Clauses({ clauses }: { clauses: readonly ClauseRef[] }) {
  return (
    <ul class="sources">
      {clauses.map((clause) => (
        <li key={clause.id}>
          <p>{clause.text}</p>
          <p class="source-line">
            <cite>{clause.document}</cite>
            <span>{t("source.section", { section: clause.section })}</span>
            <span>
              {clause.published
                ? t("source.date", { date: formatDate(clause.published) })
                : t("source.undated")}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Further reading. */
export function FurtherSources({ sources }: { sources: readonly SourceRef[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <Source source={source} />
        </li>
      ))}
    </ul>
  );
}

const trustWords = { A: "source.trust_A", B: "source.trust_B", C: "source.trust_C" } as const;

/** The address is copied and not opened: Trellis contacts nobody, and its policy lets no page go elsewhere. */
export function Source({ source }: { source: SourceRef }) {
  const id = useId();
  return (
    <>
      <p id={id}>
        {source.what} <span class="soft">({t(trustWords[source.trust])})</span>
      </p>
      {source.url && (
        <CopyButton text={source.url} words={t("source.copy")} describedBy={id} quiet />
      )}
    </>
  );
}
