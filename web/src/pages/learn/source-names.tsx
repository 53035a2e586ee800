// SPDX-License-Identifier: MIT
// Since when a row holds, whether it was verified, and what its sources are called; its own page has them whole.
import type { SourceRef } from "../../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../../i18n.ts";
import { NotVerified, placeOf } from "./grounds.tsx";
import type { Grounded } from "./sections.ts";

export function SourceNames({ row, sources }: { row: Grounded; sources: readonly SourceRef[] }) {
  const named = sources.filter(({ id }) => row.sources?.includes(id));
  return (
    <>
      {row.verified === false && <NotVerified />}
      <p class="source-line">
        {row.as_of && <span>{t("role.fact_as_of", { date: formatDate(row.as_of) })}</span>}
        {row.as_of && <span>{placeOf(row)}</span>}
        {named.map(({ id, what }) => (
          <cite key={id}>{what}</cite>
        ))}
      </p>
    </>
  );
}
