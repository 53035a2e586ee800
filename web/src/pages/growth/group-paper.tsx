// SPDX-License-Identifier: MIT
// The group's items on paper, with the same numbers as on screen and no place for a name.
import { t } from "../../i18n.ts";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { hrefOf } from "../../router.ts";
import { useGroupItems } from "./group-items.ts";
import type { GroupItems } from "./group-items.ts";

export function GroupPaperPage() {
  const group = useGroupItems();
  return (
    <>
      <div class="crumb no-print">
        <a href={hrefOf({ name: "grow", view: "group" })}>{t("group.title")}</a>
      </div>
      <PageHeading page={t("group.paper")}>{t("group.paper")}</PageHeading>
      <p>{t("group.paper_lead")}</p>
      {group ? <Form group={group} /> : <Loading />}
    </>
  );
}

function Form({ group }: { group: GroupItems }) {
  return (
    <>
      <p class="soft">
        {group.framework.levels
          .map(({ number, name }) => t("competency.level", { number, name }))
          .join(", ")}
        , –: {t("answer.prefer_not_to_say")}
      </p>
      <ol class="facts">
        {group.items.map((item) => (
          <li key={item.id}>
            <p>
              <b>{item.id}</b> {item.statement}
            </p>
            <p class="paper-levels" aria-hidden="true">
              {["1", "2", "3", "4", "5", "–"].map((key) => (
                <span key={key}>{key}</span>
              ))}
            </p>
          </li>
        ))}
      </ol>
      <PrintButton />
    </>
  );
}
