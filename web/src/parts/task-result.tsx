// SPDX-License-Identifier: MIT
// What came of checking one task: the verdict in one line, then the cards behind it.
import { useEffect, useRef } from "preact/hooks";
import type { TaskReview } from "../check-state.ts";
import { t } from "../i18n.ts";
import { FindingCard } from "./finding-card.tsx";
import { languageOf } from "./posting-result.tsx";
import { VerdictBadge } from "./verdict.tsx";

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
  const [first] = review.findings;
  const tone = first?.negated && review.verdict === "fits" ? "protects" : review.verdict;
  return (
    <section class="result" aria-labelledby="result-title">
      <h2 id="result-title" ref={title} tabIndex={-1}>
        {t("check.task_verdict")} <VerdictBadge tone={tone} />
      </h2>
      {review.unsure && review.findings.length === 0 && <p class="notice">{t("check.unsure")}</p>}
      {review.verdict === "neutral" && <p>{t("check.task_neutral")}</p>}
      {!review.language.has_rules && <p class="notice">{t("check.no_rules")}</p>}
      <div class="stack">
        {review.findings.map((finding, index) => (
          <FindingCard
            key={index}
            finding={finding}
            number={index + 1}
            quote={text.slice(finding.span.begin, finding.span.end)}
            lang={languageOf(review.language)}
          />
        ))}
      </div>
      <p class="hint">{t("check.limits")}</p>
      <button type="button" class="button" onClick={onStartOver}>
        {t("check.new")}
      </button>
    </section>
  );
}
