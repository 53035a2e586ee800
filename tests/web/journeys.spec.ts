// SPDX-License-Identifier: MIT
// Journeys of the product document from their first step to their last, by number; their single checks stand with the
// pages that they are about, under the same numbers.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  checkPosting,
  expect,
  expectReadyForOffline,
  expectSaved,
  open,
  phone,
  rate,
  rateInStore,
  startAnew,
  tabTo,
  test,
  words,
} from "./fixtures.ts";

const { en, es } = words;

async function exportBackup(page: Page, say: typeof en): Promise<string> {
  await open(page, "#/backup");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: say["backup.export_button"] }).click();
  return (await coming).path();
}

async function importBackup(page: Page, path: string, count: string): Promise<void> {
  await open(page, "#/backup");
  await page.getByLabel(en["backup.import_label"]).setInputFiles(path);
  await page.getByRole("button", { name: new RegExp(`^Add ${count}`) }).click();
  await expect(page.getByText(/answers were added/)).toBeVisible();
}

test("J1: a guest on a shared tablet without a network is at the first question after three taps, does the short set, reads the result and clears it", async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(90_000);
  await open(page);
  await expectReadyForOffline(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("link", { name: en["privacy.title"], exact: true }).click();
  await startAnew(page, () => page.getByRole("button", { name: en["guest.start"] }).click());
  let taps = 0;
  const tap = async (name: string | RegExp) => {
    await page.getByRole("link", { name }).first().click();
    taps += 1;
  };
  await page.getByRole("link", { name: en["app.name"], exact: true }).click();
  await tap(new RegExp(en["home.rate_title"]));
  await tap(en["competencies.start"]);
  expect(taps).toBeLessThanOrEqual(3);
  for (let answered = 0; answered < 4; answered += 1) {
    await page.getByRole("radio", { name: /^4 ·/ }).check();
    await expectSaved(page);
    await page.getByRole("link", { name: en["competency.next"] }).click();
  }
  await open(page, "#/results");
  await expect(page.getByRole("heading", { name: en["results.strengths"] })).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  watch.problems.length = 0; // the picture beside the table comes a minute into a first visit
  await expect(page.getByText(en["guest.notice_text"])).toBeVisible();

  await startAnew(page, () => page.getByRole("button", { name: en["guest.finish"] }).click());

  await open(page, "#/results");
  await expect(page.getByText(en["results.empty"])).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("J2.7 and J2.8: a posting stays while the phone is turned and put away, and is in no backup", async ({
  page,
}) => {
  const secret = "Willowbrook quillwort";
  await rateInStore(page, "D1.1", 4);
  await checkPosting(page, `${secret}\nMonitor medication compliance.`);
  await page.setViewportSize({ width: 640, height: 360 });
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event("pagehide"));
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(page.getByLabel(en["check.posting_label"])).toHaveValue(new RegExp(secret));
  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toBeVisible();

  const backup = await readFile(await exportBackup(page, en), "utf8");

  expect(backup).toContain("D1.1");
  expect(backup).not.toContain("Willowbrook");
});

test.describe("a phone set to Spanish", () => {
  test.use({ locale: "es" });

  test("J5.5: a file that went out in Spanish comes in on an English device with equal data", async ({
    page,
    browser,
    server,
  }) => {
    await rate(page, "D1.1", 4);
    await page.getByLabel(es["competency.note_label"]).fill("¿Qué ayudó? La música del niño.");
    await page.getByLabel(es["competency.note_label"]).blur();
    await expectSaved(page);
    await rateInStore(page, "D1.2", 2);
    const sent = await exportBackup(page, es);

    const other = await browser.newContext({ ...phone, baseURL: server.url, locale: "en" });
    const english = await other.newPage();
    await importBackup(english, sent, "");
    await open(english, "#/competencies/D1.1");
    await expect(english.getByRole("radio", { name: /^4 · Strong/ })).toBeChecked();
    await expect(english.getByLabel(en["competency.note_label"])).toHaveValue(
      "¿Qué ayudó? La música del niño.",
    );
    const [ours, theirs] = await Promise.all(
      [sent, await exportBackup(english, en)].map(async (path) => readFile(path, "utf8")),
    );
    expect(JSON.parse(theirs ?? "").ratings).toEqual(JSON.parse(ours ?? "").ratings);
    await other.close();
  });
});

test("J6.1 to J6.3: twelve items by keyboard, each choice with its question, and one message for each pause", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await open(page, "#/competencies/D1.1");
  for (let item = 0; item < 12; item += 1) {
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toBeVisible();
    const before = await title.innerText();
    const levels = page.getByRole("group").first();
    await expect(levels).toHaveAccessibleName(
      new RegExp(`${en["competency.question"].slice(0, -1)}`),
    );
    await tabTo(page.getByRole("radio", { name: /^1 ·/ }));
    await page.evaluate(countMessages);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await expectSaved(page);
    expect(await page.evaluate(() => document.body.dataset["saved"])).toBe("1");
    await tabTo(page.getByRole("link", { name: en["competency.next"] }));
    await page.keyboard.press("Enter");
    await expect(title).not.toHaveText(before);
    await expect(title).toBeFocused();
  }
  await open(page, "#/results");
  await expect(page.getByRole("heading", { name: en["results.strengths"] })).toBeVisible();
});

