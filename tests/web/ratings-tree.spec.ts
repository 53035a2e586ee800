// SPDX-License-Identifier: MIT
// Every rating in the accessibility tree: the question is the name of its group, each choice has a name of its own, its
// position counts within that question alone, and what is chosen is the only one that is.
import type { Locator, Page } from "@playwright/test";
import { expect, open, rateInStore, test, words } from "./fixtures.ts";

const { en, es } = words;
type Say = typeof en;

interface Rating {
  name: string;
  go: (page: Page, say: Say) => Promise<void>;
  /** How many questions stand there at least. */
  questions: number;
}

const ratings: readonly Rating[] = [
  { name: "a competency", go: (page) => open(page, "#/competencies/D1.2"), questions: 2 },
  { name: "the first minute", go: (page) => open(page, "#/tour/2"), questions: 1 },
  { name: "a set of items", go: startSet, questions: 2 },
  { name: "conditions of the job", go: (page) => open(page, "#/conditions"), questions: 4 },
  { name: "a request", go: (page) => open(page, "#/drift"), questions: 2 },
  { name: "a hard moment", go: (page) => open(page, "#/learn/dilemmas/S01"), questions: 1 },
  { name: "a workplace", go: (page) => open(page, "#/workplace/role"), questions: 4 },
  { name: "a second view", go: answerSecondView, questions: 1 },
];

async function startSet(page: Page, say: Say): Promise<void> {
  await open(page, "#/assess");
  await page.getByRole("link", { name: say["assess.start"] }).first().click();
}

async function answerSecondView(page: Page, say: Say): Promise<void> {
  await rateInStore(page, "D1.1", 3);
  await open(page, "#/second-view");
  await page.getByRole("checkbox").first().check();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: /1/ }).click();
  const file = await (await coming).path();
  await open(page, "#/second-view/answer");
  await page.getByLabel(say["second.open"]).setInputFiles(file);
}

const groupsOf = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("group")
    .filter({ has: page.getByRole("radio") });

/** Radios count as one question by their name: "2 of 5" is said of those with the same one. */
const namesakes = (radio: Locator) =>
  radio.evaluate((one: HTMLInputElement) => {
    const all = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    return all.filter((other) => other.name === one.name && other.form === one.form).length;
  });

for (const [language, say] of [
  ["en", en],
  ["es", es],
] as const) {
  test.describe(language, () => {
    test.use({ locale: language });
    for (const { name, go, questions } of ratings) {
      test(`${name}: question, choice, position and state are in the tree`, async ({ page }) => {
        await go(page, say);
        await expect(groupsOf(page).first()).toBeVisible();
        const groups = await groupsOf(page).all();
        expect(groups.length).toBeGreaterThanOrEqual(questions);
        for (const group of groups.slice(0, 6)) {
          await expect(group).toHaveAccessibleName(/\S{3}/);
          const radios = group.getByRole("radio");
          const count = await radios.count();
          const choices = new Set<string>();
          for (const radio of await radios.all()) {
            await expect(radio).toHaveAccessibleName(/\S/);
            choices.add(await radio.evaluate((one) => one.closest("label")?.textContent ?? ""));
            expect(await namesakes(radio), "position within the question").toBe(count);
          }
          expect(choices.size, "choices that differ in words").toBe(count);
          await radios.last().check();
          await expect(group.getByRole("radio", { checked: true })).toHaveCount(1);
          await expect(radios.last()).toBeChecked();
        }
        const questionsHeard = await Promise.all(groups.map((group) => group.ariaSnapshot()));
        expect(new Set(questionsHeard.map((told) => told.split("\n")[0])).size).toBe(groups.length);
      });
    }
  });
}

test("a tick beside each question says which question it belongs to", async ({ page }) => {
  await open(page, "#/workplace");
  await page.getByRole("radio", { name: en["work.voice_seeker"] }).check();
  await open(page, "#/workplace/role");
  const ticks = page.getByRole("checkbox", { name: new RegExp(en["work.put_on_sheet"]) });
  await expect(ticks.first()).toBeVisible();

  const heard = await Promise.all((await ticks.all()).map((tick) => tick.ariaSnapshot()));

  expect(heard.length).toBeGreaterThan(2);
  expect(new Set(heard).size).toBe(heard.length);
});
