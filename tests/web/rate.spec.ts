// SPDX-License-Identifier: MIT
// Rating competencies: kept on the device, resumed, by keyboard alone, and told to a screen reader as it should be.
import type { Page } from "@playwright/test";
import { expect, expectSaved, open, rate, tabTo, test, words } from "./fixtures.ts";

const { en, es } = words;

test("an answer and a note are kept over a reload, and the start goes on at the first open one", async ({
  page,
}) => {
  await rate(page, "D1.1", 4);
  await page.getByLabel(en["competency.note_label"]).fill("Said hello at the Tuesday drop-in.");
  await page.getByLabel(en["competency.note_label"]).blur();
  await expectSaved(page);

  await page.reload();

  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
  await expect(page.getByLabel(en["competency.note_label"])).toHaveValue(
    "Said hello at the Tuesday drop-in.",
  );
  await page.getByRole("link", { name: en["nav.home"], exact: true }).click();
  await page.getByRole("link", { name: en["home.continue_title"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("D1.2");
});

test("nothing is called saved before the core has replied, and each durable answer leaves one mark", async ({
  page,
}) => {
  await page.addInitScript(holdRatings);
  await page.addInitScript(withoutOutbox);
  await open(page, "#/competencies/D2.1");

  await page.getByRole("radio", { name: /^3 ·/ }).check();
  await expect(page.getByText(en["save.saving"])).toBeVisible();
  await expect(page.getByText(en["save.saved"])).toHaveCount(0);
  expect(await savedMarks(page)).toBe(0);
  await expect(page.locator("html[data-held]")).toHaveCount(1); // the store is open and the answer on its way
  await page.evaluate(() => dispatchEvent(new Event("let-ratings-go")));

  await expectSaved(page);
  expect(await savedMarks(page)).toBe(1);
});

/** Runs in the page: keeps ratings from reaching the core until "let-ratings-go" is heard. */
function holdRatings(): void {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: { request?: string }) {
    const send = () => Reflect.apply(post, this, [message]);
    if (message.request?.includes("rate_competency")) {
      addEventListener("let-ratings-go", send, { once: true });
      document.documentElement.dataset["held"] = "";
    } else send();
  };
}

/** Runs in the page: Trellis cannot tell whether it may keep an answer beside the store. */
function withoutOutbox(): void {
  indexedDB.databases = () => Promise.reject(new DOMException("", "UnknownError"));
}

function savedMarks(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName("saved").length);
}

test("an opt-out takes the place of a level, and stays out of the results", async ({ page }) => {
  await rate(page, "D1.1", 5);
  await open(page, "#/competencies/D1.2");
  await page.getByRole("radio", { name: /^2 ·/ }).check();
  await page.getByRole("radio", { name: en["answer.not_in_my_job"] }).check();
  await expectSaved(page);

  await expect(page.getByRole("radio", { name: /^2 ·/ })).not.toBeChecked();
  await open(page, "#/results");
  await page.getByText(en["chart.table"]).click();
  await expect(page.getByRole("row", { name: /Caring, mutual relationships/ })).toContainText(
    "5.0",
  );
});

test("results lead with strengths, then at most three next steps, then the numbers", async ({
  page,
}) => {
  for (const [id, level] of [
    ["D1.1", 5],
    ["D1.2", 1],
    ["D1.3", 2],
    ["D2.1", 1],
    ["D2.2", 2],
  ] as const) {
    await rate(page, id, level);
  }
  await open(page, "#/results");
  await expect(page.getByRole("heading", { name: en["results.strengths"] })).toBeVisible();

  const headings = await page.getByRole("heading", { level: 2 }).allTextContents();

  expect(headings.slice(0, 3)).toEqual([
    en["results.strengths"],
    en["results.next"],
    en["results.numbers"],
  ]);
  const steps = page.getByRole("region", { name: en["results.next"] }).getByRole("article");
  expect(await steps.count()).toBeLessThanOrEqual(3);
  await expect(page.getByRole("heading", { name: en["results.limits"] })).toBeVisible();
});

test("J6: the tree says question, choice and position for levels and for opt-outs apart", async ({
  page,
}) => {
  await open(page, "#/competencies/D1.3");

  const levels = page.getByRole("group", {
    name: new RegExp(escapeForRegExp(en["competency.question"])),
  });
  const optOuts = page.getByRole("group", {
    name: new RegExp(escapeForRegExp(en["competency.optout"])),
  });

  await expect(levels.getByRole("radio")).toHaveCount(5);
  await expect(optOuts.getByRole("radio")).toHaveCount(2);
  await expect(levels.getByRole("radio").nth(2)).toHaveAccessibleName(/^3 · Solid .+/);
});

test("J6: a rating by keyboard alone, from the first screen to saved and on to the next", async ({
  page,
}) => {
  await open(page);
  await tabTo(page.getByRole("link", { name: new RegExp(en["home.rate_title"]) }));
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("heading", { level: 1, name: en["competencies.title"] }),
  ).toBeFocused();
  await tabTo(page.getByRole("link", { name: en["competencies.start"] }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await tabTo(page.getByRole("radio", { name: /^1 ·/ }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expectSaved(page);
  await expect(page.getByRole("radio", { name: /^3 ·/ })).toBeChecked();
  await tabTo(page.getByRole("link", { name: en["competency.next"] }));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toContainText("D1.2");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("arrow keys that pass over levels keep one answer, the last", async ({ page }) => {
  await open(page, "#/competencies/D3.1");
  await page.getByRole("radio", { name: /^1 ·/ }).focus();

  for (const key of ["Space", "ArrowDown", "ArrowDown", "ArrowDown"])
    await page.keyboard.press(key);
  await expectSaved(page);

  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
  expect(await savedMarks(page)).toBe(1);
});

test("J5: the language switch keeps the place, the answer and what is being written", async ({
  page,
}) => {
  await rate(page, "D1.3", 2);
  await page.getByLabel(en["competency.note_label"]).fill("A note in the making");
  const address = page.url();

  await page.getByRole("button", { name: en["language.switch"] }).click();

  await expect(page.getByLabel(es["competency.note_label"])).toHaveValue("A note in the making");
  await expect(page.getByRole("radio", { name: /^2 ·/ })).toBeChecked();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator("[lang=en] main")).toHaveCount(0); // nothing says that Spanish words are English
  expect(page.url()).toBe(address);
});

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
