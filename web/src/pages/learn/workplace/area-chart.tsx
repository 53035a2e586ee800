// SPDX-License-Identifier: MIT
// The areas of a workplace as a picture: the share of the points in each, and where each result begins. The core counts
// the points; here is only said what they show.
import type { Result } from "../../../core.ts";
import { t } from "../../../i18n.ts";
import { BarChart } from "../../../parts/chart-bars.tsx";
import { extremesOf, listOf, quoted } from "../../../parts/chart-words.ts";
import type { Extremes } from "../../../parts/chart-words.ts";
import { Table } from "../../../parts/table.tsx";
import { hrefOf } from "../../../router.ts";
import { pathTo } from "../sections.ts";
import type { Workplace } from "./paths.ts";

type Bands = Workplace["bands"];
type Percents = readonly (number | null)[];

interface AreaChartProps extends Pick<Workplace, "areas" | "bands"> {
  review: Result<"review_workplace">;
}

export function AreaChart({ areas, bands, review }: AreaChartProps) {
  const percents = new Map(review.areas.map(({ area_id, percent }) => [area_id, percent]));
  const values = areas.map(({ id }) => percents.get(id) ?? null);
  const labels = areas.map(({ name }) => name);
  const extremes = extremesOf(labels, values);
  if (!extremes) return null;
  return (
    <section>
      <BarChart
        title={t("work.chart")}
        sentence={[highAndLow(extremes), ...spread(bands, values)].join(" ")}
        labels={labels}
        series={[{ name: t("work.share"), values }]}
        range={[0, 100]}
        format={shown}
        labelHead={t("work.area")}
        notes={values.map((value) =>
          value === null ? "" : `· ${bandOf(bands, value)?.name ?? ""}`,
        )}
        limits={bands.slice(1).map(({ percent_min }) => percent_min)}
        limitWords={limitWords(bands)}
        table={
          <Table
            caption={t("work.chart")}
            heads={[t("work.area"), t("work.share"), t("work.result")]}
            rows={labels.map((label, nth) => rowOf(bands, label, values[nth] ?? null))}
          />
        }
      />
      <p class="hint">{t("work.band_lines")}</p>
      <a class="inline-target" href={hrefOf(pathTo("bands"))}>
        {t("learn.bands")}
      </a>
    </section>
  );
}

const shown = (percent: number) => t("work.percent", { percent });

/** The highest band that a percent reaches. */
function bandOf(bands: Bands, percent: number) {
  return bands.findLast(({ percent_min }) => percent >= percent_min);
}

function rowOf(bands: Bands, label: string, percent: number | null) {
  if (percent === null) return [label, t("chart.none"), ""];
  return [label, shown(percent), bandOf(bands, percent)?.name ?? ""];
}

function highAndLow({ high, most, low, least, known }: Extremes): string {
  const words = { high: quoted(...high), most: shown(most), low: quoted(...low) };
  if (known === 1) return t("work.chart_one", words);
  if (most === least) return t("work.chart_even", words);
  return t("work.chart_said", { ...words, least: shown(least) });
}

/** How many areas are in each band, the highest first, and how many nothing is known of. */
function spread(bands: Bands, values: Percents): string[] {
  const known = values.filter((value) => value !== null);
  const parts = bands.toReversed().flatMap((band) => {
    const count = known.filter((value) => bandOf(bands, value) === band).length;
    return count > 0 ? [t("work.chart_in_band", { count, band: quoted(band.name) })] : [];
  });
  const open = values.length - known.length;
  return [`${listOf(parts)}.`, ...(open > 0 ? [t("work.chart_open", { count: open })] : [])];
}

/** Each band with where it begins; the lowest with where it ends. */
function limitWords(bands: Bands): string[] {
  return bands.map(({ name, percent_min }, nth) =>
    nth === 0
      ? t("work.band_below", { band: name, percent: shown(bands[1]?.percent_min ?? 100) })
      : t("work.band_from", { band: name, percent: shown(percent_min) }),
  );
}
