// SPDX-License-Identifier: MIT
// Earlier looks at a workplace, with their dates and results: what changed over time. The core says each result.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { courseOf } from "../../../parts/chart-words.ts";
import { LineChart } from "../../../parts/chart.tsx";
import { ask } from "../../../core.ts";
import { formatDate, formatLocale, t } from "../../../i18n.ts";
import { hrefOf } from "../../../router.ts";
import { answered, textOf } from "./answers.ts";
import { workplacePath } from "./paths.ts";
import { checks, current } from "./state.ts";
import type { Check, Voice } from "./state.ts";

/** Percent of each look that the core has judged, by what was answered; null: nothing was known. */
const percents = signal<ReadonlyMap<string, number | null>>(new Map());
const keyOf = ({ voice, answers }: Check) => `${voice} ${textOf(answers)}`;

export function PastLooks({ voice }: { voice: Voice }) {
  const looks = checks.value.filter((one) => one.voice === voice && hasResult(one));
  const open = looks.filter((look) => look.knownCount === null && !percents.value.has(keyOf(look)));
  useEffect(() => void judge(open), [open.map(keyOf).join()]);
  const earlier = looks.filter((look) => look !== current.value);
  if (earlier.length === 0) return null;
  const values = looks.map((look) => look.percent ?? percents.value.get(keyOf(look)) ?? null);
  const labels = looks.map(({ on }) => formatDate(on));
  return (
    <>
      <section aria-labelledby="past-title">
        <h2 id="past-title">{t("work.past_looks")}</h2>
        <ul class="links">
          {earlier.map((look) => (
            <li key={look.seriesId}>
              <LookLink
                look={look}
                said={open.includes(look) ? "" : shown(values[looks.indexOf(look)] ?? null)}
              />
            </li>
          ))}
        </ul>
      </section>
      {looks.length > 1 && open.length === 0 && (
        <LineChart
          title={t("work.past")}
          sentence={courseSaid(labels, values)}
          labels={labels}
          ticks={looks.map(({ on }) => shortOf(on))}
          moments={looks.map(({ on }) => Date.parse(on))}
          series={[{ name: t("work.result"), values }]}
          range={[0, 100]}
          format={shown}
          labelHead={t("work.date")}
        />
      )}
    </>
  );
}

function LookLink({ look, said }: { look: Check; said: string }) {
  const words = (
    <>
      {formatDate(look.on)} <span class="soft">{said}</span>
    </>
  );
  // Of a result that came from an older edition the answers are not there to look at.
  if (look.knownCount !== null) return <p>{words}</p>;
  return <a href={hrefOf(workplacePath(look.seriesId))}>{words}</a>;
}

/** From where to where the results went. */
function courseSaid(labels: readonly string[], values: readonly (number | null)[]): string {
  const course = courseOf(labels, values);
  if (!course) return "";
  const { kind, from, to, first, last } = course;
  return t(`work.past_${kind}`, { from, to, first: shown(first), last: shown(last) });
}

const shortOf = (on: string) =>
  new Intl.DateTimeFormat(formatLocale(), { dateStyle: "short", timeZone: "UTC" }).format(
    Date.parse(on),
  );

const hasResult = (look: Check) => look.knownCount !== null || Object.keys(look.answers).length > 0;

const shown = (percent: number | null) =>
  percent === null ? t("chart.none") : t("work.percent", { percent });

async function judge(looks: readonly Check[]): Promise<void> {
  const judged = looks.map(async (look) => {
    const { voice, answers } = look;
    const { percent } = await ask("review_workplace", { voice, answers: answered(answers) });
    return [keyOf(look), percent] as const;
  });
  const found = await Promise.all(judged).catch(() => []);
  percents.value = new Map([...percents.peek(), ...found]);
}
