// SPDX-License-Identifier: MIT
// Journeys by the keyboard alone, from the first screen to what was wanted: everything is reached with Tab, and after
// each step something in the page has the focus.
import type { Locator, Page } from "@playwright/test";
import { expect, expectSaved, open, tabTo, test, words } from "./fixtures.ts";

const { en } = words;
const heading = (page: Page, name?: string) =>
  page.getByRole("heading", { level: 1, ...(name && { name }) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const place = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: new RegExp(`${en["nav.label"]}|${words.es["nav.label"]}`) })
    .getByRole("link", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name });

/** Goes there, presses Enter, and sees that the focus was not lost. */
async function enter(target: Locator): Promise<void> {
  await tabTo(target);
  await press(target.page(), "Enter");
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator("body :focus")).toHaveCount(1);
}

async function type(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.insertText(text);
}

test("J1 by keyboard: a guest answers, and ends the session", async ({ page }) => {
  await open(page);
  await enter(link(page, en["privacy.title"]).last());
  await tabTo(button(page, en["guest.start"]));
  const started = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await started;
  await enter(place(page, en["nav.rate"]));
  await expect(heading(page)).toBeFocused();
  await enter(page.getByRole("link", { name: new RegExp(en["grow.rate_title"]) }));
  await enter(page.getByRole("link", { name: en["competencies.start"] }));
  await tabTo(page.getByRole("radio", { name: /^1 ·/ }));
  await press(page, "Space");
  await expectSaved(page);

  await tabTo(button(page, en["guest.finish"]));
  const ended = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await ended;
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("J2 by keyboard: a posting is checked, and its questions are copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await enter(place(page, en["nav.check"]));
  await expect(heading(page, en["check.title"])).toBeFocused();
  await type(page.getByLabel(en["check.posting_label"]), "Monitor medication compliance.");
  await enter(button(page, en["check.submit_posting"]));
  await expect(page.locator("#result-title")).toBeFocused();
  await enter(page.getByRole("article").first().locator("summary"));
  await expect(page.getByRole("article").first().locator("cite").first()).toBeVisible();
  await enter(button(page, en["check.copy"]));

  await expect(page.getByText(en["check.copied"])).toBeVisible();
});

test("J3 by keyboard: a request is kept, and a page for supervision is made of it", async ({
  page,
}) => {
  await open(page);
  await enter(place(page, en["nav.rate"]));
  await enter(page.getByRole("link", { name: new RegExp(en["grow.drift_title"]) }));
  await type(page.getByLabel(en["drift.words"]), "Asked me to hand out medication");
  await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
  await tabTo(page.getByRole("radio", { name: en["drift.did_still_thinking"] }));
  await press(page, "ArrowUp");
  await enter(button(page, en["drift.keep"]));
  await expectSaved(page);
  await enter(link(page, en["drift.to_agenda"]));
  await expect(heading(page, en["agenda.title"])).toBeFocused();
  await tabTo(page.getByRole("checkbox").first());
  await press(page, "Space");
  await enter(button(page, en["agenda.make"]));

  await expect(page.getByText(en["agenda.limits"])).toBeVisible();
});

test("J4 by keyboard: a step of the ladder is chosen, and a goal is made, removed and back", async ({
  page,
}) => {
  await open(page, "#/ladder");
  await expect(heading(page)).toBeVisible();
  await tabTo(page.getByLabel(en["ladder.here"]));
  await press(page, "ArrowDown");
  await enter(page.getByRole("main").getByRole("listitem").getByRole("link").first());
  await expect(page.getByText(en["ladder.back"])).toBeVisible();
  await enter(link(page, en["ladder.to_plan"]));
  await type(page.getByLabel(en["plan.text"], { exact: true }), "Ask for peer supervision");
  await enter(button(page, en["plan.keep"]));
  await expectSaved(page);
  await enter(page.getByRole("article").getByText(en["plan.change"]));
  await enter(page.getByRole("article").getByRole("button", { name: en["grow.remove"] }));
  await expect(button(page, en["undo.button"])).toBeFocused();
  await press(page, "Enter");

  await expect(page.getByRole("article")).toContainText("Ask for peer supervision");
});

test("J5 by keyboard: the language, a hard moment and a word of the glossary", async ({ page }) => {
  const { es } = words;
  await open(page);
  await enter(button(page, en["language.switch"]));
  await expect(heading(page, es["home.title"])).toBeVisible();
  await enter(place(page, es["nav.role"]));
  await enter(page.getByRole("link", { name: new RegExp(es["learn.dilemmas"]) }));
  await enter(page.getByRole("main").getByRole("listitem").getByRole("link").first());
  await expect(heading(page)).toBeFocused();
  await tabTo(page.getByRole("radio").first());
  await press(page, "Space");
  await enter(button(page, es["learn.show_reasons"]));

  await expect(page.getByText(es["learn.your_choice"])).toBeVisible();
});

test("J11 by keyboard: a backup goes out, and is looked at before it comes in", async ({
  page,
}) => {
  await open(page, "#/competencies/D1.1");
  await tabTo(page.getByRole("radio", { name: /^1 ·/ }));
  await press(page, "Space");
  await expectSaved(page);
  await enter(place(page, en["nav.backup"]));
  await tabTo(button(page, en["backup.export_button"]));
  const coming = page.waitForEvent("download");
  await press(page, "Enter");
  const file = await (await coming).path();
  await tabTo(page.getByLabel(en["backup.import_label"]));
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(file);
  await expect(page.getByText(en["backup.preview_nothing"])).toBeVisible();
  await enter(button(page, en["backup.import_cancel"]));

  await expect(page.getByText(en["backup.preview_nothing"])).toHaveCount(0);
});

test("a passphrase by keyboard: set, locked, unlocked and removed", async ({ page }) => {
  await open(page, "#/privacy");
  await enter(page.getByText(en["passphrase.set"], { exact: true }));
  await type(page.getByLabel(en["passphrase.new"]), "seven warm lanterns");
  await type(page.getByLabel(en["passphrase.again"]), "seven warm lanterns");
  await page.keyboard.press("Enter");
  const title = page.getByRole("heading", { name: en["passphrase.title"], exact: true });
  await expect(title).toBeFocused({ timeout: 25_000 });
  await tabTo(button(page, en["passphrase.lock_now"]));
  const locked = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await locked;
  await page.goto("./#/results"); // as on a later day
  await page.reload();
  await type(page.getByLabel(en["passphrase.label"]), "seven warm lanterns");
  await page.keyboard.press("Enter");
  await expect(heading(page, en["results.title"])).toBeFocused({ timeout: 25_000 });
  await open(page, "#/privacy");
  await enter(page.getByText(en["passphrase.remove"], { exact: true }));
  await type(page.locator("#last-passphrase"), "seven warm lanterns");
  await page.keyboard.press("Enter");

  await expect(title).toBeFocused({ timeout: 25_000 });
});

test("the workplace check and the search by keyboard", async ({ page }) => {
  await open(page, "#/workplace");
  await tabTo(page.getByRole("radio").first());
  await press(page, "Space");
  await enter(page.getByRole("main").getByRole("listitem").getByRole("link").first());
  await tabTo(page.getByRole("radio").first());
  await press(page, "Space");
  await expectSaved(page);
  await enter(page.getByRole("banner").getByRole("link", { name: en["nav.search"] }));
  await type(page.getByLabel(en["learn.search_label"]), "mutuality");
  await enter(page.getByRole("main").getByRole("listitem").getByRole("link").first());

  await expect(heading(page)).toBeFocused();
});
