// SPDX-License-Identifier: MIT
// Answers survive: a killed browser, a second tab, a browser without storage, and the way through a backup file.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import type { Page } from "@playwright/test";
import {
  expect,
  expectSaved,
  launchOptions,
  open,
  rate,
  rateInStore,
  runInWorker,
  test,
  words,
} from "./fixtures.ts";

const { en } = words;

interface OwnBrowser {
  page: Page;
  kill: () => Promise<void>;
}

/** Browsers on one profile, each in a process group of its own, killed with everything they started. */
const killable = test.extend<{ startBrowser: () => Promise<OwnBrowser> }>({
  startBrowser: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), "trellis-profile-"));
    const started: ChildProcess[] = [];
    await use(() => startBrowser(profile, started));
    await Promise.all(started.map(killGroup));
    await rm(profile, { recursive: true, force: true });
  },
});

async function startBrowser(profile: string, started: ChildProcess[]): Promise<OwnBrowser> {
  const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const child = spawn(
    launchOptions.executablePath,
    [...launchOptions.args, ...own, "about:blank"],
    {
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  started.push(child);
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const context = browser.contexts()[0];
  if (!context) throw new Error("the browser has no context");
  return { page: await context.newPage(), kill: () => killGroup(child) };
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error("the browser has no error output");
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error("the browser did not start");
}

killable(
  "a rating and its note are there after the browser was killed",
  async ({ startBrowser, server }) => {
    const first = await startBrowser();
    await first.page.goto(`${server.url}#/competencies/D1.1`);
    await first.page.getByRole("radio", { name: /^4 ·/ }).check();
    await expectSaved(first.page);
    await first.page.getByLabel(en["competency.note_label"]).fill("Kept through a power cut.");
    await first.page.getByLabel(en["competency.note_label"]).blur();
    await expect(first.page.locator("[data-save=saved]")).toBeVisible();
    await first.page.waitForFunction(() => performance.getEntriesByName("saved").length === 2);
    await first.kill();

    const second = await startBrowser();
    await second.page.goto(`${server.url}#/competencies/D1.1`);

    await expect(second.page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
    await expect(second.page.getByLabel(en["competency.note_label"])).toHaveValue(
      "Kept through a power cut.",
    );
  },
);

test("a second tab is told kindly, takes over at a tap, and the first one steps back", async ({
  page,
  context,
}) => {
  await rate(page, "D1.1", 2);
  const second = await context.newPage();
  await open(second, "#/competencies/D1.2");
  await expect(second.getByText(en["notice.elsewhere_title"])).toBeVisible();
  // What this tab cannot see it does not begin anew beside it.
  await open(second, "#/workplace/role");
  await expect(second.getByRole("alert")).toHaveAttribute("data-code", "store.not_open");
  await expect(second.getByRole("radio")).toHaveCount(0);
  await open(second, "#/competencies/D1.2");

  await second.getByRole("button", { name: en["notice.elsewhere_use"] }).click();

  await expect(second.getByText(en["notice.elsewhere_title"])).toHaveCount(0);
  await second.getByRole("radio", { name: /^5 ·/ }).check();
  await expectSaved(second);
  await expect(page.getByText(en["notice.elsewhere_title"])).toBeVisible();
});

// Older browsers and private windows lack these.
const noHandles = "delete FileSystemFileHandle.prototype.createSyncAccessHandle;";
const noDatabase =
  "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };";

test.describe("without access handles", () => {
  test.use({ serviceWorkers: "block" }); // it would bring the worker as it is, with access handles

  test("an answer is kept in the browser's database", async ({ page }) => {
    await runInWorker(page, noHandles);
    await rateInStore(page, "D1.1", 3);

    await page.reload();

    await expect(page.getByRole("radio", { name: /^3 ·/ })).toBeChecked();
    await expect(page.locator("[data-store]")).toHaveCount(0);
  });
});

test("where the browser keeps nothing, Trellis says so, and a file can be saved", async ({
  page,
}) => {
  await runInWorker(page, noHandles + noDatabase);
  await open(page, "#/competencies/D1.1");
  await page.getByRole("radio", { name: /^3 ·/ }).check();

  await expect(page.getByText(en["notice.memory_title"])).toBeVisible();
  await expect(page.getByText(en["save.saved_memory"])).toBeVisible();
  await expect(page.getByText(en["save.saved"])).toHaveCount(0);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en["notice.memory_save"] }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("D1.1");
});

test("where the core cannot start, Trellis says so and the first screen stays readable", async ({
  page,
  watch,
}) => {
  await page.route("**/*.wasm", (route) =>
    route.fulfill({ status: 200, body: "no wasm", contentType: "application/wasm" }),
  );

  await page.goto("./");

  await expect(page.getByText(en["notice.engine_title"])).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: en["home.title"] })).toBeVisible();
  watch.problems.length = 0; // the browser's own report of the broken file is what this test is about
});

