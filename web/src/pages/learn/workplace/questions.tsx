// SPDX-License-Identifier: MIT
// The interview sheet: questions that a person chose to ask, to copy or to print with room for the answers.
import { useSignal } from "@preact/signals";
import type { Failure as FailureText } from "../../../core.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Failure } from "../../../parts/failure.tsx";
import { Fold } from "../../../parts/fold.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { PrintButton } from "../../../parts/print-button.tsx";
import { SaveState } from "../../../parts/save-state.tsx";
import type { SaveState as State } from "../../../ratings.ts";
import { t } from "../../../i18n.ts";
import { saving, useEntries } from "../../../entries.ts";
import { BackLink } from "../back-link.tsx";
import { workplacePath } from "./paths.ts";
import type { Workplace } from "./paths.ts";
import { keepQuestions } from "./state.ts";

export interface Questions {
  /** Item ids. */
  chosen: readonly string[];
  choose: (itemId: string, isChosen: boolean) => void;
  /** False until it is known what is kept: a choice takes the place of the whole list. */
  isHere: boolean;
  /** Why the list could not be read or kept. */
  failure: FailureText | null;
  save: State;
}

/** The questions on the sheet; a choice is on screen at once, and called saved only when it is. */
export function useQuestions(): Questions {
  const { all, failure } = useEntries("setting");
  const kept = all?.find(({ body }) => body.name === "interview_questions")?.body.value ?? "";
  const wished = useSignal<readonly string[] | null>(null);
  const save = useSignal<State>({ kind: "idle" });
  const chosen = wished.value ?? kept.split(" ").filter((id) => id !== "");
  const choose = (itemId: string, isChosen: boolean) => {
    const others = chosen.filter((id) => id !== itemId);
    const next = isChosen ? [...others, itemId] : others;
    wished.value = next;
    void saving(save, () => keepQuestions(next)).then((isKept) => {
      if (!isKept) wished.value = null;
    });
  };
  const unkept = save.value.kind === "failed" ? save.value.failure : failure;
  return { chosen, choose, isHere: all !== null, failure: unkept, save: save.value };
}

export function QuestionsPage({ items, areas }: Workplace) {
  const { chosen, choose, isHere, failure, save } = useQuestions();
  const picked = items.filter(({ id }) => chosen.includes(id));
  return (
    <>
      <BackLink to={workplacePath()} words={t("work.title")} />
      <PageHeading page={t("work.sheet")}>{t("work.sheet")}</PageHeading>
      {failure && <Failure failure={failure} />}
      <p class="lead">{t("work.sheet_lead")}</p>
      <div class="result">
        <section aria-labelledby="picked-title">
          <h2 id="picked-title">{t("work.picked", { count: picked.length })}</h2>
          {picked.length > 0 && (
            <>
              <ol class="sheet">
                {picked.map(({ id, seeker }) => (
                  <li key={id}>{seeker}</li>
                ))}
              </ol>
              <div class="actions">
                <CopyButton
                  text={picked.map(({ seeker }) => `- ${seeker}`).join("\n")}
                  words={t("learn.copy_questions")}
                />
                <PrintButton />
              </div>
            </>
          )}
          <SaveState save={save} />
        </section>
        <section class="no-print" aria-labelledby="pick-title">
          <h2 id="pick-title">{t("work.pick")}</h2>
          <ul class="rows">
            {areas.map((area) => (
              <li key={area.id}>
                <Fold summary={area.name}>
                  <div>
                    {items
                      .filter((item) => item.area === area.id)
                      .map(({ id, seeker }) => (
                        <label key={id} class="check">
                          <input
                            type="checkbox"
                            checked={chosen.includes(id)}
                            disabled={!isHere}
                            onChange={(event) => choose(id, event.currentTarget.checked)}
                          />
                          {seeker}
                        </label>
                      ))}
                  </div>
                </Fold>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
