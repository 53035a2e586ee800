// SPDX-License-Identifier: MIT
// Start: the core first (it loads beside the page), then the first screen, then everything that can wait.
import { hydrate, render } from "preact";
import { App } from "./app.tsx";
import { startCore, store } from "./core.ts";
import { loadLocale, locale, preferredLocale } from "./i18n.ts";
import { prefetchPages } from "./outlet.tsx";
import { keepAllQuietly, keepLater } from "./later-files.ts";
import { openOutbox } from "./outbox.ts";
import { firstQuestionId, loadQuestions } from "./questions.ts";
import { startRatings } from "./ratings.ts";
import { page, startRouter } from "./router.ts";
import { registerServiceWorker } from "./update.ts";
import "./styles/index.css";

locale.value = preferredLocale();
startRouter();
startCore(openOutbox());
startRatings();
// Without a network the words of a language may be missing; English is always here.
void Promise.all([
  loadLocale(locale.value),
  loadQuestions(locale.value).catch(() => undefined), // the core knows them too
])
  .catch(() => (locale.value = "en"))
  .then(nextTask) // a tap that came meanwhile goes first
  .then(start);

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function start(): void {
  showApp();
  performance.mark("usable");
  if ("launchQueue" in globalThis)
    void import("./launch.ts").then(({ receiveFiles }) => receiveFiles());
  // The words of another language are files of their own: the page's, and the core's, which its worker fetches when first asked.
  locale.subscribe((tag) => {
    if (tag !== "en") void keepLater("ui", tag, `content-${tag}`);
  });
  const stop = store.subscribe((status) => {
    if (status.state === "opening") return;
    if (status.state === "open" && status.place === "image") void keepLater("image-files", "shelf");
    void registerServiceWorker()
      .then(prefetchPages)
      .then(() => keepLater("more"))
      .then(keepAllQuietly);
    queueMicrotask(() => stop());
  });
}

/** Takes over what index.html already shows; the shell of the other language goes away. */
function showApp(): void {
  const root =
    document.getElementById("app") ?? document.body.appendChild(document.createElement("div"));
  const shells = [...root.querySelectorAll<HTMLElement>(".shell")];
  const { at } = document.documentElement.dataset;
  const own = shells.find((shell) => shell.lang === locale.value && shell.dataset["at"] === at);
  shells.filter((shell) => shell !== own).forEach((shell) => shell.remove());
  document.documentElement.lang = locale.value;
  const place = own ?? root.appendChild(document.createElement("div"));
  place.className = "frame";
  if (own && isInShell()) {
    hydrate(<App />, place);
    takeEarlyAnswer(place);
  } else {
    place.replaceChildren();
    render(<App />, place);
  }
}

/** Whether index.html shows the page that is wanted; the address may have changed since. */
function isInShell(): boolean {
  const { at } = document.documentElement.dataset;
  const target = page.value;
  if (target.name === "competency")
    return at === "question" && target.competencyId === firstQuestionId;
  return at === "home" && target.name === "home";
}

/** A choice that was made before the app could hear of it. */
function takeEarlyAnswer(place: HTMLElement): void {
  const chosen = place.querySelector<HTMLInputElement>("input[type=radio]:checked");
  chosen?.dispatchEvent(new Event("change", { bubbles: true }));
}
