// SPDX-License-Identifier: MIT
// A review of a posting in the order people read it: what is good, what to talk about, what a person should look at,
// what is missing. Pure.
import type { CheckedLine, Finding, SafeguardResult } from "../../../wasm/src/api.gen.ts";
import type { PostingReview } from "../check-state.ts";
import { toneOf } from "./verdict.tsx";
import type { Tone } from "./verdict.tsx";

export interface NumberedFinding {
  finding: Finding;
  /** 1-based, in the order of the text, as its mark says. */
  number: number;
}

export interface OrderedReview {
  protects: NumberedFinding[];
  fits: NumberedFinding[];
  /** What conflicts first, then what depends. */
  concerns: NumberedFinding[];
  unsure: NumberedFinding[];
  /** Lines that no finding explains and that a person should look at. */
  unsureLines: CheckedLine[];
  seen: SafeguardResult[];
  missing: SafeguardResult[];
}

export function orderReview(review: PostingReview): OrderedReview {
  const numbered = review.findings.map((finding, index) => ({ finding, number: index + 1 }));
  const of = (tone: Tone) => numbered.filter(({ finding }) => toneOf(finding) === tone);
  const explained = new Set(review.findings.map((finding) => finding.line_number));
  return {
    protects: of("protects"),
    fits: of("fits"),
    concerns: [...of("conflict"), ...of("depends")],
    unsure: of("unsure"),
    unsureLines: review.lines.filter((line) => line.unsure && !explained.has(line.line_number)),
    seen: review.safeguards.filter((safeguard) => safeguard.present),
    missing: review.safeguards.filter((safeguard) => !safeguard.present),
  };
}

/** How many lines of the text these findings speak about. */
export function lineCount(findings: readonly NumberedFinding[]): number {
  return new Set(findings.map(({ finding }) => finding.line_number)).size;
}
