// SPDX-License-Identifier: MIT
// What came of checking one task: the verdict in one line, then what to say, what to do instead, and whom to talk to.
import { useEffect, useRef } from "preact/hooks";
import type { TaskReview } from "../check-state.ts";
import { t } from "../i18n.ts";
import { FindingCard } from "./finding-card.tsx";
import { Icon } from "./icon.tsx";
import { languageOf } from "./posting-result.tsx";
import { quoteAround } from "./quote.ts";
import { toneOf, VerdictBadge } from "./verdict.tsx";
import type { Tone } from "./verdict.tsx";

interface Props {
  text: string;
  review: TaskReview;
  onStartOver: () => void;
}

export function TaskResult({ text, review, onStartOver }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, []);
  const tone = toneOfTask(review);
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 id="result-title" ref={title} tabIndex={-1}>
        {t("check.task_verdict")} <VerdictBadge tone={tone} />
      </h2>
      {review.unsure && review.findings.length === 0 && <p class="notice">{t("check.unsure")}</p>}
      {!review.language.has_rules && <p class="notice warm">{t("check.no_rules")}</p>}
      {review.language.has_rules && tone === "neutral" && <p>{t("check.task_neutral")}</p>}
      {review.findings.map((finding, index) => (
        <FindingCard
          key={index}
          kind="task"
          finding={finding}
          number={index + 1}
          plain={review.findings.length === 1}
          quote={quoteAround(text, finding.span)}
          lang={languageOf(review.language)}
        />
      ))}
      {tone !== "fits" && tone !== "protects" && <WhomToTalkTo />}
      <p class="hint">{t("check.limits")}</p>
      <button type="button" class="button" onClick={onStartOver}>
        {t("check.new")}
      </button>
    </section>
  );
}

function toneOfTask({ verdict, unsure, findings: [first] }: TaskReview): Tone {
  if (unsure) return "unsure";
  return first && verdict === "fits" ? toneOf(first) : verdict;
}

function WhomToTalkTo() {
  return (
    <section class="card" aria-labelledby="whom-title">
      <h3 id="whom-title" class="with-icon">
        <Icon name="people" />
        {t("check.whom")}
      </h3>
      <p>{t("check.whom_text")}</p>
    </section>
  );
}