/** In the page: counts how often "saved" is said. */
function countMessages(): void {
  document.body.dataset["saved"] = "0";
  const line = document.querySelector("[data-save]");
  const look = () => {
    if (line?.getAttribute("data-save") !== "saved") return;
    document.body.dataset["saved"] = String(Number(document.body.dataset["saved"]) + 1);
  };
  if (line) new MutationObserver(look).observe(line, { attributeFilter: ["data-save"] });
}

test("J11: a new phone gets the answers of the old one, by a locked file and the second try at its passphrase", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  await rate(page, "D1.1", 4);
  await rateInStore(page, "D1.2", 2);
  await open(page, "#/backup");
  await page.getByText(en["backup.seal"], { exact: true }).click();
  await page.getByLabel(en["passphrase.new"]).fill("seven warm lanterns");
  const coming = page.waitForEvent("download", { timeout: 30_000 });
  await page.getByRole("button", { name: en["backup.export_button"] }).click();
  const file = await (await coming).path();

  const other = await browser.newContext({ ...phone, baseURL: server.url });
  const phoneTwo = await other.newPage();
  await rateInStore(phoneTwo, "D3.1", 5);
  await open(phoneTwo, "#/backup");
  await phoneTwo.getByLabel(en["backup.import_label"]).setInputFiles(file);
  for (const passphrase of ["seven cold lanterns", "seven warm lanterns"]) {
    await phoneTwo.getByLabel(en["backup.unseal"]).fill(passphrase);
    await phoneTwo.getByRole("button", { name: en["backup.unseal_button"] }).click();
    const answer = phoneTwo
      .getByRole("alert")
      .or(phoneTwo.getByRole("group", { name: en["backup.preview_title"] }));
    await expect(answer).toBeVisible({ timeout: 30_000 });
  }
  const preview = phoneTwo.getByRole("group", { name: en["backup.preview_title"] });
  await expect(preview.getByRole("definition").nth(2)).toHaveText("2"); // new on this phone
  await preview.getByRole("button", { name: /^Add 2/ }).click();
  await expect(phoneTwo.getByText(/2 answers were added/)).toBeVisible({ timeout: 30_000 });

  for (const [id, level] of [
    ["D1.1", 4],
    ["D1.2", 2],
    ["D3.1", 5],
  ]) {
    await open(phoneTwo, `#/competencies/${id}`);
    await expect(phoneTwo.getByRole("radio", { name: new RegExp(`^${level} ·`) })).toBeChecked();
  }
  await other.close();
});
