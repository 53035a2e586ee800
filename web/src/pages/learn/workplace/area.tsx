// SPDX-License-Identifier: MIT
// The questions of one area, each with its four described answers and "I could not find out".
import { Failure } from "../../../parts/failure.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { SaveState } from "../../../parts/save-state.tsx";
import { t } from "../../../i18n.ts";
import type { SaveState as State } from "../../../ratings.ts";
import { hrefOf } from "../../../router.ts";
import { BackLink } from "../back-link.tsx";
import { pathTo } from "../sections.ts";
import { workplacePath } from "./paths.ts";
import type { Workplace } from "./paths.ts";
import { unknown } from "./answers.ts";
import { useQuestions } from "./questions.tsx";
import type { Questions } from "./questions.tsx";
import { answer, answers, questionOf, save, voice, write } from "./state.ts";
import type { Item } from "./state.ts";

export function AreaPage({ items, areas, areaId }: Workplace & { areaId: string }) {
  const index = areas.findIndex(({ id }) => id === areaId);
  const area = areas[index];
  const next = areas[index + 1];
  const questions = useQuestions();
  if (!area) return null;
  const state = save.value;
  return (
    <>
      <BackLink to={workplacePath()} words={t("work.title")} />
      <PageHeading page={area.name}>{area.name}</PageHeading>
      {state.kind === "failed" && <Failure failure={state.failure} retry={write} />}
      {questions.failure && <Failure failure={questions.failure} />}
      <p class="lead">{area.text}</p>
      <div class="result">
        {items
          .filter((item) => item.area === areaId)
          .map((item) => (
            <Question key={item.id} item={item} questions={questions} />
          ))}
        <SaveState save={together(state, questions.save)} />
        <div class="actions">
          <a class="button primary" href={hrefOf(workplacePath(next?.id ?? "result"))}>
            {next ? t("work.next_area", { area: next.name }) : t("work.see_result")}
          </a>
          {next && (
            <a class="button" href={hrefOf(workplacePath("result"))}>
              {t("work.see_result")}
            </a>
          )}
        </div>
      </div>
    </>
  );
}

/** One state for the answers and the questions of a page: the one that a person has to know of first. */
function together(...states: readonly State[]): State {
  const order: readonly State["kind"][] = ["failed", "saving", "saved"];
  const found = order.flatMap((kind) => states.filter((state) => state.kind === kind));
  return found[0] ?? { kind: "idle" };
}

function Question({ item, questions }: { item: Item; questions: Questions }) {
  const said = voice.value ?? "seeker";
  const choices = [
    ...item.anchors.map((words, points) => ({ value: String(points), words })),
    { value: unknown, words: t("work.unknown") },
  ];
  return (
    <section>
      <fieldset class="choices">
        <legend>
          <span class="statement">{questionOf(item, said)}</span>
        </legend>
        {choices.map(({ value, words }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={item.id}
              checked={answers.value[item.id] === value}
              onChange={() => answer(item.id, value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {said !== "organization" && (
        <label class="check">
          <input
            type="checkbox"
            checked={questions.chosen.includes(item.id)}
            disabled={!questions.isHere}
            onChange={(event) => questions.choose(item.id, event.currentTarget.checked)}
          />
          <span>
            {t("work.put_on_sheet")}
            <span class="visually-hidden"> {questionOf(item, said)}</span>
          </span>
        </label>
      )}
      <p class="links">
        <a href={hrefOf(pathTo("readiness", item.id))}>
          {t("learn.more_about")}
          <span class="visually-hidden"> {questionOf(item, said)}</span>
        </a>
      </p>
    </section>
  );
}
