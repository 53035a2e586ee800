// SPDX-License-Identifier: MIT
// Who can see what is kept: a passphrase, people apart, a guest, erasing. What nobody may find is looked for in every
// file of the browser.
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import {
  expect,
  launchOptions,
  leaveApp,
  open,
  phone,
  rate,
  setPassphrase,
  startAnew,
  test,
  words,
} from "./fixtures.ts";
import { everythingKept } from "./kept.ts";

const { en } = words;
// A passphrase takes seconds by design, more on a busy machine.
test.describe.configure({ timeout: 90_000 });
const passphrase = "four words in a row";
const marker = "Quillwort-Zebrafish-3917";

async function unlock(page: Page, typed: string): Promise<void> {
  await page.getByLabel(en["passphrase.label"], { exact: true }).fill(typed);
  await page.getByRole("button", { name: en["locked.open"], exact: true }).click();
}

/** The first person gets a name, another one joins, and this tab is theirs. */
async function addPerson(page: Page, own: string, name: string): Promise<void> {
  await open(page, "#/privacy");
  await page.getByText(en["people.add"], { exact: true }).click();
  await page.getByLabel(en["people.own_name"]).fill(own);
  await page.getByLabel(en["people.new_name"]).fill(name);
  await startAnew(page, () => page.getByRole("button", { name: en["people.add_button"] }).click());
}

async function beGuest(page: Page): Promise<void> {
  await open(page, "#/privacy");
  await startAnew(page, () => page.getByRole("button", { name: en["guest.start"] }).click());
  await expect(page.getByRole("heading", { name: en["guest.notice_title"] })).toBeVisible();
}

const lockNow = (page: Page) =>
  startAnew(page, () => page.getByRole("button", { name: en["passphrase.lock_now"] }).click());

async function writeNote(page: Page, text: string): Promise<void> {
  await rate(page, "D1.1", 3);
  await page.getByLabel(en["competency.note_label"]).fill(text);
  await page.getByRole("heading", { level: 1 }).click();
  await expect(page.locator("[data-save=saved]")).toBeVisible();
}

/** A browser with a folder of its own, which stays to be looked at once the browser is closed. */
const folders = test.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "trellis-profile-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

function openBrowser(folder: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptions, ...phone, baseURL });
}

