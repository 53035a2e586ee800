// SPDX-License-Identifier: MIT
// Where the workplace check starts: in whose voice, which areas are answered, and what was found before.
import { LineChart } from "../../../parts/chart.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { formatDate, formatNumber, t } from "../../../i18n.ts";
import { hrefOf } from "../../../router.ts";
import { BackLink } from "../back-link.tsx";
import { mayKeep } from "../kept.ts";
import { workplacePath } from "./paths.ts";
import type { Workplace } from "./paths.ts";
import { answers, past, startOver, voice } from "./state.ts";
import type { Voice } from "./state.ts";

const voices: readonly Voice[] = ["seeker", "organization"];

export function OverviewPage({ items, areas }: Workplace) {
  const answeredCount = items.filter(({ id }) => answers.value[id] !== undefined).length;
  return (
    <>
      <BackLink />
      <PageHeading page={t("work.title")}>{t("work.title")}</PageHeading>
      <p class="lead">{t("work.lead")}</p>
      <div class="result">
        <VoiceChoice />
        {voice.value.value && (
          <>
            <section aria-labelledby="areas-title">
              <h2 id="areas-title">{t("work.areas")}</h2>
              <label class="progress">
                {t("work.answered", { count: answeredCount, total: formatNumber(items.length) })}
                <progress max={items.length} value={answeredCount} />
              </label>
              <AreaList items={items} areas={areas} />
              <p class="hint">{t(mayKeep() ? "work.kept" : "work.not_kept")}</p>
            </section>
            <div class="actions">
              <a class="button primary" href={hrefOf(workplacePath("result"))}>
                {t("work.see_result")}
              </a>
              {answeredCount > 0 && (
                <button type="button" class="link-button" onClick={startOver}>
                  {t("work.start_over")}
                </button>
              )}
            </div>
          </>
        )}
        <p>
          <a class="button" href={hrefOf(workplacePath("questions"))}>
            {t("work.sheet")}
          </a>
        </p>
        {voice.value.value && <Past of={voice.value.value} />}
      </div>
    </>
  );
}

function VoiceChoice() {
  return (
    <fieldset class="choices">
      <legend>
        <h2>{t("work.voice")}</h2>
      </legend>
      {voices.map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name="voice"
            checked={voice.value.value === one}
            onChange={() => voice.set(one)}
          />
          <span>{t(`work.voice_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function AreaList({ items, areas }: Workplace) {
  return (
    <ul class="links entries">
      {areas.map((area) => {
        const its = items.filter((item) => item.area === area.id);
        const done = its.filter(({ id }) => answers.value[id] !== undefined).length;
        return (
          <li key={area.id}>
            <a href={hrefOf(workplacePath(area.id))}>
              {area.name}
              <span class="soft">{t("work.of", { done, total: its.length })}</span>
              {done === its.length && <Icon name="done" />}
            </a>
            <p class="soft">{area.text}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Results that a person kept, over time. */
function Past({ of }: { of: Voice }) {
  const results = past.value.value.filter((one) => one.voice === of);
  const [latest] = results.slice(-1);
  if (!latest) return null;
  const shown = (percent: number | null) =>
    percent === null ? t("chart.none") : t("work.percent", { percent });
  return (
    <LineChart
      title={t("work.past")}
      sentence={t("work.past_sentence", {
        date: formatDate(latest.date),
        percent: shown(latest.percent),
      })}
      labels={results.map(({ date }) => formatDate(date))}
      series={[{ name: t("work.result"), values: results.map(({ percent }) => percent) }]}
      range={[0, 100]}
      format={shown}
      labelHead={t("work.date")}
    />
  );
}
