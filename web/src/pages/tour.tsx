// SPDX-License-Identifier: MIT
// The first minute: three steps that show, with the real check and the real levels, what Trellis does. Keeps nothing.
import { useSignal } from "@preact/signals";
import { locale, t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { FindingCard } from "../parts/finding-card.tsx";
import { Icon } from "../parts/icon.tsx";
import { LevelPicker } from "../parts/level-picker.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { quoteAround } from "../parts/quote.ts";
import { earlyPlaceOf, firstQuestionId } from "../questions.ts";
import type { Choice } from "../ratings.ts";
import { useReading } from "../reading.ts";
import { defaultRoleId, hrefOf } from "../router.ts";
import type { Page } from "../router.ts";

export const tourSteps = [1, 2, 3] as const;
export type TourStep = (typeof tourSteps)[number];

const titles = { 1: "tour.check_title", 2: "tour.rate_title", 3: "tour.safe_title" } as const;
const texts = { 1: "tour.check_text", 2: "tour.rate_text", 3: "tour.safe_text" } as const;

export default function TourPage({ step }: { step: TourStep }) {
  return (
    <>
      <p class="soft">{t("tour.position", { step, total: tourSteps.length })}</p>
      <PageHeading page={t(titles[step])}>{t(titles[step])}</PageHeading>
      <p class="lead">{t(texts[step])}</p>
      {step === 1 && <TryCheck />}
      {step === 2 && <TryLevels />}
      {step === 3 && <Safe />}
      <div class="actions">
        {step > 1 && (
          <a class="button" href={hrefOf({ name: "tour", step: step === 3 ? 2 : 1 })}>
            <Icon name="back" />
            {t("tour.back")}
          </a>
        )}
        <a
          class="button primary"
          href={hrefOf(step === 3 ? { name: "home" } : { name: "tour", step: step === 1 ? 2 : 3 })}
        >
          {step === 3 ? t("tour.finish") : t("tour.next")}
          <Icon name="forward" />
        </a>
      </div>
    </>
  );
}

function TryCheck() {
  const text = t("check.example_task");
  const reading = useReading("check_task", { text, role_id: defaultRoleId });
  return (
    <>
      <blockquote class="statement">{text}</blockquote>
      <h2>{t("tour.check_answer")}</h2>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" &&
        reading.value.findings
          .slice(0, 1)
          .map((finding) => (
            <FindingCard
              key={finding.rule_id}
              kind="task"
              finding={finding}
              number={1}
              quote={quoteAround(text, finding.span)}
              lang={locale.value}
            />
          ))}
    </>
  );
}

function TryLevels() {
  const chosen = useSignal<Choice>(null);
  const early = earlyPlaceOf(firstQuestionId);
  if (!early) return null;
  return (
    <div class="card stack">
      <LevelPicker
        competency={early.place.competency}
        levels={early.levels}
        chosen={chosen}
        onChoose={(answer, level) => (chosen.value = answer === "level" ? level : answer)}
      />
      <p role="status">{chosen.value !== null && t("tour.rate_tried")}</p>
    </div>
  );
}

const ways: readonly {
  page: Page;
  words: "tour.safe_guest" | "tour.safe_lock" | "tour.safe_backup";
}[] = [
  { page: { name: "privacy" }, words: "tour.safe_guest" },
  { page: { name: "privacy" }, words: "tour.safe_lock" },
  { page: { name: "backup" }, words: "tour.safe_backup" },
];

function Safe() {
  return (
    <ul class="promises">
      <li>
        <Icon name="protects" />
        {t("tour.safe_leave")}
      </li>
      {ways.map(({ page, words }) => (
        <li key={words}>
          <Icon name="protects" />
          <a href={hrefOf(page)}>{t(words)}</a>
        </li>
      ))}
    </ul>
  );
}