/** Names of files that hold the text, in UTF-8 or UTF-16. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le")))
      found.push(entry.name);
  }
  return found;
}

test("a locked store shows nothing, says when the passphrase is wrong, and opens with the right one", async ({
  page,
}) => {
  await rate(page, "D1.1", 4);
  await setPassphrase(page, passphrase);

  await lockNow(page);
  for (const place of ["#/results", "#/competencies/D1.1", "#/backup", "#/workplace"]) {
    await open(page, place);
    await expect(page.getByRole("heading", { level: 1, name: en["locked.title"] })).toBeVisible();
  }
  await unlock(page, "not these words");
  await expect(page.getByRole("alert")).toContainText("passphrase");
  await expect(page.getByLabel(en["passphrase.label"], { exact: true })).toHaveValue("");
  await unlock(page, passphrase);

  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked({ timeout: 20_000 });
});

test("opening that takes long can be stopped: the store stays locked, and opens later", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: unknown, ...others: []) {
      const isUnlock = JSON.stringify(message).includes("not for now");
      if (!isUnlock) post.call(this, message, ...others); // else it takes for ever
    };
  });
  await page.clock.install();
  await rate(page, "D1.1", 4);
  await setPassphrase(page, passphrase);
  await lockNow(page);
  await open(page, "#/results");
  await unlock(page, "not for now");
  await expect(page.locator("[data-locked] .loading")).toBeAttached();
  await page.clock.fastForward(2_100);
  const stop = page.getByRole("button", { name: en["app.stop"] });
  const stopped = page.waitForEvent("load");
  await stop.click();
  await stopped;
  await expect(page.getByRole("heading", { level: 1, name: en["locked.title"] })).toBeVisible();

  await unlock(page, passphrase);

  const results = page.getByRole("heading", { level: 1, name: en["results.title"] });
  await expect(results).toBeVisible({ timeout: 20_000 });
});

test("copies of a locked store come back with its passphrase, and say first what is in them", async ({
  page,
}) => {
  await rate(page, "D1.1", 4);
  await setPassphrase(page, passphrase);
  const isCopied = () =>
    page.evaluate(async () => (await caches.keys()).includes("trellis-copies"));
  await expect.poll(isCopied).toBe(true); // the mark comes after the copy
  await leaveApp(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry("trellis", { recursive: true });
  });

  await open(page);
  const missing = page.locator("[data-store=missing]");
  await missing.getByLabel(en["passphrase.label"], { exact: true }).fill("not these words");
  await missing.getByRole("button", { name: en["backup.unseal_button"] }).click();
  await expect(missing.getByRole("alert")).toContainText(en["copies.mistyped"], {
    timeout: 20_000,
  });
  await missing.getByLabel(en["passphrase.label"], { exact: true }).fill(passphrase);
  await missing.getByRole("button", { name: en["backup.unseal_button"] }).click();
  await expect(missing).toContainText("1 answer, from", { timeout: 20_000 });
  await missing.getByRole("button", { name: en["copies.restore"] }).click();

  await open(page, "#/competencies/D1.1");
  await unlock(page, passphrase);
  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked({ timeout: 20_000 });
});

test("two passphrases that differ change nothing, and neither stays on the page", async ({
  page,
}) => {
  await open(page, "#/privacy");
  await page.getByText(en["passphrase.set"], { exact: true }).click();
  await page.getByLabel(en["passphrase.new"]).fill(passphrase);
  await page.getByLabel(en["passphrase.again"]).fill(`${passphrase}s`);
  await page.getByRole("button", { name: en["passphrase.set_button"] }).click();

  await expect(page.getByRole("alert")).toContainText(en["passphrase.mistyped"]);
  const typed = await page
    .locator("input")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(typed.join()).not.toContain("four");
});

test("a changed passphrase opens, the old one does not, and a removed one is not asked for", async ({
  page,
}) => {
  const next = "five other words in a row";
  await rate(page, "D1.1", 2);
  await page.evaluate(() => localStorage.setItem("trellis.practice", '{"S01":"a"}'));
  await setPassphrase(page, passphrase);
  // What an older edition kept outside the store is behind the passphrase, too.
  expect(await page.evaluate(() => localStorage.getItem("trellis.practice"))).toBeNull();

  await page.getByText(en["passphrase.change"], { exact: true }).click();
  await page.getByLabel(en["passphrase.now"]).first().fill(passphrase);
  await page.getByLabel(en["passphrase.new"]).fill(next);
  await page.getByLabel(en["passphrase.again"]).fill(next);
  await page.getByRole("button", { name: en["passphrase.change_button"] }).click();
  await expect(page.getByText(en["passphrase.changed"])).toBeVisible({ timeout: 25_000 });
  await lockNow(page);
  await open(page, "#/results");
  await unlock(page, passphrase);
  await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await unlock(page, next);
  await expect(page.getByRole("heading", { level: 1, name: en["locked.title"] })).toHaveCount(0, {
    timeout: 20_000,
  });

  await open(page, "#/privacy");
  await page.getByText(en["passphrase.remove"], { exact: true }).click();
  await page.getByLabel(en["passphrase.now"]).last().fill(next);
  await page.getByRole("button", { name: en["passphrase.remove_button"] }).click();
  await expect(page.getByText(en["passphrase.set"], { exact: true })).toBeVisible({
    timeout: 25_000,
  });
  await page.reload();
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^2 ·/ })).toBeChecked();
});

/** Lets time pass in small steps: the focus may move a moment late, which counts as a touch, and begins the time anew. */
async function waitUntilAsked(page: Page): Promise<void> {
  const isAsked = async () => {
    await page.clock.fastForward("00:10");
    return page.getByText(en["idle.lock"]).isVisible();
  };
  await expect.poll(isAsked, { intervals: [0] }).toBe(true);
}

test("after five quiet minutes a protected store locks, and a touch before that keeps it open", async ({
  page,
}) => {
  await page.clock.install();
  await rate(page, "D1.1", 4);
  await setPassphrase(page, passphrase);

  await waitUntilAsked(page);
  await expect(page.getByRole("button", { name: en["idle.stay"] })).toBeVisible();
  // A screen reader clicks, and nothing comes before the click.
  await page
    .getByRole("button", { name: en["idle.stay"] })
    .evaluate((button: HTMLElement) => button.click());
  await expect(page.getByText(en["idle.lock"])).toHaveCount(0);
  await waitUntilAsked(page);
  await page.touchscreen.tap(2, 300); // any touch will do, also one beside everything
  await expect(page.getByText(en["idle.lock"])).toHaveCount(0);
  await startAnew(page, () => page.clock.fastForward("05:01"));

  await open(page, "#/results");
  await expect(page.getByRole("heading", { level: 1, name: en["locked.title"] })).toBeVisible();
});

test("two people on one device never see each other's answers", async ({ page }) => {
  await rate(page, "D1.1", 5);
  await addPerson(page, "Ana", "Luis <b>\u202e");

  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^5 ·/ })).not.toBeChecked();
  await rate(page, "D1.1", 1);
  await open(page, "#/privacy");
  await expect(page.getByText("Luis <b> (you are here)")).toBeVisible();
  await startAnew(page, () => page.getByRole("button", { name: "Ana", exact: true }).click());

  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^5 ·/ })).toBeChecked();
});

test("where several people share a device, a new tab is a guest's until somebody says who they are", async ({
  page,
  context,
}) => {
  await rate(page, "D1.1", 5);
  await addPerson(page, "Ana", "Luis");

  const tab = await context.newPage();
  await open(tab);

  await expect(tab.getByRole("heading", { name: en["guest.notice_title"] })).toBeVisible();
  await tab.getByText(en["guest.not_me"]).click();
  await startAnew(tab, () => tab.getByRole("button", { name: "Ana", exact: true }).click());
  await open(tab, "#/competencies/D1.1");
  await expect(tab.getByRole("radio", { name: /^5 ·/ })).toBeChecked();
});

