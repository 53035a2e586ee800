// SPDX-License-Identifier: MIT
// Every report goes to paper: on Letter and A4, what was found with its sources, without what one types and taps.
import type { Page } from "@playwright/test";
import { checkPosting, expect, expectSaved, open, rateInStore, test, words } from "./fixtures.ts";

const { en } = words;

interface Report {
  name: string;
  hash: string;
  prepare?: (page: Page) => Promise<unknown>;
  /** Folded on the screen, and on paper. */
  shows?: string;
}

async function keepGoal(page: Page): Promise<void> {
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("Ask for peer supervision");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await expectSaved(page);
}

async function keepHours(page: Page): Promise<void> {
  await open(page, "#/log");
  await page.getByLabel(en["log.amount"], { exact: true }).fill("7.5");
  await page.getByRole("button", { name: en["log.keep"], exact: true }).click();
  await expectSaved(page);
}

async function keepRequest(page: Page): Promise<void> {
  await open(page, "#/drift");
  await page.getByLabel(en["drift.words"]).fill("Asked me to hand out medication");
  await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
  await page.getByRole("button", { name: en["drift.keep"] }).click();
  await expectSaved(page);
}

async function lookAtWork(page: Page): Promise<void> {
  await open(page, "#/workplace/role");
  await page.getByRole("radio").first().check();
  await expectSaved(page);
}

const posting = "Peer Support Specialist\n- Monitor medication compliance.\n- Share your story.";
const reports: readonly Report[] = [
  { name: "a review", hash: "", prepare: (page) => checkPosting(page, posting) },
  { name: "results", hash: "#/results", prepare: rateD12, shows: en["results.table_caption"] },
  { name: "change over time", hash: "#/assess/change", prepare: rateD12, shows: en["drift.month"] },
  { name: "a plan", hash: "#/plan", prepare: keepGoal },
  { name: "hours", hash: "#/log", prepare: keepHours },
  { name: "requests", hash: "#/drift", prepare: keepRequest, shows: en["drift.month"] },
  { name: "a step of the ladder", hash: "#/ladder/r1" },
  { name: "the role", hash: "#/role" },
  { name: "a workplace", hash: "#/workplace/report", prepare: lookAtWork },
];

function rateD12(page: Page): Promise<void> {
  return rateInStore(page, "D1.2", 4);
}

/** In the page: what is still folded at the moment of printing, and what runs over the edge of the paper. */
async function noteWhatPrints(): Promise<void> {
  addEventListener("beforeprint", () => {
    const folded = document.querySelectorAll("main details:not([open], [data-own])");
    document.body.dataset["folded"] = String(folded.length);
  });
}

/** In the page: words that would not be seen on white paper. */
function paleWords(): string[] {
  const isPale = (element: Element) => {
    const parts =
      getComputedStyle(element)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const [red = 0, green = 0, blue = 0] = parts;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128;
  };
  const hasWords = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.checkVisibility() && hasWords(element) && isPale(element))
    .map((element) => element.textContent ?? "");
}

for (const { name, hash, prepare, shows } of reports) {
  test(`${name} on paper`, async ({ page }) => {
    await page.setViewportSize({ width: 680, height: 900 }); // about what A4 leaves between its edges
    await prepare?.(page);
    if (hash) await open(page, hash);
    const button = page.getByRole("button", { name: en["print.button"] });
    await expect(button).toBeVisible();
    await page.evaluate(noteWhatPrints);
    const title = page.getByRole("heading", { level: 1 });
    const folds = page.locator("main details[open]");
    const openBefore = await folds.count();

    for (const format of ["Letter", "A4"] as const) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0, format).toBeGreaterThan(0);
      await expect(page.locator("body")).toHaveAttribute("data-folded", "0");
      await expect(folds).toHaveCount(openBefore); // and folded again
    }

    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(title).toBeVisible();
    await expect(button).toHaveCount(0);
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("contentinfo")).toHaveCount(0);
    if (shows) await expect(page.getByText(shows).first()).toBeVisible();
    expect(await page.evaluate(paleWords)).toEqual([]); // also at night
    const overEdge = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overEdge).toBeLessThanOrEqual(0);
  });
}

test("a request's own words and feeling go to paper only when they were opened", async ({
  page,
}) => {
  await keepRequest(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));

  await expect(page.getByText("Asked me to hand out medication")).toBeHidden();
});
