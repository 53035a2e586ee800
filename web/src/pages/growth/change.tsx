// SPDX-License-Identifier: MIT
// Change over time: an area at the end of each month, every earlier answer with its date, and how sure one can be.
import { useSignal } from "@preact/signals";
import type { Domain, MonthResult, Rating } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { formatDate, formatInstant, formatLocale, formatNumber, t } from "../../i18n.ts";
import { courseOf, quoted } from "../../parts/chart-words.ts";
import { LineChart } from "../../parts/chart.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { FurtherSources } from "../../parts/sources.tsx";
import { Table } from "../../parts/table.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { Pick } from "./fields.tsx";
import { useFramework } from "./framework.ts";

export function ChangePage() {
  const trend = useReading("get_rating_trend", {});
  const framework = useFramework();
  return (
    <>
      <div class="crumb">
        <a href={hrefOf({ name: "results" })}>{t("results.title")}</a>
      </div>
      <PageHeading page={t("change.title")}>{t("change.title")}</PageHeading>
      {trend.state === "failed" && <Failure failure={trend.failure} retry={trend.retry} />}
      {trend.state === "ready" && framework.state === "ready" ? (
        <>
          <Change
            months={trend.value.months}
            ratings={trend.value.ratings}
            domains={framework.value.framework.domains}
            domainOf={
              new Map(framework.value.framework.competencies.map((one) => [one.id, one.domain_id]))
            }
          />
          <section class="notice" aria-labelledby="sure">
            <h2 class="small-heading" id="sure">
              {t("change.sure")}
            </h2>
            {trend.value.few_answers !== "" && <p>{trend.value.few_answers}</p>}
            <p>{trend.value.run_high}</p>
            <Fold summary={t("source.title")}>
              <FurtherSources sources={trend.value.source} />
            </Fold>
          </section>
          {trend.value.ratings.length > 0 && <PrintButton />}
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

interface ChangeProps {
  months: readonly MonthResult[];
  ratings: readonly Rating[];
  domains: readonly Domain[];
  domainOf: ReadonlyMap<string, string>;
}

function Change({ months, ratings, domains, domainOf }: ChangeProps) {
  const last = months.at(-1)?.domains ?? [];
  const rated = domains.filter(({ id }) => last.some((one) => one.id === id && one.rated_count));
  const chosen = useSignal("");
  const isOpen = useSignal(false);
  const domain = rated.find(({ id }) => id === chosen.value) ?? rated[0];
  if (!domain) return <Empty area={domains[0]?.name ?? ""} />;
  const values = months.map((month) => {
    const tenths = month.domains.find(({ id }) => id === domain.id)?.mean_level_tenths ?? null;
    return tenths === null ? null : tenths / 10;
  });
  const labels = months.map(({ month }) => formatDate(month));
  const earlier = ratings
    .filter((rating) => domainOf.get(rating.competency_id) === domain.id)
    .sort((a, b) => b.rated_at.localeCompare(a.rated_at));
  return (
    <>
      <Pick
        label={t("results.table_area")}
        value={domain.id}
        onInput={(id) => (chosen.value = id)}
        options={rated.map(({ id, name }) => ({ value: id, words: name }))}
      />
      <LineChart
        title={domain.name}
        sentence={said(domain.name, labels, values)}
        labels={labels}
        ticks={months.map(({ month }) => shortOf(month))}
        moments={months.map(({ month }) => monthsUntil(month))}
        series={[{ name: t("results.table_mean"), values }]}
        range={[1, 5]}
        format={format}
        labelHead={t("drift.month")}
      />
      <p class="hint">{t("change.said", { count: earlier.length })}</p>
      <Fold
        summary={t("change.all")}
        onToggle={(event) => (isOpen.value = event.currentTarget.open)}
      >
        {isOpen.value && <Earlier ratings={earlier} />}
      </Fold>
    </>
  );
}

const format = (level: number) => formatNumber(level, 1);

/** From where to where an area went, and in which time. */
function said(area: string, labels: readonly string[], values: readonly (number | null)[]): string {
  const course = courseOf(labels, values);
  if (!course) return "";
  const { kind, from, to, first, last } = course;
  return t(`change.${kind}`, {
    area: quoted(area),
    from,
    to,
    first: format(first),
    last: format(last),
  });
}

/** A month with its year, as short as the language writes it. */
function shortOf(month: string): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Months since the year 0, so that a month without answers takes its room too. */
function monthsUntil(text: string): number {
  const [year = 0, month = 0] = text.split("-").map(Number);
  return year * 12 + month;
}

function Empty({ area }: { area: string }) {
  const year = Number(today().slice(0, 4)) - 1;
  const example = said(area, [formatDate(`${year}-03`), formatDate(`${year}-05`)], [2, 4]);
  return (
    <section class="card hero-card">
      <p>{t("change.none")}</p>
      <p class="hint">{t("change.example", { said: example })}</p>
      <a class="button primary" href={hrefOf({ name: "grow", view: "assess" })}>
        {t("grow.assess_title")}
        <Icon name="forward" />
      </a>
    </section>
  );
}

/** Every answer with its date; made when it is opened, for there can be thousands. */
function Earlier({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <Table
      caption={t("change.all_caption")}
      heads={[t("change.when"), t("change.item"), t("change.level")]}
      rows={ratings.map(({ rated_at, competency_id, answer, level }) => [
        formatInstant(rated_at),
        competency_id,
        answer === "level" ? level : t(`answer.${answer}`),
      ])}
    />
  );
}
