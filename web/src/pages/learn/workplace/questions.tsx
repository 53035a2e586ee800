// SPDX-License-Identifier: MIT
// The interview sheet: questions that a person chose to ask, to copy or to print with room for the answers.
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Fold } from "../../../parts/fold.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { PrintButton } from "../../../parts/print-button.tsx";
import { t } from "../../../i18n.ts";
import { BackLink } from "../back-link.tsx";
import { workplacePath } from "./paths.ts";
import type { Workplace } from "./paths.ts";
import { choose, chosen } from "./state.ts";

export function QuestionsPage({ items, areas }: Workplace) {
  const picked = items.filter(({ id }) => chosen.value.value[id] !== undefined);
  return (
    <>
      <BackLink to={workplacePath()} words={t("work.title")} />
      <PageHeading page={t("work.sheet")}>{t("work.sheet")}</PageHeading>
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
                            checked={chosen.value.value[id] !== undefined}
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
