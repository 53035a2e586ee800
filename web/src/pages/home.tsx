// SPDX-License-Identifier: MIT
// The first screen: what can be done here in two minutes. Also rendered into index.html at build time, so it reads
// well before any script runs; it must not touch the browser while rendering.
import { answeredCount, firstOpen } from "../framework.ts";
import { t } from "../i18n.ts";
import type { TextKey } from "../i18n.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { Promises } from "../parts/promises.tsx";
import { TrellisPicture } from "../parts/trellis-picture.tsx";
import { ratings } from "../ratings.ts";
import { useReading } from "../reading.ts";
import { defaultRoleId, hrefOf } from "../router.ts";
import type { Page } from "../router.ts";

interface Task {
  page: Page;
  icon: IconName;
  title: TextKey;
  text: TextKey;
  time: TextKey;
}

const tasks: readonly Task[] = [
  {
    page: { name: "check", kind: "posting" },
    icon: "posting",
    title: "home.check_title",
    text: "home.check_text",
    time: "home.check_time",
  },
  {
    page: { name: "check", kind: "task" },
    icon: "task",
    title: "home.task_title",
    text: "home.task_text",
    time: "home.task_time",
  },
  {
    page: { name: "competencies" },
    icon: "rate",
    title: "home.rate_title",
    text: "home.rate_text",
    time: "home.rate_time",
  },
  {
    page: { name: "role", roleId: defaultRoleId },
    icon: "role",
    title: "home.role_title",
    text: "home.role_text",
    time: "home.role_time",
  },
];

export function HomePage() {
  return (
    <>
      <div class="hero">
        <div>
          <PageHeading page={t("nav.home")}>{t("home.title")}</PageHeading>
          <p class="lead">{t("home.lead")}</p>
        </div>
        <TrellisPicture />
      </div>
      {(ratings.value?.size ?? 0) > 0 ? (
        <GoOn />
      ) : (
        <p>
          <a class="button" href={hrefOf({ name: "tour", step: 1 })}>
            {t("home.tour")}
            <Icon name="forward" />
          </a>
        </p>
      )}
      <ul class="tasks">
        {tasks.map((task) => (
          <li key={task.title}>
            <a class="card task" href={hrefOf(task.page)}>
              <span class="spot">
                <Icon name={task.icon} size={1.5} />
              </span>
              <span class="grow">
                <span class="task-head">
                  <b class="task-title">{t(task.title)}</b> <span class="time">{t(task.time)}</span>
                </span>
                {t(task.text)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <section aria-labelledby="promises-title">
        <h2 id="promises-title">{t("home.promises_title")}</h2>
        <Promises />
        <a href={hrefOf({ name: "about" })}>{t("home.about_link")}</a>
      </section>
    </>
  );
}

function GoOn() {
  const reading = useReading("get_framework", {});
  if (reading.state !== "ready" || !ratings.value) return null;
  const { framework } = reading.value;
  const open = firstOpen(framework, ratings.value);
  const done = answeredCount(framework.competencies, ratings.value);
  return (
    <a
      class="card task go-on"
      href={hrefOf(open ? { name: "competency", competencyId: open.id } : { name: "results" })}
    >
      <span class="spot">
        <Icon name="rate" size={1.5} />
      </span>
      <span class="grow">
        <b class="task-title">{open ? t("home.continue_title") : t("competencies.results")}</b>
        <span class="block">
          {t("home.continue_text", { done, total: framework.competencies.length })}
        </span>
      </span>
      <Icon name="forward" />
    </a>
  );
}