folders("J1.4: a guest leaves nothing in any file of the browser", async ({ folder, server }) => {
  const browser = await openBrowser(folder, server.url);
  const page = await browser.newPage();
  await beGuest(page);
  await writeNote(page, marker);
  await open(page, "#/check");
  await page.getByLabel(en["check.posting_label"]).fill(marker);
  await startAnew(page, () => page.getByRole("button", { name: en["guest.finish"] }).click());
  await expect(page.getByRole("heading", { name: en["guest.notice_title"] })).toHaveCount(0);
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^3 ·/ })).not.toBeChecked();
  await browser.close();

  expect(await filesWith(folder, marker)).toEqual([]);
});

folders(
  "with a passphrase no file of the browser has a word of it; without, the same search finds it",
  async ({ folder, server }) => {
    const browser = await openBrowser(folder, server.url);
    const page = await browser.newPage();
    await rate(page, "D1.2", 2);
    await setPassphrase(page, passphrase);
    await writeNote(page, marker);
    await browser.close();
    expect(await filesWith(folder, marker), "encrypted").toEqual([]);

    const control = join(folder, "control");
    const plain = await openBrowser(control, server.url);
    await writeNote(await plain.newPage(), marker);
    await plain.close();
    expect(await filesWith(control, marker), "control").not.toEqual([]);
  },
);

test("J1.5: a quiet guest session ends by itself", async ({ page }) => {
  await page.clock.install();
  await beGuest(page);
  await rate(page, "D1.1", 3);

  await startAnew(page, () => page.clock.fastForward("05:01"));

  await expect(page.getByRole("heading", { name: en["guest.notice_title"] })).toHaveCount(0);
});

test("erasing removes one person's answers, or everything that was ever kept", async ({ page }) => {
  await writeNote(page, marker);
  await addPerson(page, "Ana", "Luis");
  await rate(page, "D1.1", 1);

  await open(page, "#/privacy");
  await page.getByText(en["erase.mine"], { exact: true }).click();
  await startAnew(page, () => page.getByRole("button", { name: en["erase.mine_button"] }).click());
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^3 ·/ })).toBeChecked(); // Ana's stay
  await expect(page.getByLabel(en["competency.note_label"])).toHaveValue(marker);

  await open(page, "#/privacy");
  await page.getByText(en["erase.all"], { exact: true }).click();
  await startAnew(page, () => page.getByRole("button", { name: en["erase.all_button"] }).click());
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^3 ·/ })).not.toBeChecked();
  expect(await everythingKept(page)).not.toContain(marker);
});

test("J11.2: a backup locked with a passphrase tells nothing, and comes in with it", async ({
  page,
  browser,
  baseURL,
}) => {
  await writeNote(page, marker);
  await open(page, "#/backup");
  await page.getByText(en["backup.seal"], { exact: true }).click();
  await page.getByLabel(en["passphrase.new"]).fill(passphrase);
  const download = page.waitForEvent("download", { timeout: 25_000 });
  await page.getByRole("button", { name: en["backup.export_button"] }).click();
  const path = await (await download).path();
  expect(await readFile(path, "utf8")).not.toContain(marker);

  const other = await browser.newContext({ ...phone, baseURL: baseURL ?? "" });
  const reader = await other.newPage();
  await open(reader, "#/backup");
  await reader.getByLabel(en["backup.import_label"]).setInputFiles(path);
  await reader.getByLabel(en["backup.unseal"]).fill("not these words");
  await reader.getByRole("button", { name: en["backup.unseal_button"] }).click();
  await expect(reader.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await reader.getByLabel(en["backup.unseal"]).fill(passphrase);
  await reader.getByRole("button", { name: en["backup.unseal_button"] }).click();
  const add = en["backup.import_button"].other.replace("{count}", "2"); // the rating, and the same with a note;
  await reader.getByRole("button", { name: add }).click({ timeout: 20_000 });
  await expect(reader.getByText(en["backup.imported"].other.replace("{count}", "2"))).toBeVisible();
  await open(reader, "#/competencies/D1.1");
  await expect(reader.getByLabel(en["competency.note_label"])).toHaveValue(marker);
  await other.close();
});

test("twenty answers on this device only bring one reminder, which goes away at a tap", async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (!localStorage.getItem("trellis.unsaved")) localStorage.setItem("trellis.unsaved", "19");
  });
  await rate(page, "D1.1", 4);
  await open(page, "#/results");
  const reminder = page.locator("[data-reminder]");
  await expect(reminder).toBeVisible();

  await reminder.getByRole("button", { name: en["reminder.later"] }).click();

  await expect(reminder).toHaveCount(0);
  await open(page, "#/competencies");
  await expect(reminder).toHaveCount(0);
});
