// SPDX-License-Identifier: MIT
// Help for one screen: what it is for, and what to do there step by step.
import { t } from "../../i18n.ts";
import { hrefOf } from "../../router.ts";
import { isSection, pathTo } from "./sections.ts";
import type { BodyProps } from "./sections.ts";

/** The address of the screen that a row of help.json is about. */
function addressOf(id: string): string {
  if (id === "home") return "#/";
  if (id === "competency") return "#/competencies";
  const isInLibrary = id === "tasks" || id === "packs" || (isSection(id) && id !== "about");
  return isInLibrary ? hrefOf(pathTo(id)) : `#/${id}`;
}

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
        <a class="button" href={addressOf(row.id)}>
          {t("learn.help_open")}
        </a>
      </p>
    </>
  );
}
