// SPDX-License-Identifier: MIT
// Prints the page: what is folded opens for paper, and the frame stays away (styles/base.css).
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

export function PrintButton() {
  return (
    <button type="button" class="button" onClick={printPage}>
      <Icon name="print" />
      {t("print.button")}
    </button>
  );
}

/** Opens what is folded in the part that goes to paper, prints, and folds it again. */
function printPage(): void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const each of folded) each.open = true;
  addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)), {
    once: true,
  });
  print();
}
