// SPDX-License-Identifier: MIT
// Walks through the app as people meet it and keeps a picture of each step in docs/walk/, in both languages and themes:
// every step on a small phone, some with large text and on a wide screen. Needs build/web.
// Usage: node scripts/walk.mjs [FOLDER [START OF THE NAMES OF VIEWS]]
import { mkdir, rm } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { startServer } from "./serve.mjs";

const [folder = "docs/walk", only = ""] = process.argv.slice(2);

/** What the walk shows, in order. `act` brings the page into the state that says most. */
const steps = [
  { name: "home", hash: "#/" },
  { name: "first-minute", hash: "#/tour/1" },
  {
    name: "check",
    hash: "#/check",
    act: (page) =>
      page
        .locator("button", { hasText: /example|ejemplo/ })
        .first()
        .click(),
  },
  {
    name: "task",
    hash: "#/check/task",
    act: (page) =>
      page
        .locator("button", { hasText: /example|ejemplo/ })
        .first()
        .click(),
  },
  { name: "role", hash: "#/role" },
  { name: "question", hash: "#/competencies/D1.1", act: (page) => page.getByRole("radio", { name: /^4 ·/ }).check() },
  { name: "competencies", hash: "#/competencies" },
  { name: "results", hash: "#/results" },
  { name: "grow", hash: "#/grow" },
  { name: "ladder", hash: "#/ladder" },
  { name: "plan", hash: "#/plan" },
  { name: "log", hash: "#/log" },
  { name: "drift", hash: "#/drift" },
  { name: "agenda", hash: "#/agenda" },
  { name: "second-view", hash: "#/second-view" },
  { name: "group", hash: "#/group" },
  { name: "learn", hash: "#/learn" },
  { name: "dilemmas", hash: "#/learn/dilemmas" },
  { name: "workplace", hash: "#/workplace" },
  { name: "evidence", hash: "#/learn/evidence" },
  { name: "seeker", hash: "#/learn/seeker" },
  { name: "search", hash: "#/search" },
  { name: "privacy", hash: "#/privacy" },
  { name: "backup", hash: "#/backup" },
  { name: "about", hash: "#/about" },
];

const named = (...names) => steps.filter(({ name }) => names.includes(name));
const sizes = [
  { name: "phone", viewport: { width: 360, height: 640 }, every: steps },
  {
    name: "large-text",
    viewport: { width: 320, height: 568 },
    textScale: 2,
    every: named("home", "check", "question", "results", "drift"),
  },
  {
    name: "wide",
    viewport: { width: 1280, height: 800 },
    every: named("home", "check", "question", "results", "ladder", "drift", "agenda", "second-view", "learn"),
  },
];
const views = sizes.flatMap((size) =>
  ["en", "es"].flatMap((locale) =>
    ["light", "dark"].map((colorScheme) => ({
      ...size,
      name: `${size.name}-${locale}-${colorScheme}`,
      locale,
      colorScheme,
    })),
  ),
);

const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const view of views.filter(({ name }) => name.startsWith(only))) await walk(view);
await browser.close();
await server.stop();

async function walk({ name, locale, colorScheme, viewport, textScale = 1, every }) {
  const into = `${folder}/${name}`;
  await rm(into, { recursive: true, force: true }); // the pictures of other views stay
  await mkdir(into, { recursive: true });
  const isPhone = viewport.width < 700;
  const context = await browser.newContext({
    locale,
    colorScheme,
    viewport,
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  // The text size that a person sets in the browser, which media queries follow too.
  const browserSettings = await context.newCDPSession(page);
  await browserSettings.send("Page.setFontSizes", { fontSizes: { standard: 16 * textScale } });
  for (const [nth, step] of every.entries()) {
    await page.goto("about:blank");
    await page.goto(server.url + step.hash);
    await settled(page);
    await step.act?.(page);
    await settled(page);
    await page.evaluate(() => scrollTo(0, 0));
    const path = `${into}/${String(nth + 1).padStart(2, "0")}-${step.name}.jpg`;
    await page.screenshot({ path, type: "jpeg", quality: 50 });
  }
  await context.close();
}

/** The app runs, and nothing has been on its way for some frames. */
async function settled(page) {
  await page.waitForFunction(() => {
    const isReady = performance.getEntriesByName("usable").length > 0 && !document.querySelector(".loading");
    globalThis.quietFrames = isReady ? (globalThis.quietFrames ?? 0) + 1 : 0;
    return globalThis.quietFrames > 20;
  });
  await page.evaluate(() => (globalThis.quietFrames = 0));
}
