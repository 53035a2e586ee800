// SPDX-License-Identifier: MIT
// What the answers show: a careful band, strengths first, gaps, what to find out, and at most three next steps.
import type { AnsweredItem } from "../../../../../wasm/src/api.gen.ts";
import type { Result } from "../../../core.ts";
import { formatDate, t } from "../../../i18n.ts";
import type { TextKey } from "../../../i18n.ts";
import { Failure } from "../../../parts/failure.tsx";
import { Fold } from "../../../parts/fold.tsx";
import { Icon } from "../../../parts/icon.tsx";
import type { IconName } from "../../../parts/icon.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { useReading } from "../../../reading.ts";
import { hrefOf } from "../../../router.ts";
import { BackLink } from "../back-link.tsx";
import { workplacePath } from "./paths.ts";
import { answered } from "./answers.ts";
import { AreaChart } from "./area-chart.tsx";
import type { Look, Questions, Workplace } from "./paths.ts";
import { questionOf } from "./state.ts";
import type { Item, Voice } from "./state.ts";

type Review = Result<"review_workplace">;

export function ResultPage({ look, items, areas, bands }: Workplace & { look: Look }) {
  const { voice } = look;
  const reading = useReading("review_workplace", { voice, answers: answered(look.answers) });
  return (
    <>
      <BackLink to={workplacePath()} words={t("work.title")} />
      <PageHeading page={t("work.result")}>{t("work.result")}</PageHeading>
      {look.on && (
        <p class="lead">
          {t("work.begun", { date: formatDate(look.on) })} · {t(`work.voice_${voice}`)}
        </p>
      )}
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && (
        <div class="result">
          <Band review={reading.value} items={items} voice={voice} />
          {!reading.value.band && !look.on && <NextArea look={look} items={items} areas={areas} />}
          <ItemList
            title="work.strengths"
            icon="fits"
            tone="fits"
            rows={reading.value.strengths}
            items={items}
            voice={voice}
          />
          <NextSteps review={reading.value} />
          <ItemList
            title="work.gaps"
            icon="depends"
            tone="depends"
            rows={reading.value.gaps}
            items={items}
            voice={voice}
          />
          <ItemList
            title="work.to_find_out"
            icon="help"
            tone="protects"
            rows={reading.value.unknown}
            items={items}
            voice={voice}
          />
          <AreaChart areas={areas} bands={bands} review={reading.value} />
          {!look.on && (
            <a class="button" href={hrefOf(workplacePath("report"))}>
              {t("work.report")}
            </a>
          )}
        </div>
      )}
    </>
  );
}

/** Where there is no result yet: the way to the questions that are open. */
function NextArea({ look, items, areas }: Questions & { look: Look }) {
  const open = items.find(({ id }) => look.answers[id] === undefined);
  const next = areas.find(({ id }) => id === open?.area);
  if (!next) return null;
  return (
    <a class="button primary" href={hrefOf(workplacePath(next.id))}>
      {t("work.next_area", { area: next.name })}
      <Icon name="forward" />
    </a>
  );
}

interface BandProps {
  review: Review;
  items: readonly Item[];
  voice: Voice;
}

/** The band with what it rests on, and what holds it back. */
export function Band({ review, items, voice }: BandProps) {
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
              <li key={item.id}>{questionOf(item, voice)}</li>
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
  voice: Voice;
}

/** So many are in view at first; what comes behind is less strong, or less urgent. */
const shownFirst = 5;

function ItemList({ title, icon, tone, rows, items, voice }: ListProps) {
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
      <Answered rows={rows.slice(0, shownFirst)} items={items} voice={voice} />
      {rest.length > 0 && (
        <Fold summary={t("work.rest", { count: rest.length })}>
          <Answered rows={rest} items={items} voice={voice} />
        </Fold>
      )}
    </section>
  );
}

function Answered({ rows, items, voice }: Pick<ListProps, "rows" | "items" | "voice">) {
  return (
    <ul>
      {rows.map((row) => {
        const item = items.find(({ id }) => id === row.item_id);
        if (!item) return null;
        const anchor = row.points === null ? t("work.unknown") : item.anchors[row.points];
        return (
          <li key={item.id}>
            {questionOf(item, voice)} <span class="block soft">{anchor}</span>
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