/** The same moment for every export, so that equal answers give equal bytes. */
async function stopTime(page: Page): Promise<void> {
  await page.addInitScript((moment) => {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given: []) {
        super(...((given.length > 0 ? given : [moment]) as []));
      }
      static override now(): number {
        return moment;
      }
    } as DateConstructor;
  }, Date.parse("2026-11-22T12:00:00Z"));
}

async function exportBackup(page: Page): Promise<string> {
  await open(page, "#/backup");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en["backup.export_button"] }).click();
  return readFile(await (await download).path(), "utf8");
}

async function chooseBackup(page: Page, text: string): Promise<void> {
  await open(page, "#/backup");
  const file = { name: "backup.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel(en["backup.import_label"]).setInputFiles(file);
}

test("a backup goes out of one profile and into an empty one, and comes out equal byte for byte", async ({
  page,
  browser,
  server,
}) => {
  await stopTime(page);
  await rate(page, "D1.1", 4);
  await page.getByLabel(en["competency.note_label"]).fill("Con acento: ¡así!");
  await page.getByLabel(en["competency.note_label"]).blur();
  await page.waitForFunction(() => performance.getEntriesByName("saved").length === 2);
  await rate(page, "D1.2", 1);
  const exported = await exportBackup(page);
  const empty = await browser.newContext({ baseURL: server.url });
  const other = await empty.newPage();
  await stopTime(other);

  await chooseBackup(other, exported);
  const preview = other.getByRole("group", { name: en["backup.preview_title"] });
  await expect(preview).toContainText("November 22, 2026");
  await expect(preview.getByRole("definition").nth(2)).toHaveText("3");
  await preview.getByRole("button", { name: "Add 3 answers" }).click();
  await expect(other.getByText(/3 answers were added/)).toBeVisible();

  expect(await exportBackup(other)).toBe(exported);
  await open(other, "#/competencies/D1.1");
  await expect(other.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
  await empty.close();
});

test("a backup that takes long can be stopped: no file comes later, and the next try gives one", async ({
  page,
}) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
  let fileCount = 0;
  page.on("download", () => (fileCount += 1));
  await page.clock.install();
  await open(page, "#/backup");
  const give = page.getByRole("button", { name: en["backup.export_button"] });
  await give.click();
  await expect(page.locator(".loading")).toBeAttached();
  await page.clock.fastForward(2_100);
  await page.getByRole("button", { name: en["app.stop"] }).click();
  await expect(page.locator("body :focus")).toHaveCount(1);
  await expect(page.locator(".loading")).toHaveCount(0);

  letThrough();
  await rate(page, "D1.1", 4);
  await open(page, "#/backup");
  const download = page.waitForEvent("download");
  await give.click();
  await download;

  await expect(page.getByText("1 answer is in the file")).toBeVisible();
  expect(fileCount).toBe(1);
});

test("J11.3 and J11.4: nothing is written before the preview is accepted, and importing twice adds nothing", async ({
  page,
}) => {
  await rate(page, "D1.1", 4);
  const exported = await exportBackup(page);

  await chooseBackup(page, exported);

  await expect(page.getByText(en["backup.preview_nothing"])).toBeVisible();
  await page.getByRole("button", { name: en["backup.import_cancel"] }).click();
  await expect(page.getByRole("group", { name: en["backup.preview_title"] })).toHaveCount(0);
});

for (const [name, text] of [
  ["no JSON", "this is not a backup"],
  ["another program's JSON", '{"format":"something-else"}'],
  ["an empty file", ""],
] as const) {
  test(`a bad backup (${name}) shows what is wrong and what to do, and changes nothing`, async ({
    page,
  }) => {
    await stopTime(page);
    await rate(page, "D1.1", 4);
    const before = await exportBackup(page);

    await chooseBackup(page, text);

    const alert = page.getByRole("alert");
    await expect(alert).toBeFocused();
    await expect(alert.getByRole("paragraph")).toHaveCount(2);
    expect(await exportBackup(page)).toBe(before);
  });
}

test("J11.2: a damaged backup shows what is wrong, and changes nothing", async ({ page }) => {
  await stopTime(page);
  await rate(page, "D1.1", 4);
  const before = await exportBackup(page);

  await chooseBackup(page, before.replace('"level": 4', '"level": 5'));

  await expect(page.getByRole("alert")).toHaveAttribute("data-code", "backup.damaged");
  expect(await exportBackup(page)).toBe(before);
});
