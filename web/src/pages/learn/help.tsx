// SPDX-License-Identifier: MIT
// Help for one screen: what it is for, and what to do there step by step.
import { t } from "../../i18n.ts";
import type { BodyProps } from "./sections.ts";

/** Screens whose address is not their name. */
const addresses: Readonly<Record<string, string>> = {
  home: "#/",
  competency: "#/competencies",
  dilemmas: "#/learn/dilemmas",
  evidence: "#/learn/evidence",
  seeker: "#/learn/seeker",
};

export function HelpBody({ row }: BodyProps<"help">) {
  return (
    <>
      <p>{row.text}</p>
      <ol>
        {row.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a class="button" href={addresses[row.id] ?? `#/${row.id}`}>
          {t("learn.help_open")}
        </a>
      </p>
    </>
  );
}
