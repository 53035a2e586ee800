// SPDX-License-Identifier: MIT
// What came of a check in a few sentences: what is good, what to talk about, what is missing; then the one number, then the
// limits. Never reads as an approval.
import { useEffect, useRef } from "preact/hooks";
import type { PostingReview } from "../check-state.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { lineCount } from "./review.ts";
import type { OrderedReview } from "./review.ts";
import type { Tone } from "./verdict.tsx";

interface Props {
  review: PostingReview;
  ordered: OrderedReview;
}

export function PostingSummary({ review, ordered }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title" ref={title} tabIndex={-1}>
        {t("check.result_title")}
      </h2>
      {review.language.has_rules ? (
        <>
          <Sentences ordered={ordered} />
          {review.duties && review.duties.total > 0 && (
            <p>
              {t("check.duties", { in_role: review.duties.in_role, count: review.duties.total })}
            </p>
          )}
        </>
      ) : (
        <p class="notice warm">{t("check.no_rules")}</p>
      )}
      <p class="hint">{t("check.limits")}</p>
    </section>
  );
}

interface Sentence {
  tone: Tone;
  icon: IconName;
  words: string;
}

function Sentences({ ordered }: { ordered: OrderedReview }) {
  return (
    <ul class="sentences">
      {sentencesOf(ordered).map(({ tone, icon, words }) => (
        <li key={words} class={`tone-${tone}`}>
          <span class="spot">
            <Icon name={icon} size={1.1} />
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** What was seen, strengths first. */
export function sentencesOf(ordered: OrderedReview): Sentence[] {
  const fits = lineCount(ordered.fits);
  const protects = lineCount(ordered.protects);
  const seen = ordered.seen.length;
  const conflict = lineCount(ordered.concerns.filter((one) => one.finding.verdict === "conflict"));
  const depends = lineCount(ordered.concerns.filter((one) => one.finding.verdict === "depends"));
  const unsure = lineCount(ordered.unsure) + ordered.unsureLines.length;
  const missing = ordered.missing.length;
  const all: (Sentence & { count: number })[] = [
    {
      count: protects,
      tone: "protects",
      icon: "protects",
      words: t("check.sum_protects", { count: protects }),
    },
    { count: seen, tone: "fits", icon: "done", words: t("check.sum_seen", { count: seen }) },
    { count: fits, tone: "fits", icon: "fits", words: t("check.sum_fits", { count: fits }) },
    {
      count: conflict,
      tone: "conflict",
      icon: "conflict",
      words: t("check.sum_conflict", { count: conflict }),
    },
    {
      count: depends,
      tone: "depends",
      icon: "depends",
      words: t("check.sum_depends", { count: depends }),
    },
    {
      count: unsure,
      tone: "unsure",
      icon: "unsure",
      words: t("check.sum_unsure", { count: unsure }),
    },
    {
      count: Number(conflict + depends + unsure === 0),
      tone: "neutral",
      icon: "open",
      words: t("check.sum_quiet"),
    },
    {
      count: missing,
      tone: "neutral",
      icon: "open",
      words: t("check.sum_missing", { count: missing }),
    },
  ];
  return all.filter(({ count }) => count > 0);
}
