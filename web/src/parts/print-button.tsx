// SPDX-License-Identifier: MIT
// Prints the page, as the browser's own command does: what is folded opens for paper, and the frame, forms and buttons
// stay away (styles/base.css, print.css). What a person keeps to themself opens only by their own hand (`data-own`).
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

export function PrintButton() {
  return (
    <button type="button" class="button" onClick={() => print()}>
      <Icon name="print" />
      {t("print.button")}
    </button>
  );
}

/** Opens what is folded until the page is printed. */
function unfold(): void {
  const folded = document.querySelectorAll<HTMLDetailsElement>(
    "main details:not([open], [data-own])",
  );
  for (const each of folded) each.open = true;
  const fold = () => folded.forEach((each) => (each.open = false));
  addEventListener("afterprint", fold, { once: true });
}

addEventListener("beforeprint", unfold);
