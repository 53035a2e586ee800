// SPDX-License-Identifier: MIT
// Where a statement of the library comes from: how far it holds, since when, whether it was verified, and its sources.
import type { ClauseRef, SourceRef } from "../../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Clauses, FurtherSources } from "../../parts/sources.tsx";
import type { Grounded } from "./sections.ts";

interface Props {
  row: Grounded;
  clauses: readonly ClauseRef[];
  sources: readonly SourceRef[];
}

const places: Readonly<Record<string, TextKey>> = {
  "US-MA": "learn.place_ma",
  US: "learn.place_us",
};

/** How far a statement holds, in words. */
export function placeOf({ jurisdiction }: Grounded): string {
  if (jurisdiction === undefined) return t("learn.place_any");
  const known = places[jurisdiction];
  return known ? t(known) : jurisdiction;
}

export function Grounds({ row, clauses, sources }: Props) {
  if (clauses.length + sources.length === 0 && row.as_of === undefined) return null;
  return (
    <section aria-labelledby="grounds-title">
      <h2 id="grounds-title">{t("source.title")}</h2>
      {row.as_of && (
        <p class="source-line">
          <span>{t("role.fact_as_of", { date: formatDate(row.as_of) })}</span>
          <span>{placeOf(row)}</span>
        </p>
      )}
      {row.verified === false && <NotVerified />}
      {clauses.length > 0 && <Clauses clauses={clauses} />}
      {sources.length > 0 && (
        <>
          <h3>{t("source.further")}</h3>
          <FurtherSources sources={sources} />
        </>
      )}
    </section>
  );
}

export function NotVerified() {
  return (
    <p>
      <span class="badge tone-depends">{t("role.not_verified")}</span>{" "}
      {t("learn.not_verified_text")}
    </p>
  );
}
