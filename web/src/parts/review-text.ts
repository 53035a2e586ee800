// SPDX-License-Identifier: MIT
// A review as plain text, for a file that a person asks for: same order as on screen, limits included. Pure but for the
// language of the interface.
import type { PostingReview } from "../check-state.ts";
import { formatDate, t } from "../i18n.ts";
import { orderReview } from "./review.ts";
import type { NumberedFinding } from "./review.ts";
import { dutiesInRole, sentencesOf } from "./posting-summary.tsx";
import { toneOf, verdictWords } from "./verdict.tsx";

/** @param day  today as YYYY-MM-DD */
export function reviewText(text: string, review: PostingReview, day: string): string {
  const ordered = orderReview(review);
  const findings = (list: readonly NumberedFinding[]) => list.map((one) => findingText(text, one));
  const parts = [
    `${t("app.name")}: ${t("check.result_title")} (${formatDate(day)})`,
    sentencesOf(review, ordered)
      .map(({ words }) => `- ${words}`)
      .join("\n"),
    dutiesInRole(review),
    t("check.limits"),
    section(t("check.strengths_title"), [
      ...findings(ordered.protects),
      ...ordered.seen.map(({ name }) => `- ${name}`),
    ]),
    section(t("check.concerns_title"), findings(ordered.concerns)),
    section(t("check.unsure_title"), [
      ...findings(ordered.unsure),
      ...ordered.unsureLines.map(({ span }) => `- “${text.slice(span.begin, span.end).trim()}”`),
    ]),
    section(
      t("check.missing_title"),
      review.language.has_rules ? ordered.missing.map(({ name }) => `- ${name}`) : [],
    ),
    section(
      t("check.questions_title"),
      review.questions.map((question) => `- ${question}`),
    ),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title.toLocaleUpperCase()}\n${lines.join("\n")}`;
}

function findingText(text: string, { finding }: NumberedFinding): string {
  const tone = toneOf(finding);
  const isConcern = tone !== "protects" && tone !== "fits";
  const [clause] = finding.clauses;
  const lines = [
    `- ${finding.name} (${verdictWords(tone)})`,
    `${t("check.line", { line: finding.line_number })}: “${text.slice(finding.span.begin, finding.span.end)}”`,
    `${t("check.why")}: ${finding.why}`,
    isConcern && finding.condition && `${t("check.condition")}: ${finding.condition}`,
    isConcern && finding.instead && `${t("check.instead_posting")}: ${finding.instead}`,
    clause && `${t("source.title")}: ${clause.document}, ${clause.section}`,
  ];
  return lines.filter(Boolean).join("\n  ");
}
