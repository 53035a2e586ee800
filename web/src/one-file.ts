// SPDX-License-Identifier: MIT
// Where the one-file edition starts: with Trellis, or, after someone left quickly, with the neutral page that lies in
// the same file. src/boot.js, which runs first, says which and hides the page until then.

const root = document.documentElement;
if (root.dataset["at"] === "list") showList();
else void import("./main.tsx");

/** Nothing of Trellis stays in the page, and none of it has run. */
function showList(): void {
  const list = document.querySelector<HTMLTemplateElement>(`#list-${root.lang}`);
  if (!list) return;
  document.title = list.dataset["title"] ?? "";
  document.querySelectorAll("style, meta, link").forEach((element) => element.remove());
  document.body.replaceChildren(list.content);
  root.hidden = false;
}
