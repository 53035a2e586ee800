// SPDX-License-Identifier: MIT
// What the answers show: a careful band, strengths first, gaps, what to find out, and at most three next steps.
import { useSignal } from "@preact/signals";
import type { AnsweredItem } from "../../../../../wasm/src/api.gen.ts";
import type { Result } from "../../../core.ts";
import { today } from "../../../device.ts";
import { t } from "../../../i18n.ts";
import type { TextKey } from "../../../i18n.ts";
import { BarChart } from "../../../parts/chart.tsx";
import { Failure } from "../../../parts/failure.tsx";
import { Fold } from "../../../parts/fold.tsx";
import { Icon } from "../../../parts/icon.tsx";
import type { IconName } from "../../../parts/icon.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { useReading } from "../../../reading.ts";
import { hrefOf } from "../../../router.ts";
import { BackLink } from "../back-link.tsx";
import { mayKeep } from "../kept.ts";
import { workplacePath } from "./paths.ts";
import type { Workplace } from "./paths.ts";
import { answered, past, percentOf, questionOf, voice } from "./state.ts";
import type { Item } from "./state.ts";

type Review = Result<"review_workplace">;

export function ResultPage(workplace: Workplace) {
  const said = voice.value.value ?? "seeker";
  const reading = useReading("review_workplace", { voice: said, answers: answered.value });
  return (
    <>
      <BackLink to={workplacePath()} words={t("work.title")} />
      <PageHeading page={t("work.result")}>{t("work.result")}</PageHeading>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && (
        <div class="result">
          <Band review={reading.value} items={workplace.items} />
          <ItemList
            title="work.strengths"
            icon="fits"
            tone="fits"
            rows={reading.value.strengths}
            items={workplace.items}
          />
          <NextSteps review={reading.value} />
          <ItemList
            title="work.gaps"
            icon="depends"
            tone="depends"
            rows={reading.value.gaps}
            items={workplace.items}
          />
          <ItemList
            title="work.to_find_out"
            icon="help"
            tone="protects"
            rows={reading.value.unknown}
            items={workplace.items}
          />
          <AreaChart {...workplace} />
          <KeepResult review={reading.value} />
          <a class="button" href={hrefOf(workplacePath("report"))}>
            {t("work.report")}
          </a>
        </div>
      )}
    </>
  );
}

/** The band with what it rests on, and what holds it back. */
export function Band({ review, items }: { review: Review; items: readonly Item[] }) {
  const { band, capped_by, known_count, unknown_count, open_count, percent } = review;
  const holding = items.filter(({ id }) => capped_by.includes(id));
  return (
    <section class="card hero-card" aria-labelledby="band-title">
      <h2 id="band-title">{band ? band.name : t("work.no_band")}</h2>
      <p>{band ? band.text : t("work.no_band_text")}</p>
      {percent !== null && <p>{t("work.percent_of", { percent, count: known_count })}</p>}
      {holding.length > 0 && (
        <div>
          <h3>{t("work.capped")}</h3>
          <ul>
            {holding.map((item) => (
              <li key={item.id}>{questionOf(item)}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="hint">{t("work.counts", { unknown: unknown_count, open: open_count })}</p>
      <p class="hint">{t("work.careful")}</p>
    </section>
  );
}

interface ListProps {
  title: TextKey;
  icon: IconName;
  tone: string;
  rows: readonly AnsweredItem[];
  items: readonly Item[];
}

/** So many are in view at first; what comes behind is less strong, or less urgent. */
const shownFirst = 5;

function ItemList({ title, icon, tone, rows, items }: ListProps) {
  if (rows.length === 0) return null;
  const rest = rows.slice(shownFirst);
  return (
    <section aria-labelledby={title}>
      <h2 id={title} class={`actions tone-${tone}`}>
        <span class="spot">
          <Icon name={icon} />
        </span>
        {t(title)}
      </h2>
      <Answered rows={rows.slice(0, shownFirst)} items={items} />
      {rest.length > 0 && (
        <Fold summary={t("work.rest", { count: rest.length })}>
          <Answered rows={rest} items={items} />
        </Fold>
      )}
    </section>
  );
}

function Answered({ rows, items }: Pick<ListProps, "rows" | "items">) {
  return (
    <ul>
      {rows.map((row) => {
        const item = items.find(({ id }) => id === row.item_id);
        if (!item) return null;
        const anchor = row.points === null ? t("work.unknown") : item.anchors[row.points];
        return (
          <li key={item.id}>
            {questionOf(item)} <span class="block soft">{anchor}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function NextSteps({ review }: { review: Review }) {
  if (review.next_steps.length === 0) return null;
  return (
    <section class="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t("work.next_steps")}</h2>
      <ol>
        {review.next_steps.map(({ item_id, text }) => (
          <li key={item_id}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

export function AreaChart({ items, areas }: Workplace) {
  const values = areas.map((area) => percentOf(items.filter((item) => item.area === area.id)));
  const known = values.filter((value) => value !== null).length;
  if (known === 0) return null;
  return (
    <BarChart
      title={t("work.chart")}
      sentence={t("work.chart_sentence", { count: known, total: areas.length })}
      labels={areas.map(({ name }) => name)}
      series={[{ name: t("work.result"), values }]}
      range={[0, 100]}
      format={(percent) => t("work.percent", { percent })}
      labelHead={t("work.area")}
    />
  );
}

/** Puts the result of today beside those of before, so that change can be seen. */
function KeepResult({ review }: { review: Review }) {
  const isKept = useSignal(false);
  const said = voice.value.value ?? "seeker";
  if (!mayKeep() || review.known_count === 0) return null;
  const keepIt = () => {
    const date = today();
    const others = past.value.peek().filter((one) => one.date !== date || one.voice !== said);
    const { percent, known_count } = review;
    past.set([...others, { date, voice: said, percent, known_count }]);
    isKept.value = true;
  };
  return (
    <div class="actions">
      <button type="button" class="button" onClick={keepIt}>
        {t("work.keep_result")}
      </button>
      <span role="status">{isKept.value && t("work.result_kept")}</span>
    </div>
  );
}
