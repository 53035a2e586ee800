// SPDX-License-Identifier: MIT
// The one-file edition, opened as a file that lies alone in a folder, without a network: it does what Trellis does, asks
// for nothing, and keeps nothing. The same in other browsers: tests/engines.
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { docxOf, fileOf, paragraph } from "./files.ts";
import { expect, expectSaved, test as base, watchPage, words } from "./fixtures.ts";

const { en, es } = words;
const built = fileURLToPath(new URL("../../build/one-file/trellis.html", import.meta.url));

/** As contract/sealed.md says; nobody gets as far as opening it. */
const sealed = `trellis-sealed 1 backup 3 65536 ${"A".repeat(22)}== ${"A".repeat(32)}\n${"A".repeat(64)}`;

const test = base.extend<{ address: string }>({
  address: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "trellis stick "));
    await copyFile(built, join(folder, "trellis.html"));
    await use(pathToFileURL(join(folder, "trellis.html")).href);
    await rm(folder, { recursive: true });
  },
  context: async ({ context }, use) => {
    await context.setOffline(true);
    await use(context);
  },
  /** Fails a test when anything but the file itself was asked for. */
  watch: async ({ page, address }, use) => {
    const watch = watchPage(page, address);
    await use(watch);
    expect(watch.problems, "errors on the page").toEqual([]);
    expect(watch.foreign, "requests").toEqual([]);
  },
});

async function openAt(page: Page, address: string, hash = "#/"): Promise<void> {
  await page.goto(`${address}${hash}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function rateFirst(page: Page, address: string): Promise<void> {
  await openAt(page, address, "#/competencies/D1.1");
  await page.getByRole("radio", { name: /^3 ·/ }).check();
  await expectSaved(page);
}

async function saveBackup(page: Page): Promise<string> {
  await page.getByRole("link", { name: en["nav.backup"], exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en["backup.export_button"] }).click();
  return readFile(await (await download).path(), "utf8");
}

test("J1: answers are taken, shown and saved to a file, and a reload leaves nothing", async ({
  page,
  address,
}) => {
  await rateFirst(page, address);
  await expect(page.getByText(en["guest.notice_text"])).toBeVisible();
  await page.getByRole("link", { name: en["competency.overview"] }).click();
  await page.getByRole("link", { name: en["competencies.results"] }).click();
  await expect(page.getByRole("heading", { name: en["results.strengths"] })).toBeVisible();
  const backup = await saveBackup(page);

  expect(backup).toContain("D1.1");
  await page.reload();
  await openAt(page, address, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
  ]);
  expect(kept).toEqual([0, 0, 0]);
});

test("a backup comes back in at the next meeting", async ({ page, address }) => {
  await rateFirst(page, address);
  const backup = await saveBackup(page);
  await page.getByRole("button", { name: en["guest.finish"] }).click();
  await expect(page.getByRole("heading", { name: en["home.title"] })).toBeVisible();

  await openAt(page, address, "#/backup");
  const file = { name: "backup.json", mimeType: "application/json", buffer: Buffer.from(backup) };
  await page.getByLabel(en["backup.import_label"]).setInputFiles(file);
  await page.getByRole("button", { name: "Add 1 answer" }).click();

  await openAt(page, address, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^3 ·/ })).toBeChecked();
});

test("a posting is checked, in Spanish too, with the core's words in that language", async ({
  page,
  address,
}) => {
  await openAt(page, address, "#/check");
  await page
    .getByLabel(en["check.posting_label"])
    .fill("Peer specialist\nMonitor medication compliance.");
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();
  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toBeVisible();
  const finding = page.getByRole("article").filter({ hasText: en["verdict.conflict"] }).first();
  await expect(finding).toContainText(/medication/i);

  await page.getByRole("button", { name: en["language.switch"] }).click();

  await expect(page.getByRole("heading", { name: es["check.result_title"] })).toBeVisible();
  const found = page.getByRole("article").filter({ hasText: es["verdict.conflict"] }).first();
  await expect(found).toContainText(/medicación|medicamento/i);
});

test("what is left out is said where it is missed", async ({ page, address }) => {
  await openAt(page, address, "#/check");
  const chooser = page.getByLabel(en["file.open"]);
  await chooser.setInputFiles(fileOf("posting.pdf", "%PDF-1.7"));
  await expect(page.getByText(en["file.pdf_left_out"])).toBeVisible();
  await chooser.setInputFiles(docxOf(paragraph("Monitor medication compliance.")));
  await expect(page.getByLabel(en["check.posting_label"])).toHaveValue(/Monitor medication/);

  await openAt(page, address, "#/backup");
  await expect(page.getByText(en["one_file.no_seal"])).toBeVisible();
  await page.getByLabel(en["backup.import_label"]).setInputFiles(fileOf("sealed.txt", sealed));
  await expect(page.getByRole("alert")).toContainText(en["one_file.sealed_next"]);
  await openAt(page, address, "#/privacy");
  await expect(page.getByText(en["one_file.left_out"])).toBeVisible();
  await expect(page.getByText(en["people.title"])).toHaveCount(0);
});

test("leaving quickly shows the neutral page from inside the file, and Back keeps it", async ({
  page,
  address,
}) => {
  await openAt(page, address);
  await openAt(page, address, "#/check");
  await page.getByLabel(en["check.posting_label"]).fill("quillwort");

  await page.getByRole("button", { name: en["leave.button"] }).click();

  const expectNeutral = async () => {
    await expect(page).toHaveTitle("Shopping list");
    await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/Trellis|quillwort/i);
  };
  await expectNeutral();
  await page.goBack();
  await expectNeutral();
  await page.goForward();
  await expectNeutral();
});

test("the licences of what is inside can be saved from it", async ({ page, address }) => {
  await openAt(page, address, "#/about");
  const download = page.waitForEvent("download");

  await page.getByRole("button", { name: en["one_file.licences"] }).click();

  const text = await readFile(await (await download).path(), "utf8");
  for (const part of ["Trellis", "preact", "fflate", "SQLite3MultipleCiphers"])
    expect(text).toContain(part);
});
