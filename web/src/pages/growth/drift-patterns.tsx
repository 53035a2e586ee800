// SPDX-License-Identifier: MIT
// Requests by month and by family, and what they say about the workplace. Never about the worker.
import type { FamilyPattern, StaffingFinding } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { formatDate, formatNumber, locale, t } from "../../i18n.ts";
import { ColumnChart } from "../../parts/chart.tsx";
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
        <FamilyTable families={patterns.families} />
      </section>
      <Staffing findings={patterns.staffing} />
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
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <ColumnChart
      title={t("drift.months")}
      sentence={t("drift.months_said", { count: total, months: monthsShown })}
      labels={months.map(shortMonth)}
      series={[{ name: t("drift.count"), values: counts }]}
      range={[0, Math.max(4, ...counts)]}
      format={(value) => formatNumber(value)}
      labelHead={t("drift.month")}
    />
  );
}

/** @param last  YYYY-MM @returns oldest first */
function lastMonths(last: string): string[] {
  const [year = 0, month = 0] = last.split("-").map(Number);
  return Array.from({ length: monthsShown }, (_, nth) =>
    new Date(Date.UTC(year, month - monthsShown + nth, 1)).toISOString().slice(0, 7),
  );
}

function shortMonth(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale.value, { month: "short", timeZone: "UTC" }).format(date);
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
