// SPDX-License-Identifier: MIT
// Earlier looks at a workplace, with their dates and results: what changed over time. The core says each result.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LineChart } from "../../../parts/chart.tsx";
import { ask } from "../../../core.ts";
import { formatDate, t } from "../../../i18n.ts";
import { hrefOf } from "../../../router.ts";
import { answered } from "./answers.ts";
import { workplacePath } from "./paths.ts";
import { checks, current } from "./state.ts";
import type { Check, Voice } from "./state.ts";

/** Percent of each look that the core has judged; null: nothing was known. */
const percents = signal<ReadonlyMap<Check, number | null>>(new Map());

export function PastLooks({ voice }: { voice: Voice }) {
  const looks = checks.value.filter((one) => one.voice === voice && hasResult(one));
  useEffect(() => void judge(looks), [looks.length, current.value]);
  const earlier = looks.filter((look) => look !== current.value);
  if (earlier.length === 0) return null;
  const values = looks.map((look) => look.percent ?? percents.value.get(look) ?? null);
  return (
    <>
      <section aria-labelledby="past-title">
        <h2 id="past-title">{t("work.past_looks")}</h2>
        <ul class="links">
          {earlier.map((look) => (
            <li key={look.seriesId}>
              <LookLink look={look} percent={values[looks.indexOf(look)] ?? null} />
            </li>
          ))}
        </ul>
      </section>
      {looks.length > 1 && (
        <LineChart
          title={t("work.past")}
          sentence={t("work.past_sentence", {
            date: formatDate(looks.at(-1)?.on ?? ""),
            percent: shown(values.at(-1) ?? null),
          })}
          labels={looks.map(({ on }) => formatDate(on))}
          series={[{ name: t("work.result"), values }]}
          range={[0, 100]}
          format={shown}
          labelHead={t("work.date")}
        />
      )}
    </>
  );
}

function LookLink({ look, percent }: { look: Check; percent: number | null }) {
  const words = (
    <>
      {formatDate(look.on)} <span class="soft">{shown(percent)}</span>
    </>
  );
  // Of a result that came from an older edition the answers are not there to look at.
  if (look.percent !== null) return <p>{words}</p>;
  return <a href={hrefOf(workplacePath(look.seriesId))}>{words}</a>;
}

const hasResult = (look: Check) => look.percent !== null || Object.keys(look.answers).length > 0;

const shown = (percent: number | null) =>
  percent === null ? t("chart.none") : t("work.percent", { percent });

async function judge(looks: readonly Check[]): Promise<void> {
  const judged = looks
    .filter((look) => look.percent === null)
    .map(async (look) => {
      const { voice, answers } = look;
      const { percent } = await ask("review_workplace", { voice, answers: answered(answers) });
      return [look, percent] as const;
    });
  percents.value = new Map(await Promise.all(judged).catch(() => []));
}
