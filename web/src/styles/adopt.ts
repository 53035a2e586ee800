// SPDX-License-Identifier: MIT
// Styles that the first screen does not need come with the code of the pages that do: in index.html they would hold up
// the first answer.

/** Adds a style sheet behind those that are there. */
export function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
