// SPDX-License-Identifier: MIT
// What came of a check in a few sentences: what is good, what to talk about, what is missing; then the one number,
// then the limits. Never reads as an approval.
import { useEffect, useRef } from "preact/hooks";
import type { PostingReview } from "../check-state.ts";
import { t } from "../i18n.ts";
import type { PluralKey } from "../i18n.ts";
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
  const number = dutiesInRole(review);
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title" ref={title} tabIndex={-1}>
        {t("check.result_title")}
      </h2>
      {review.language.has_rules ? (
        <>
          <Sentences sentences={sentencesOf(review, ordered)} />
          {number && <p>{number}</p>}
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

function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  return (
    <ul class="sentences">
      {sentences.map(({ tone, icon, words }) => (
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
export function sentencesOf(review: PostingReview, ordered: OrderedReview): Sentence[] {
  const { in_role: fits, total } = review.duties;
  const fitsWords = fits * 2 >= total ? t("check.sum_fits_much") : t("check.sum_fits_part");
  const protects = lineCount(ordered.protects);
  const seen = ordered.seen.length;
  const conflict = lineCount(ordered.concerns.filter((one) => one.finding.verdict === "conflict"));
  const depends = lineCount(ordered.concerns.filter((one) => one.finding.verdict === "depends"));
  const unsure = lineCount(ordered.unsure) + ordered.unsureLines.length;
  const missing = ordered.missing.length;
  const quiet = Number(conflict + depends + unsure === 0);
  const all: (Sentence & { count: number })[] = [
    counted(protects, "protects", "protects", "check.sum_protects"),
    counted(seen, "fits", "done", "check.sum_seen"),
    { count: fits, tone: "fits", icon: "fits", words: fitsWords },
    counted(conflict, "conflict", "conflict", "check.sum_conflict"),
    counted(depends, "depends", "depends", "check.sum_depends"),
    counted(unsure, "unsure", "unsure", "check.sum_unsure"),
    { count: quiet, tone: "neutral", icon: "open", words: t("check.sum_quiet") },
    counted(missing, "neutral", "open", "check.sum_missing"),
  ];
  return all.filter(({ count }) => count > 0);
}

function counted(count: number, tone: Tone, icon: IconName, key: PluralKey) {
  return { count, tone, icon, words: t(key, { count }) };
}

/** The one number, which stands after the words; undefined where the core counted no duty. */
export function dutiesInRole({ duties }: PostingReview): string | undefined {
  if (duties.total === 0) return undefined;
  return t("check.duties", { in_role: duties.in_role, count: duties.total });
}
