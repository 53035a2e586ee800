// SPDX-License-Identifier: MIT
// The tasks that the check knows, as something to read: what fits, what depends, what conflicts with which source.
import type { Rule, RuleSummary } from "../../../../wasm/src/api.gen.ts";
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { Clauses, FurtherSources } from "../../parts/sources.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { BackLink } from "./back-link.tsx";
import { Said } from "./said.tsx";
import { pathTo } from "./sections.ts";

const groups: readonly { verdict: RuleSummary["verdict"]; title: TextKey }[] = [
  { verdict: "fits", title: "role.functions" },
  { verdict: "conflict", title: "role.not_tasks" },
  { verdict: "depends", title: "role.conditional" },
];

export function TasksPage() {
  const reading = useReading("list_rules", {});
  return (
    <>
      <BackLink />
      <PageHeading page={t("learn.tasks")}>{t("learn.tasks")}</PageHeading>
      <p class="lead">{t("learn.tasks_lead")}</p>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && (
        <div class="result">
          {groups.map(({ verdict, title }) => (
            <section key={verdict} aria-labelledby={verdict}>
              <h2 id={verdict}>{t(title)}</h2>
              <TaskList rules={reading.value.rules.filter((rule) => rule.verdict === verdict)} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function TaskList({ rules }: { rules: readonly RuleSummary[] }) {
  return (
    <ul class="links">
      {rules.map(({ id, name }) => (
        <li key={id}>
          <a href={hrefOf(pathTo("tasks", id))}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

export function TaskPage({ id }: { id: string }) {
  const reading = useReading("explain_rule", { rule_id: id });
  const rule = reading.state === "failed" ? undefined : reading.value?.rule;
  const name = rule?.name ?? t("learn.tasks");
  return (
    <>
      <BackLink to={pathTo("tasks")} words={t("learn.tasks")} />
      <PageHeading page={name}>{name}</PageHeading>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {rule && <TaskText rule={rule} />}
    </>
  );
}

function TaskText({ rule }: { rule: Rule }) {
  const title = groups.find(({ verdict }) => verdict === rule.verdict)?.title;
  return (
    <div class="result">
      <div class="stack">
        {title && (
          <p>
            <span class={`badge tone-${rule.verdict}`}>{t(title)}</span>
          </p>
        )}
        <dl class="stack">
          <Said name="learn.why" text={rule.why} />
          {rule.condition && <Said name="role.condition" text={rule.condition} />}
          {rule.instead && <Said name="check.instead_task" text={rule.instead} />}
          {rule.reply && <Said name="check.reply" text={rule.reply} />}
          {rule.question && <Said name="check.ask" text={rule.question} />}
        </dl>
      </div>
      <section aria-labelledby="grounds-title">
        <h2 id="grounds-title">{t("source.title")}</h2>
        <Clauses clauses={rule.clauses} />
        {rule.further_sources.length > 0 && (
          <>
            <h3>{t("source.further")}</h3>
            <FurtherSources sources={rule.further_sources} />
          </>
        )}
      </section>
    </div>
  );
}
