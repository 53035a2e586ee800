// SPDX-License-Identifier: MIT
// One peer role whole: purpose, what it is and is not, what depends, places, entry facts with source and date.
import type { ComponentChildren } from "preact";
import type { Fact, Role, RuleSummary, Setting } from "../../../wasm/src/api.gen.ts";
import { store } from "../core.ts";
import { t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { PlainRole } from "../parts/plain-role.tsx";
import { reveal } from "../parts/reveal.ts";
import { Clauses, Source } from "../parts/sources.tsx";
import { Worded } from "../parts/worded.tsx";
import { useReading } from "../reading.ts";
import { replaceWith } from "../router.ts";
import { Fold } from "../parts/fold.tsx";

export default function RolePage({ roleId }: { roleId: string }) {
  const reading = useReading("get_role", { role_id: roleId });
  const hasCore = store.value.state !== "failed" || store.value.error !== null;
  const name = reading.state === "ready" ? reading.value.role.name : t("role.page");
  return (
    <>
      <PageHeading page={name}>{t("role.page")}</PageHeading>
      <RoleChoice roleId={roleId} />
      {reading.state === "failed" && hasCore && <Failure failure={reading.failure} />}
      {reading.state === "failed" && !hasCore && <PlainRole />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <RoleText role={reading.value.role} />}
    </>
  );
}

function RoleChoice({ roleId }: { roleId: string }) {
  const reading = useReading("list_roles", {});
  if (reading.state !== "ready") return null;
  return (
    <div class="no-print">
      <label class="label" for="role-choice">
        {t("role.which")}
      </label>
      <select
        id="role-choice"
        value={roleId}
        onChange={(event) => replaceWith({ name: "role", roleId: event.currentTarget.value })}
      >
        {reading.value.roles.map((role) => (
          <option key={role.id} value={role.id}>
            {role.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function RoleText({ role }: { role: Role }) {
  return (
    <div class="result">
      <section class="card hero-card" aria-labelledby="role-name">
        <h2 id="role-name">{role.name}</h2>
        <p class="lead">
          <Worded text={role.purpose} />
        </p>
        {role.supervised_by && (
          <p>
            <b>{t("role.supervised")}:</b> {role.supervised_by}
          </p>
        )}
        {role.confused_with.length > 0 && (
          <p>
            <b>{t("role.confused")}:</b> {role.confused_with.join(", ")}
          </p>
        )}
      </section>
      <Jumps role={role} />
      <Rules title={t("role.functions")} tone="fits" rules={role.functions} />
      <Rules
        title={t("role.not_tasks")}
        lead={t("role.not_lead")}
        tone="conflict"
        rules={role.not_tasks}
      />
      <Rules
        title={t("role.conditional")}
        lead={t("role.conditional_lead")}
        tone="depends"
        rules={role.conditional}
      />
      {role.settings.length > 0 && <Settings settings={role.settings} />}
      {role.facts.length > 0 && <Facts facts={role.facts} />}
      {role.clauses.length > 0 && (
        <Section id="role-sources" title={t("role.sources")}>
          <Fold summary={t("role.sources")}>
            <Clauses clauses={role.clauses} />
          </Fold>
        </Section>
      )}
      <PrintButton />
    </div>
  );
}

/** The page is long: one tap to each part of it. */
function Jumps({ role }: { role: Role }) {
  const parts = [
    { id: "role-fits", title: t("role.functions"), shown: role.functions.length > 0 },
    { id: "role-conflict", title: t("role.not_tasks"), shown: role.not_tasks.length > 0 },
    { id: "role-depends", title: t("role.conditional"), shown: role.conditional.length > 0 },
    { id: "role-settings", title: t("role.settings"), shown: role.settings.length > 0 },
    { id: "role-facts", title: t("role.facts"), shown: role.facts.length > 0 },
  ];
  const jump = (event: Event, id: string) => {
    event.preventDefault(); // the address stays what the router knows
    reveal(id);
  };
  return (
    <nav class="jumps" aria-label={t("role.jump")}>
      {parts
        .filter((part) => part.shown)
        .map(({ id, title }) => (
          <a key={id} class="button" href={`#${id}`} onClick={(event) => jump(event, id)}>
            {title}
          </a>
        ))}
    </nav>
  );
}

interface SectionProps {
  id: string;
  title: string;
  lead?: string;
  children: ComponentChildren;
}

function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {lead && <p class="hint">{lead}</p>}
      {children}
    </section>
  );
}

interface RulesProps {
  title: string;
  lead?: string;
  tone: "fits" | "conflict" | "depends";
  rules: readonly RuleSummary[];
}

function Rules({ title, lead, tone, rules }: RulesProps) {
  if (rules.length === 0) return null;
  return (
    <Section id={`role-${tone}`} title={title} lead={lead}>
      <ul class="rows">
        {rules.map((rule) => (
          <li key={rule.id}>
            <Fold
              summary={
                <>
                  <span class={`spot tone-${tone}`}>
                    <Icon name={tone} size={1.1} />
                  </span>
                  <span class="grow">{rule.name}</span>
                </>
              }
            >
              <div class="stack">
                <p>
                  <Worded text={rule.why} />
                </p>
                {rule.condition && (
                  <p>
                    <b>{t("role.condition")}:</b> {rule.condition}
                  </p>
                )}
              </div>
            </Fold>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Settings({ settings }: { settings: readonly Setting[] }) {
  return (
    <Section id="role-settings" title={t("role.settings")} lead={t("role.settings_lead")}>
      <ul class="rows">
        {settings.map((setting) => (
          <li key={setting.id}>
            <Fold summary={setting.name}>
              <dl class="stack">
                <div>
                  <dt>{t("role.setting_drift")}</dt>
                  <dd>{setting.drift}</dd>
                </div>
                <div>
                  <dt>{t("role.setting_respond")}</dt>
                  <dd>{setting.respond}</dd>
                </div>
              </dl>
            </Fold>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Section id="role-facts" title={t("role.facts")} lead={t("role.facts_lead")}>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact.text}>
            <p>
              <Worded text={fact.text} />{" "}
              {!fact.verified && <span class="badge tone-depends">{t("role.not_verified")}</span>}
            </p>
            <p class="source-line">{t("role.fact_as_of", { date: fact.as_of })}</p>
            <Source source={fact.source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
