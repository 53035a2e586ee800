// SPDX-License-Identifier: MIT
// The first screen as HTML for index.html, made at build time by web/plugins/shell.ts. Never runs in a browser.
import { renderToString } from "preact-render-to-string";
import type { Locale } from "../../wasm/src/api.gen.ts";
import { App } from "./app.tsx";
import { loadLocale, locale, locales, t } from "./i18n.ts";
import type { TextKey } from "./i18n.ts";
import { firstQuestionId, loadQuestions } from "./questions.ts";
import { hrefOf, showAddress } from "./router.ts";

for (const tag of locales) {
  await loadLocale(tag);
  await loadQuestions(tag);
}

/** Screens that stand in index.html, in every language; src/boot.js shows the fitting one. */
const addresses = {
  home: "#/",
  question: hrefOf({ name: "competency", competencyId: firstQuestionId }),
} as const;
export const firstQuestionHref = addresses.question;
export const shellPages = Object.keys(addresses) as (keyof typeof addresses)[];

export function renderShell(tag: Locale, at: keyof typeof addresses): string {
  locale.value = tag;
  showAddress(addresses[at]);
  return renderToString(<App />);
}

/** A plain text of the interface in one language, for the parts of index.html that are not a page. */
export function textOf(tag: Locale, key: TextKey): string {
  locale.value = tag;
  return t(key);
}
