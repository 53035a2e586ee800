// SPDX-License-Identifier: MIT
// Pictures of numbers: each has a name, a sentence that says what was found, and the same numbers as a table, so that
// nobody needs the picture. Asserted from the accessibility tree; and the letters grow with the text size.
import type { Locator, Page } from "@playwright/test";
import { expect, expectSaved, open, rateInStore, test, words } from "./fixtures.ts";

const { en, es } = words;
type Say = typeof en;

const on = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));

async function noteRequest(page: Page, line: string): Promise<void> {
  await open(page, "#/drift");
  await page.getByLabel(en["drift.words"]).fill(line);
  await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
  await page.getByRole("button", { name: en["drift.keep"] }).click();
  await expectSaved(page);
}

async function answerArea(page: Page, area: string, answer: number): Promise<void> {
  await open(page, `#/workplace/${area}`);
  const questions = page.getByRole("radiogroup").or(page.locator("fieldset"));
  await expect(questions.first()).toBeVisible();
  for (const question of await questions.all())
    await question.getByRole("radio").nth(answer).check();
  await expectSaved(page);
}

interface Picture {
  name: string;
  hash: string;
  prepare: (page: Page) => Promise<void>;
  title: (say: Say) => string | RegExp;
  /** What was found, in words. */
  sentence: (say: Say) => RegExp;
  /** First cells of the table's rows, with the number beside. */
  rows: (say: Say) => readonly (readonly [RegExp, string])[];
}

const sharing = /Sharing lived experience|experiencia vivida/i;
const medication = /Medication and medical tasks|Medicamentos y tareas médicas/;
const month = (year: number, monthIndex: number, tag: string) =>
  new RegExp(
    new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", timeZone: "UTC" }).format(
      Date.UTC(year, monthIndex),
    ),
    "i",
  );
const tagOf = (say: Say) => (say === en ? "en" : "es");
/** In Spanish, too, with the point that people in the US write. */
const number = (value: number) => value.toFixed(1);

const pictures: readonly Picture[] = [
  {
    name: "levels by area",
    hash: "#/results",
    prepare: async (page) => {
      await rateInStore(page, "D1.1", 2);
      await rateInStore(page, "D3.1", 5);
    },
    title: (say) => say["chart.profile"],
    sentence: () => new RegExp(`${sharing.source}.*${number(5)}`, "i"),
    rows: () => [[sharing, number(5)]],
  },
  {
    name: "change over time",
    hash: "#/assess/change",
    prepare: async (page) => {
      await on(page, "2026-06-10");
      await rateInStore(page, "D3.1", 2);
      await on(page, "2026-09-10");
      await rateInStore(page, "D3.1", 4);
    },
    title: () => sharing,
    sentence: (say) =>
      new RegExp(`${say === en ? "rose from" : "subió de"}.*${number(2)}.*${number(4)}.*2026`),
    rows: (say) => [
      [month(2026, 5, tagOf(say)), number(2)],
      [month(2026, 8, tagOf(say)), number(4)],
    ],
  },
  {
    name: "requests by month",
    hash: "#/drift",
    prepare: async (page) => {
      await on(page, "2026-08-10");
      await noteRequest(page, "Asked me to hand out medication");
      await on(page, "2026-09-10");
      await noteRequest(page, "Asked me to hand out medication");
      await noteRequest(page, "Asked me to drive people to court in the van");
    },
    title: (say) => say["drift.months"],
    sentence: (say) => (say === en ? /September.*2 of 3/ : /septiembre.*2 de.* 3/i),
    rows: () => [
      [/Aug|ago/i, "1"],
      [/Sep/i, "2"],
    ],
  },
  {
    name: "requests by kind",
    hash: "#/drift",
    prepare: async (page) => {
      await noteRequest(page, "Asked me to hand out medication");
      await noteRequest(page, "Asked me to hand out medication");
      await noteRequest(page, "Asked me to drive people to court in the van");
    },
    title: (say) => say["drift.kinds"],
    sentence: () => new RegExp(`${medication.source}.*2.*3`),
    rows: () => [[medication, "2"]],
  },
  {
    name: "areas of a workplace",
    hash: "#/workplace/result",
    prepare: async (page) => {
      await open(page, "#/workplace");
      await page.getByRole("radio", { name: en["work.voice_organization"] }).check();
      await answerArea(page, "role", 3);
      await answerArea(page, "pay", 0);
    },
    title: (say) => say["work.chart"],
    sentence: () => /“A clear role”.*100%.*“Pay”.*0%|«Un rol claro».*100.*«El pago».*0/,
    rows: () => [
      [/A clear role|Un rol claro/, "100"],
      [/Pay|pago/, "0"],
    ],
  },
];

const figureOf = (page: Page, title: string | RegExp) => page.getByRole("figure", { name: title });

async function expectTable(figure: Locator, say: Say, rows: ReturnType<Picture["rows"]>) {
  const fold = figure.locator("details"); // stays as it was where the page stays
  if ((await fold.getAttribute("open")) === null)
    await figure.getByText(say["chart.table"]).click();
  for (const [head, value] of rows) {
    const row = figure.getByRole("row").filter({ hasText: head });
    await expect(row.getByRole("cell").first()).toContainText(value);
  }
}

for (const { name, hash, prepare, title, sentence, rows } of pictures) {
  test(`${name}: a name, a sentence and a table say what the picture shows`, async ({ page }) => {
    await prepare(page);
    for (const say of [en, es]) {
      await open(page, hash);
      if (say === es) await page.getByRole("button", { name: "Español" }).click();
      const figure = figureOf(page, title(say));
      await expect(figure).toContainText(sentence(say));
      await expect(figure.getByRole("img")).toHaveCount(0); // the drawing has nothing that the words lack
      await expect(figure.locator("svg").first()).toBeVisible();
      await expectTable(figure, say, rows(say));
    }
  });
}

test("letters in a picture grow with the text size, and nothing runs out of a narrow screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await on(page, "2026-09-10");
  await noteRequest(page, "Asked me to hand out medication");
  const letters = figureOf(page, en["drift.months"]).locator("svg text").first();
  const height = async () => (await letters.boundingBox())?.height ?? 0;
  await expect(letters).toBeVisible();
  const usual = await height();

  const settings = await page.context().newCDPSession(page);
  await settings.send("Page.setFontSizes", { fontSizes: { standard: 32 } });

  await expect.poll(height).toBeGreaterThan(1.8 * usual);
  const runsOut = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const texts = [...document.querySelectorAll("figure svg text")];
    const ends = texts.map((text) => text.getBoundingClientRect());
    return scrollWidth > clientWidth || ends.some(({ left, right }) => left < 0 || right > 320);
  });
  expect(runsOut).toBe(false);
});
