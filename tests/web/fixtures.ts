// SPDX-License-Identifier: MIT
// What every journey starts with: a server of its own for each worker, and a watch that fails a test when the page
// reports an error or asks another origin for anything.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { securityHeaders } from "../../scripts/security-headers.mjs";
import { startServer } from "../../scripts/serve.mjs";
import enFirst from "../../content/locales/en/ui.json" with { type: "json" };
import enMore from "../../content/locales/en/ui-more.json" with { type: "json" };
import enPages from "../../content/locales/en/ui-pages.json" with { type: "json" };
import enGrowth from "../../content/locales/en/ui-growth.json" with { type: "json" };
import enLearn from "../../content/locales/en/ui-learn.json" with { type: "json" };
import enChart from "../../content/locales/en/ui-chart.json" with { type: "json" };
import enOneFile from "../../content/locales/en/ui-one-file.json" with { type: "json" };
import enPlain from "../../content/locales/en/ui-plain.json" with { type: "json" };
import esFirst from "../../content/locales/es/ui.json" with { type: "json" };
import esMore from "../../content/locales/es/ui-more.json" with { type: "json" };
import esPages from "../../content/locales/es/ui-pages.json" with { type: "json" };
import esGrowth from "../../content/locales/es/ui-growth.json" with { type: "json" };
import esLearn from "../../content/locales/es/ui-learn.json" with { type: "json" };
import esChart from "../../content/locales/es/ui-chart.json" with { type: "json" };
import esOneFile from "../../content/locales/es/ui-one-file.json" with { type: "json" };
import esPlain from "../../content/locales/es/ui-plain.json" with { type: "json" };

export { expect };
const en = {
  ...enFirst,
  ...enPages,
  ...enMore,
  ...enGrowth,
  ...enLearn,
  ...enChart,
  ...enOneFile,
  ...enPlain,
};
const es = {
  ...esFirst,
  ...esPages,
  ...esMore,
  ...esGrowth,
  ...esLearn,
  ...esChart,
  ...esOneFile,
  ...esPlain,
};
export const words = { en, es };
export const webRoot =
  process.env["TRELLIS_WEB_ROOT"] ?? fileURLToPath(new URL("../../build/web", import.meta.url));

export const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
export const launchOptions = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

/** What a page complained about, and where it wanted to go. */
export interface Watch {
  problems: string[];
  foreign: string[];
}

export function watchPage(page: Page, url: string): Watch {
  const watch: Watch = { problems: [], foreign: [] };
  page.on("pageerror", (error) => watch.problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") watch.problems.push(message.text());
  });
  page.context().on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(data|blob):/.test(target)) watch.foreign.push(target);
  });
  return watch;
}

export const test = base.extend<{ watch: Watch }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer({ root: webRoot });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  watch: [
    async ({ page, server }, use) => {
      const watch = watchPage(page, server.url);
      await use(watch);
      expect(watch.problems, "errors on the page").toEqual([]);
      expect(watch.foreign, "requests to another origin").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page of the app, for example "#/check", and waits until its heading is there. */
export async function open(page: Page, hash = "#/"): Promise<void> {
  const go = () => page.goto(`./${hash}`);
  // A page that has just started anew may still be told of by the browser when this one is asked for.
  await go().catch((error: Error) =>
    /interrupted/.test(error.message) ? go() : Promise.reject(error),
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Goes to a bare file of the same origin, where no page of the app holds a file open. */
export async function leaveApp(page: Page): Promise<void> {
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 })); // a bare file names no icon
  await page.goto("./manifest.webmanifest");
}

/** Does what makes Trellis start anew, and waits until it has. */
export async function startAnew(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => (document.body.dataset["visit"] = "before"));
  await act();
  await page.waitForFunction(
    () => document.readyState === "complete" && document.body.dataset["visit"] === undefined,
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Pastes a posting and waits for what was seen. */
export async function checkPosting(page: Page, text: string): Promise<void> {
  await open(page, "#/check");
  await page.getByLabel(en["check.posting_label"]).fill(text);
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();
  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toBeVisible();
}

/** Rates a competency with a level and waits until the core says that it is kept. */
export async function rate(page: Page, competencyId: string, level: number): Promise<void> {
  await open(page, `#/competencies/${competencyId}`);
  await page.getByRole("radio", { name: new RegExp(`^${level} ·`) }).check();
  await expectSaved(page);
}

/** As `rate`, and waits until the answer has gone from the outbox into the store. */
export async function rateInStore(page: Page, competencyId: string, level: number): Promise<void> {
  await rate(page, competencyId, level);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("trellis.kept"))).toBe("kept");
}

/** Runs a script in the worker before Trellis's own, to take parts of the browser away or let them fail. */
export async function runInWorker(page: Page, script: string): Promise<void> {
  await page.route("**/worker-*.js", async (route) => {
    const built = await readFile(webRoot + new URL(route.request().url()).pathname, "utf8");
    await route.fulfill({
      body: `${script}\n${built}`,
      contentType: "text/javascript",
      headers: securityHeaders(),
    });
  });
}

/** Sets a passphrase, which takes seconds by design, and waits until it guards the store. */
export async function setPassphrase(page: Page, passphrase: string): Promise<void> {
  await open(page, "#/privacy");
  await page.getByText(en["passphrase.set"], { exact: true }).click();
  await page.getByLabel(en["passphrase.new"]).fill(passphrase);
  await page.getByLabel(en["passphrase.again"]).fill(passphrase);
  await page.getByRole("button", { name: en["passphrase.set_button"] }).click();
  await expect(page.getByRole("button", { name: en["passphrase.lock_now"] })).toBeVisible({
    timeout: 25_000,
  });
}

/** For words that fold something out, what they stand in has the focus. */
function hasFocus(element: Element): boolean {
  return (element.closest("summary") ?? element) === document.activeElement;
}

/** Presses Tab until an element has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let step = 0; step < 150; step += 1) {
    await target.page().keyboard.press("Tab");
    if (await target.evaluate(hasFocus)) return;
  }
  throw new Error(`Tab never reached ${target}`);
}

/** A guest's answer is kept until the session ends, and the words say so. */
export async function expectSaved(page: Page): Promise<void> {
  const said = [en, es].flatMap((say) => [say["save.saved"], say["save.saved_memory"]]);
  const saved = new RegExp(said.join("|"));
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
}

/** Waits until Trellis can open without a network, and empties the browser's own cache, which may be empty any day. */
export async function expectReadyForOffline(page: Page): Promise<void> {
  // Polled from here: waitForFunction takes the promise of an async function for a yes.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
    .toBe("activated");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.clearBrowserCache");
  await devtools.detach();
}

/** Waits until the service worker keeps a file that is no part of the first use, for example "pdf-reader". */
export async function expectKept(page: Page, stem: string): Promise<void> {
  await expect.poll(() => isKept(page, stem)).toBe(true);
}

export function isKept(page: Page, stem: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const kept = await (await caches.open("trellis-later")).keys();
    return kept.some(({ url }) => url.includes(`/assets/${wanted}-`));
  }, stem);
}
