// SPDX-License-Identifier: MIT
// What a row of each section says, above its sources. Sections that are practised have files of their own.
import type { ComponentType } from "preact";
import { t } from "../../i18n.ts";
import { hrefOf } from "../../router.ts";
import { DilemmaBody } from "./dilemma.tsx";
import { DisagreementBody, EvidenceBody, ClaimBody } from "./evidence.tsx";
import { HelpBody } from "./help.tsx";
import { RoleLinks, RowLinks, RuleLinks } from "./row-links.tsx";
import { Said } from "./said.tsx";
import { SeekerBody } from "./seeker-body.tsx";
import type { BodyProps, SectionName } from "./sections.ts";
import { Worded } from "../../parts/worded.tsx";

type Body<S extends SectionName> = ComponentType<BodyProps<S>>;

function Plain({ row }: { row: { text: string } }) {
  return (
    <p>
      <Worded text={row.text} />
    </p>
  );
}

function PointBody({ row }: BodyProps<"points">) {
  return (
    <>
      <div class="stack">
        <p class="soft">{t(`learn.points_${row.kind}`)}</p>
        <p>{row.text}</p>
      </div>
      <RowLinks section="readiness" ids={row.items} title="learn.its_items" />
    </>
  );
}

function ReadinessBody({ row }: BodyProps<"readiness">) {
  return (
    <>
      <dl class="stack">
        <Said name="learn.item_seeker" text={row.seeker} />
        <Said name="learn.next_step" text={row.next_step} />
        <Said name="learn.step_for_seeker" text={row.seeker_step} />
      </dl>
      <section aria-labelledby="anchors-title">
        <h2 id="anchors-title">{t("learn.anchors")}</h2>
        <ol start={0}>
          {row.anchors.map((anchor) => (
            <li key={anchor}>{anchor}</li>
          ))}
        </ol>
        {row.caps && <p class="hint">{t("learn.caps")}</p>}
        <a class="button" href={hrefOf({ name: "learn", view: "workplace", section: row.area })}>
          {t("learn.to_workplace")}
        </a>
      </section>
      <RowLinks section="points" ids={row.points} title="learn.its_points" />
    </>
  );
}

function LookAlikeBody({ row }: BodyProps<"lookalikes">) {
  return (
    <>
      <dl class="stack">
        <Said name="learn.looks_like" text={row.role_a} />
        <Said name="learn.they_do" text={row.does} />
        <Said name="learn.difference" text={row.difference} />
      </dl>
      <RoleLinks ids={row.roles} />
      <RuleLinks ids={row.rules} />
    </>
  );
}

function UnverifiedBody({ row }: BodyProps<"unverified">) {
  return (
    <dl class="stack">
      <Said name="learn.unverified_what" text={row.text} />
      <Said name="learn.unverified_ask" text={row.ask} />
    </dl>
  );
}

function LeadershipBody({ row }: BodyProps<"leadership">) {
  return (
    <>
      <p>{row.statement}</p>
      <section aria-labelledby="levels-title">
        <h2 id="levels-title">{t("learn.levels")}</h2>
        <ol>
          {row.levels.map((level) => (
            <li key={level}>{level}</li>
          ))}
        </ol>
        <p class="hint">{t("learn.levels_hint")}</p>
      </section>
      <dl class="stack">
        <Said name="learn.proof" text={row.proof} />
        <Said name="learn.practice" text={row.practice} />
      </dl>
      <RoleLinks ids={row.roles} />
    </>
  );
}

function RoleNoteBody({ row }: BodyProps<"role-notes">) {
  return (
    <>
      <p>{row.text}</p>
      <RoleLinks ids={row.roles} />
    </>
  );
}

function SettingBody({ row }: BodyProps<"settings">) {
  return (
    <dl class="stack">
      <Said name="role.setting_drift" text={row.drift} />
      <Said name="role.setting_respond" text={row.respond} />
    </dl>
  );
}

function SafeguardBody({ row }: BodyProps<"safeguards">) {
  return (
    <dl class="stack">
      <Said name="learn.why" text={row.why} />
      <Said name="check.ask" text={row.question} />
    </dl>
  );
}

export const bodies: { readonly [S in SectionName]: Body<S> } = {
  dilemmas: DilemmaBody,
  principles: Plain,
  readiness: ReadinessBody,
  points: PointBody,
  areas: Plain,
  bands: Plain,
  evidence: EvidenceBody,
  claims: ClaimBody,
  lookalikes: LookAlikeBody,
  disagreements: DisagreementBody,
  unverified: UnverifiedBody,
  about: Plain,
  seeker: SeekerBody,
  help: HelpBody,
  glossary: ({ row }) => <p>{row.text}</p>,
  leadership: LeadershipBody,
  "role-notes": RoleNoteBody,
  tools: Plain,
  settings: SettingBody,
  safeguards: SafeguardBody,
};
