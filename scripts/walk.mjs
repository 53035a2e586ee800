// SPDX-License-Identifier: MIT
// Walks through the app as people meet it and keeps a picture of each step in docs/walk/, in both languages and themes:
// every step on a small phone, some with large text and on a wide screen. Needs build/web.
// Usage: node scripts/walk.mjs [FOLDER [START OF THE NAMES OF VIEWS]]
import { mkdir, readFile, rm } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { startServer } from "./serve.mjs";

const [folder = "docs/walk", only = ""] = process.argv.slice(2);

const wordFiles = ["ui", "ui-pages", "ui-growth", "ui-learn", "ui-chart"];
async function wordsOf(tag) {
  const texts = wordFiles.map((name) =>
    readFile(new URL(`../content/locales/${tag}/${name}.json`, import.meta.url), "utf8"),
  );
  return Object.assign({}, ...(await Promise.all(texts)).map((text) => JSON.parse(text)));
}
const words = { en: await wordsOf("en"), es: await wordsOf("es") };

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const saved = (page, say) => page.getByRole("status").filter({ hasText: say["save.saved"] }).first().waitFor();

/** What somebody may have given in some weeks, so that no page is empty. Everything here is made up. */
async function live(page, locale, url) {
  const say = words[locale];
  for (const [id, level] of [
    ["D1.1", 4],
    ["D1.2", 3],
    ["D2.1", 5],
    ["D3.1", 2],
    ["D4.1", 3],
  ]) {
    await page.goto(`${url}#/competencies/${id}`);
    await page.getByRole("radio", { name: new RegExp(`^${level} ·`) }).check();
    await saved(page, say);
  }
  for (const [line, daysAgo] of [
    ["medication", 70],
    ["medication", 40],
    ["rides", 36],
    ["medication", 3],
  ]) {
    await page.goto(`${url}#/drift`);
    await page.getByLabel(say["drift.words"]).fill(requests[line][locale]);
    await page.getByText(say["drift.family_hint"]).waitFor();
    const day = page.getByLabel(say["drift.on"], { exact: true });
    if (!(await day.isVisible())) await page.getByText(say["drift.more"]).click();
    await day.fill(dayBefore(daysAgo));
    await press(page, say["drift.keep"]);
    await saved(page, say);
  }
  await page.goto(`${url}#/plan`);
  await page.getByLabel(say["plan.text"], { exact: true }).fill(goal[locale]);
  await press(page, say["plan.keep"]);
  await saved(page, say);
  await page.goto(`${url}#/log`);
  await page.getByLabel(say["log.amount"], { exact: true }).fill("7.5");
  await press(page, say["log.keep"]);
  await saved(page, say);
  await page.goto(`${url}#/workplace`);
  await page.getByRole("radio", { name: say["work.voice_organization"] }).check();
  for (const [area, answer] of [
    ["role", 3],
    ["supervision", 2],
    ["pay", 0],
  ]) {
    await page.goto(`${url}#/workplace/${area}`);
    for (const question of await page.locator("fieldset").all()) await question.getByRole("radio").nth(answer).check();
    await saved(page, say);
  }
}

const requests = {
  medication: { en: "Asked me to hand out medication", es: "Me pidieron repartir la medicación" },
  rides: {
    en: "Asked me to drive people to court in the van",
    es: "Me pidieron llevar personas a la corte en la camioneta",
  },
};
const goal = { en: "Ask for supervision by a peer", es: "Pedir supervisión de un par" };
const dayBefore = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What the walk shows, in order. `act` brings the page into the state that says most; `to` is what comes into view. */
const steps = [
  { name: "home", hash: "#/" },
  { name: "first-minute", hash: "#/tour/1" },
  {
    name: "check",
    hash: "#/check",
    to: ".result",
    act: (page) =>
      page
        .locator("button", { hasText: /example|ejemplo/ })
        .first()
        .click(),
  },
  {
    name: "task",
    hash: "#/check/task",
    to: ".result",
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
  { name: "results-picture", hash: "#/results", to: "figure" },
  { name: "change", hash: "#/assess/change" },
  { name: "grow", hash: "#/grow" },
  { name: "ladder", hash: "#/ladder" },
  { name: "plan", hash: "#/plan" },
  { name: "plan-to-mend", hash: "#/plan", act: (page, say) => press(page, say["plan.keep"]), to: "[role=alert]" },
  { name: "log", hash: "#/log" },
  { name: "drift", hash: "#/drift" },
  { name: "drift-picture", hash: "#/drift", to: "figure" },
  { name: "agenda", hash: "#/agenda" },
  { name: "second-view", hash: "#/second-view" },
  { name: "group", hash: "#/group" },
  { name: "learn", hash: "#/learn" },
  { name: "dilemmas", hash: "#/learn/dilemmas" },
  { name: "workplace", hash: "#/workplace" },
  { name: "workplace-picture", hash: "#/workplace/result", to: "figure" },
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
    every: named("home", "check", "question", "results", "results-picture", "drift"),
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
  const say = words[locale];
  await live(page, locale, server.url);
  // The text size that a person sets in the browser, which media queries follow too.
  const browserSettings = await context.newCDPSession(page);
  await browserSettings.send("Page.setFontSizes", { fontSizes: { standard: 16 * textScale } });
  for (const [nth, step] of every.entries()) {
    await page.goto("about:blank");
    await page.goto(server.url + step.hash);
    await settled(page);
    await step.act?.(page, say);
    await settled(page);
    if (step.to)
      await page
        .locator(step.to)
        .first()
        .evaluate((part) => scrollTo(0, scrollY + part.getBoundingClientRect().top - 64));
    else await page.evaluate(() => scrollTo(0, 0));
    const path = `${into}/${String(nth + 1).padStart(2, "0")}-${step.name}.jpg`;
    await page.screenshot({ path, type: "jpeg", quality: 40 });
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
