// SPDX-License-Identifier: MIT
// The areas of a self-rating as a picture. For growth: the strongest comes first, and nobody is compared with anyone.
import type { ComponentChildren } from "preact";
import type { DomainResult } from "../../../wasm/src/api.gen.ts";
import { formatNumber, t } from "../i18n.ts";
import { BarChart } from "./chart-bars.tsx";
import { extremesOf, quoted } from "./chart-words.ts";
import type { Extremes } from "./chart-words.ts";

interface ProfileProps {
  domains: readonly DomainResult[];
  table: ComponentChildren;
}

const format = (level: number) => formatNumber(level, 1);

export function ProfileChart({ domains, table }: ProfileProps) {
  const rated = domains.filter(({ rated_count }) => rated_count > 0);
  const labels = rated.map(({ name }) => name);
  const values = rated.map(({ mean_level_tenths: tenths }) => (tenths ?? 0) / 10);
  const extremes = extremesOf(labels, values);
  if (!extremes) return <>{table}</>;
  return (
    <BarChart
      title={t("chart.profile")}
      sentence={said(extremes, domains.length)}
      labels={labels}
      series={[{ name: t("results.table_mean"), values }]}
      range={[0, 5]}
      format={format}
      labelHead={t("results.table_area")}
      table={table}
    />
  );
}

function said(extremes: Extremes, count: number): string {
  const open = count - extremes.known;
  const level = levelSaid(extremes);
  return open > 0 ? `${level} ${t("chart.profile_open", { count: open })}` : level;
}

function levelSaid({ high, most, low, least, known }: Extremes): string {
  const words = { high: quoted(...high), most: format(most) };
  if (known === 1) return t("chart.profile_one", words);
  if (most === least) return t("chart.profile_even", { most: format(most) });
  return t("chart.profile_said", { ...words, low: quoted(...low), least: format(least) });
}
