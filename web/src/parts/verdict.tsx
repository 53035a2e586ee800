// SPDX-License-Identifier: MIT
// A verdict as words, shape and colour together; never colour alone. The words come from content/locales.
import type { Finding, Verdict } from "../../../wasm/src/api.gen.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

/**
 * What a finding says, told apart by eye: a duty that the text rules out protects the role, and where the core is
 * unsure its best guess is not shown as a verdict.
 */
export type Tone = Verdict | "protects" | "unsure";

export function toneOf(finding: Pick<Finding, "verdict" | "negated" | "unsure">): Tone {
  if (finding.unsure) return "unsure";
  return finding.negated ? "protects" : finding.verdict;
}

export function verdictWords(tone: Tone): string {
  switch (tone) {
    case "conflict":
      return t("verdict.conflict");
    case "depends":
      return t("verdict.depends");
    case "fits":
      return t("verdict.fits");
    case "protects":
      return t("verdict.negated");
    case "unsure":
      return t("verdict.unsure");
    case "neutral":
      return t("verdict.neutral");
  }
}

export function VerdictBadge({ tone }: { tone: Tone }) {
  return (
    <span class={`badge tone-${tone}`}>
      {tone !== "neutral" && <Icon name={tone} size={1.1} />}
      {verdictWords(tone)}
    </span>
  );
}
