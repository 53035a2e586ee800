// SPDX-License-Identifier: MIT
// Where a statement comes from: document, section, date, and the clause in our words, in the language of the page.
import type { ClauseRef, SourceRef } from "../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../i18n.ts";

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

/** Further reading, with a link where it is safe to open one. Links leave Trellis, so the address is shown. */
export function FurtherSources({ sources }: { sources: readonly SourceRef[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <p>
            <Source source={source} />
          </p>
        </li>
      ))}
    </ul>
  );
}

const trustWords = { A: "source.trust_A", B: "source.trust_B", C: "source.trust_C" } as const;

export function Source({ source }: { source: SourceRef }) {
  return (
    <>
      {source.url ? (
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {source.what}
        </a>
      ) : (
        source.what
      )}{" "}
      <span class="soft">({t(trustWords[source.trust])})</span>
    </>
  );
}
