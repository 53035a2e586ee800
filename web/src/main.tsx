// SPDX-License-Identifier: MIT
// Start: the core first (it loads beside the page), then the first screen, then everything that can wait.
import { hydrate, render } from "preact";
import { App, parts } from "./app.tsx";
import { startCore, store } from "./core.ts";
import { loadLocale, locale, preferredLocale } from "./i18n.ts";
import { pageShown, prefetchPages } from "./outlet.tsx";
import { keepAllQuietly, keepLater } from "./later-files.ts";
import { openOutbox } from "./outbox.ts";
import { firstQuestionId, loadQuestions } from "./questions.ts";
import { startRatings, takeWaiting } from "./ratings.ts";
import { page, startRouter } from "./router.ts";
import { registerServiceWorker } from "./update.ts";
import "./styles/index.css";

/** Of the screen that index.html shows. */
const shownLanguage = document.documentElement.lang;
locale.value = preferredLocale();
startRouter();
const { at } = document.documentElement.dataset;
const isFirstDeepVisit = at === "deep" && !navigator.serviceWorker?.controller;
const isLater = isFirstDeepVisit && page.value.name !== "competency";
const outbox = openOutbox(() => takeWaiting());
startCore(outbox, isLater ? pageShown : undefined);
startRatings();
// Without a network the words of a language may be missing; English is always here.
void Promise.all([
  loadLocale(locale.value),
  loadQuestions(locale.value).catch(() => undefined), // the core knows them too
])
  .catch(() => (locale.value = "en"))
  .then(nextTask) // a tap that came meanwhile goes first
  .then(start)
  .catch(() => dispatchEvent(new Event("trouble"))); // boot.js tells it

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function start(): void {
  locale.subscribe((tag) => {
    const root = document.documentElement;
    if (root.lang !== tag) root.lang = tag; // even the same value makes a browser style all anew
  });
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
    if (status.state === "open" && status.place === "image")
      void keepLater("image-files", "memory-handle", "shelf");
    void registerServiceWorker()
      .then(prefetchPages)
      .then(() => keepLater("more"))
      .then(keepAllQuietly);
    queueMicrotask(() => stop());
  });
}

/** Takes over the screen that src/first-screen.js shows, if it is the one that is wanted. */
function showApp(): void {
  const root =
    document.getElementById("app") ?? document.body.appendChild(document.createElement("div"));
  const screen = root.firstElementChild;
  if (screen && isOnScreen()) void takeOver(screen);
  else {
    screen?.remove();
    const place = root.appendChild(document.createElement("div"));
    place.className = "frame";
    render(<App />, place);
  }
}

async function takeOver(screen: Element): Promise<void> {
  for (const [selector, Part] of parts) {
    const place = screen.querySelector(selector);
    if (!place) continue;
    const early = place.querySelector<HTMLInputElement>("input[type=radio]:checked");
    if (isOnScreen()) hydrate(<Part />, place);
    else {
      place.replaceChildren(); // somebody went on meanwhile
      render(<Part />, place);
    }
    if (early) takeAnswer(early);
    await nextTask();
  }
}

/** Whether the screen shows the page and the language that are wanted; the address may have changed since. */
function isOnScreen(): boolean {
  const { at } = document.documentElement.dataset;
  const target = page.value;
  if (shownLanguage !== locale.value) return false;
  if (target.name === "competency")
    return at === "question" && target.competencyId === firstQuestionId;
  return at === "home" && target.name === "home";
}

/** A choice that was made before the app could hear of it; it is newer than what the app knows. */
function takeAnswer(early: HTMLInputElement): void {
  early.checked = true;
  early.dispatchEvent(new Event("change", { bubbles: true }));
}
