// SPDX-License-Identifier: MIT
// What a person can do to grow in the role, each way with the time it takes.
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { BackupReminder } from "../../parts/backup-reminder.tsx";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { hrefOf } from "../../router.ts";
import type { GrowthView, Page } from "../../router.ts";

interface Way {
  page: Page;
  icon: IconName;
  name: "rate" | Exclude<GrowthView, "grow" | "second-view"> | "second_view";
}

const to = (view: GrowthView): Page => ({ name: "grow", view });

const ways: readonly Way[] = [
  { page: { name: "competencies" }, icon: "rate", name: "rate" },
  { page: to("assess"), icon: "done", name: "assess" },
  { page: to("drift"), icon: "drift", name: "drift" },
  { page: to("ladder"), icon: "ladder", name: "ladder" },
  { page: to("plan"), icon: "task", name: "plan" },
  { page: to("log"), icon: "log", name: "log" },
  { page: to("conditions"), icon: "depends", name: "conditions" },
  { page: to("agenda"), icon: "print", name: "agenda" },
  { page: to("second-view"), icon: "people", name: "second_view" },
  { page: to("group"), icon: "people", name: "group" },
];

export function GrowPage() {
  return (
    <>
      <PageHeading page={t("grow.title")}>{t("grow.title")}</PageHeading>
      <p class="lead">{t("grow.lead")}</p>
      <BackupReminder />
      <ul class="tasks">
        {ways.map(({ page, icon, name }) => (
          <li key={name}>
            <a class="card task" href={hrefOf(page)}>
              <span class="spot">
                <Icon name={icon} size={1.5} />
              </span>
              <span class="grow">
                <span class="task-head">
                  <b class="task-title">{t(titleOf(name))}</b>{" "}
                  <span class="time">{t(`grow.${name}_time`)}</span>
                </span>
                {t(`grow.${name}_text`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function titleOf(name: Way["name"]): TextKey {
  return `grow.${name}_title`;
}
