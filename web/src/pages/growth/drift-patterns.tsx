// SPDX-License-Identifier: MIT
// Requests by month and by family, and what they say about the workplace. Never about the worker.
import type { FamilyPattern, StaffingFinding } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { formatDate, formatLocale, formatNumber, t } from "../../i18n.ts";
import { BarChart } from "../../parts/chart-bars.tsx";
import { extremesOf, quoted, shortListOf } from "../../parts/chart-words.ts";
import { ColumnChart } from "../../parts/chart.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { Clauses } from "../../parts/sources.tsx";
import { Table } from "../../parts/table.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { changes } from "../../entries.ts";

const monthsShown = 6;

export function DriftPatterns() {
  const reading = useReading("get_drift_patterns", { today: today() }, changes.value);
  if (reading.state !== "ready" || reading.value.families.length === 0) return null;
  const patterns = reading.value;
  return (
    <>
      <section aria-labelledby="patterns">
        <h2 id="patterns">{t("drift.patterns")}</h2>
        <Months families={patterns.families} />
        <Families families={patterns.families} />
      </section>
      <Staffing findings={patterns.staffing} />
      <PrintButton />
      <a class="button" href={hrefOf({ name: "grow", view: "agenda" })}>
        {t("drift.to_agenda")}
      </a>
    </>
  );
}

function Months({ families }: { families: readonly FamilyPattern[] }) {
  const months = lastMonths(today().slice(0, 7));
  const counts = months.map((month) =>
    families
      .flatMap((family) => family.months)
      .filter((each) => each.month === month)
      .reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <ColumnChart
      title={t("drift.months")}
      sentence={monthsSaid(months, counts)}
      labels={months.map((month) => monthName(month))}
      ticks={months.map((month) => monthName(month, "short"))}
      series={[{ name: t("drift.count"), values: counts }]}
      range={[0, Math.max(4, ...counts)]}
      format={(value) => formatNumber(value)}
      labelHead={t("drift.month")}
    />
  );
}

/** In which month the most came, and how many there were. */
function monthsSaid(months: readonly string[], counts: readonly number[]): string {
  const total = sumOf(counts);
  const extremes = extremesOf(
    months.map((month) => monthName(month)),
    counts,
  );
  if (!extremes || total === 0) return t("drift.months_none", { months: monthsShown });
  const { high, most } = extremes;
  const [month = ""] = high;
  const words = { month, names: shortListOf(high), most, total, months: monthsShown };
  if (most === total) return t("drift.months_all", { ...words, count: total });
  if (high.length > 1) return t("drift.months_tie", { ...words, count: most });
  return t("drift.months_most", words);
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** @param last  YYYY-MM @returns oldest first */
function lastMonths(last: string): string[] {
  const [year = 0, month = 0] = last.split("-").map(Number);
  return Array.from({ length: monthsShown }, (_, nth) =>
    new Date(Date.UTC(year, month - monthsShown + nth, 1)).toISOString().slice(0, 7),
  );
}

function monthName(month: string, style: "long" | "short" = "long"): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(formatLocale(), { month: style, timeZone: "UTC" }).format(date);
}

function Families({ families }: { families: readonly FamilyPattern[] }) {
  const names = families.map(({ family_name }) => family_name);
  const counts = families.map(({ count }) => count);
  return (
    <BarChart
      title={t("drift.kinds")}
      sentence={familiesSaid(names, counts)}
      labels={names}
      series={[{ name: t("drift.count"), values: counts }]}
      range={[0, Math.max(4, ...counts)]}
      format={(value) => formatNumber(value)}
      labelHead={t("drift.family")}
      notes={families.map(({ is_repeated }) => (is_repeated ? `· ${t("drift.repeated")}` : ""))}
      table={<FamilyTable families={families} />}
    />
  );
}

/** Which kind of task comes most often. */
function familiesSaid(labels: readonly string[], counts: readonly number[]): string {
  const extremes = extremesOf(labels, counts);
  if (!extremes) return "";
  const { high, most, least, known } = extremes;
  const words = { names: quoted(...high), most, total: sumOf(counts) };
  if (known === 1) return t("drift.kinds_one", { ...words, count: most });
  if (most === least) return t("drift.kinds_even", { ...words, count: most });
  return high.length > 1 ? t("drift.kinds_tie", words) : t("drift.kinds_most", words);
}

function FamilyTable({ families }: { families: readonly FamilyPattern[] }) {
  return (
    <Table
      caption={t("drift.table")}
      heads={[t("drift.family"), t("drift.count"), t("drift.last")]}
      rows={families.map((family) => [
        <>
          {family.family_name}
          {family.is_repeated && <span class="soft block">{t("drift.repeated")}</span>}
        </>,
        formatNumber(family.count),
        formatDate(family.months.at(-1)?.month ?? ""),
      ])}
    />
  );
}

/** A hard condition beside repeated requests: a matter for the workplace. */
export function Staffing({ findings }: { findings: readonly StaffingFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="staffing">
      <h2 id="staffing">{t("drift.staffing")}</h2>
      {findings.map((finding) => (
        <div key={finding.item} class="stack">
          <p>{finding.text}</p>
          <Clauses clauses={finding.clauses.slice(0, 1)} />
        </div>
      ))}
    </section>
  );
}
