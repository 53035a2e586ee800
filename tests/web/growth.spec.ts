// SPDX-License-Identifier: MIT
// Growing in the role on a small phone: requests outside the role, the ladder, the plan, the page for supervision,
// a second view, a group. Journeys of design are named by their number.
import type { Page } from "@playwright/test";
import { expect, expectSaved, open, rate, test, words } from "./fixtures.ts";

const { en } = words;

/** Notes a request by its line alone. @returns how many taps it took, with opening the page */
async function noteRequest(page: Page, line: string): Promise<number> {
  let taps = 0;
  const tap = async (act: Promise<void>) => {
    taps += 1;
    await act;
  };
  await open(page, "#/grow");
  await tap(page.getByRole("link", { name: new RegExp(en["grow.drift_title"]) }).click());
  await tap(page.getByLabel(en["drift.words"]).click());
  await page.keyboard.type(line);
  await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
  await tap(page.getByRole("radio", { name: en["drift.did_said_no"] }).check());
  await tap(page.getByRole("radio", { name: en["drift.happened_asked_again"] }).check());
  await tap(page.getByRole("button", { name: en["drift.keep"] }).click());
  await expectSaved(page);
  return taps;
}

test("J3.1: a request outside the role is kept in at most six taps, with its family and a kind answer", async ({
  page,
}) => {
  const taps = await noteRequest(page, "Asked me to drive people to court in the van");

  expect(taps).toBeLessThanOrEqual(6);
  await page.reload();
  await page.getByText("Rides and going along", { exact: false }).last().waitFor();
  await page.locator(".rows summary").first().click();
  await expect(page.getByRole("heading", { name: en["check.reply"] })).toBeVisible();
  await page.getByText(en["source.title"]).click();
  await expect(page.locator("cite")).toHaveCount(1);
});

test("a request that was removed comes back with undo", async ({ page }) => {
  await noteRequest(page, "Asked me to drive people to court in the van");
  await page.locator(".rows summary").first().click();
  await page.getByRole("button", { name: en["grow.remove"] }).click();
  await expect(page.getByRole("heading", { name: en["drift.list"] })).toHaveCount(0);

  await page.getByRole("button", { name: en["undo.button"] }).click();

  await expect(page.getByRole("heading", { name: en["drift.list"] })).toBeVisible();
});

test("J3.5: a name or a phone number brings a gentle hint and blocks nothing", async ({ page }) => {
  await open(page, "#/drift");

  await page.getByLabel(en["drift.words"]).fill("Drive Mr. Lopez to court, 617-555-0123");

  await expect(page.getByText(en["note.phone"], { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: en["drift.keep"] })).toBeEnabled();
});

test("J4.5: the next step says what it asks, where that comes from, and what is not known", async ({
  page,
}) => {
  await rate(page, "D1.2", 4);
  await open(page, "#/ladder");
  await page.getByLabel(en["ladder.here"]).selectOption("r1");
  await page.reload();

  await page.locator(".hero-card a.primary").first().click();

  await expect(page.getByText(en["ladder.default"]).first()).toBeVisible();
  await expect(page.getByText(en["ladder.not_known_hint"])).toBeVisible();
  await expect(page.locator("main")).not.toContainText("%");
});
