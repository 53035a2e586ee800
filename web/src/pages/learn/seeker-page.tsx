// SPDX-License-Identifier: MIT
// "Is this role for me?": what the work is like, an honest look at what one expects, the steps, and what to ask.
import type { ComponentChildren } from "preact";
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { BackLink } from "./back-link.tsx";
import { PackRows } from "./pack-rows.tsx";
import { Expectation, SeekerText } from "./seeker-body.tsx";
import type { SeekerRow } from "./seeker-body.tsx";
import { pathTo } from "./sections.ts";
import type { Rows } from "./sections.ts";
import { SourceNames } from "./source-names.tsx";

export function SeekerPage() {
  const reading = useReading("get_section", { section: "seeker" });
  return (
    <>
      <BackLink />
      <PageHeading page={t("learn.seeker")}>{t("learn.seeker")}</PageHeading>
      <p class="lead">{t("learn.seeker_lead")}</p>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <SeekerParts answer={reading.value} />}
      <PackRows section="seeker" />
    </>
  );
}

const leads: Record<SeekerRow["kind"], TextKey> = {
  reality: "learn.reality_lead",
  expectation: "learn.expectation_lead",
  step: "learn.step_lead",
  prepare: "learn.prepare_lead",
  question: "learn.question_lead",
};

function SeekerParts({ answer }: { answer: Rows }) {
  const ofKind = (kind: SeekerRow["kind"]) =>
    (answer.seeker ?? [])
      .filter((row) => row.kind === kind)
      .sort((one, other) => one.order - other.order);
  const textOf = (row: SeekerRow) => <SeekerText row={row} />;
  const questions = ofKind("question");
  return (
    <div class="result">
      <Part kind="reality" rows={ofKind("reality")} answer={answer} draw={textOf} />
      <Part
        kind="expectation"
        rows={ofKind("expectation")}
        answer={answer}
        draw={(row) => <Expectation row={row} />}
      />
      <Part kind="step" rows={ofKind("step")} answer={answer} draw={textOf} />
      <Part kind="prepare" rows={ofKind("prepare")} answer={answer} draw={textOf} />
      <Part kind="question" rows={questions} answer={answer} draw={textOf} />
      <div class="actions">
        <CopyButton
          text={questions.map(({ text }) => `- ${text}`).join("\n")}
          words={t("learn.copy_questions")}
        />
        <PrintButton />
      </div>
    </div>
  );
}

interface PartProps {
  kind: SeekerRow["kind"];
  rows: readonly SeekerRow[];
  answer: Rows;
  draw: (row: SeekerRow) => ComponentChildren;
}

function Part({ kind, rows, answer, draw }: PartProps) {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{t(`learn.seeker_${kind}`)}</h2>
      <p class="hint">{t(leads[kind])}</p>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Fold summary={row.title}>
              <div class="stack">
                {draw(row)}
                <SourceNames row={row} sources={answer.sources} />
                <a class="inline-target" href={hrefOf(pathTo("seeker", row.id))}>
                  {t("learn.more_about")}
                </a>
              </div>
            </Fold>
          </li>
        ))}
      </ul>
    </section>
  );
}
