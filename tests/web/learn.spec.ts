// SPDX-License-Identifier: MIT
// The library: whatever a clause of the two papers is realised by opens and says something, in both languages; and what
// a person does there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type * as Axe from "axe-core";
import { allRules, bringAxe } from "./axe.ts";
import { expect, expectSaved, open, startAnew, test, words } from "./fixtures.ts";

const { en } = words;
const cli =
  process.env["TRELLIS_CLI"] ??
  fileURLToPath(new URL("../../build/native/trellis", import.meta.url));

interface TracedClause {
  clause: string;
  routes: string[];
}

/** Addresses that `trellis content trace` names. Conditions of the job belong to growing in the role. */
function tracedRoutes(): string[] {
  const told = execFileSync(cli, ["content", "trace", "--json"], { encoding: "utf8" });
  const traced = JSON.parse(told) as TracedClause[];
  const routes = new Set(traced.flatMap(({ routes }) => routes));
  return [...routes].sort();
}

/**
 * Goes from one address to the next as links do, and asks axe about the page; the frame around it is the same everywhere
 * (access.spec.ts). @returns addresses that opened nothing, with what stood there, and those that break a rule
 */
async function visitAll(page: Page, routes: readonly string[], missing: string): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(
    async ([addresses, missingTitle, runOnly]) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const faults: string[] = [];
      const main = document.querySelector("main");
      const isThere = () =>
        main?.querySelector("h1") != null &&
        !main.querySelector(".loading") &&
        main.innerText.length > 80;
      for (const address of addresses) {
        const before = main?.querySelector("h1");
        location.hash = address;
        for (let frame = 0; frame < 300; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (main?.querySelector("h1") !== before && isThere()) break;
          if (main?.querySelector("[role=alert]")) break;
          if (address.startsWith("#/role/") && frame > 5 && isThere()) break; // the same page, another role
        }
        const heading = main?.querySelector("h1")?.textContent ?? "";
        const isFault = heading === "" || heading === missingTitle || !isThere();
        if (isFault || main?.querySelector("[role=alert]")) faults.push(`${address}: ${heading}`);
        const { violations } = await axe.run("main", { runOnly, resultTypes: ["violations"] });
        for (const { id, nodes } of violations)
          faults.push(`${address}: ${id} ${nodes.map(({ target }) => target).join(" | ")}`);
      }
      return faults;
    },
    [routes, missing, allRules] as const,
  );
}

for (const language of ["en", "es"] as const) {
  test.describe(language, () => {
    test.use({ locale: language });

    test("every address of the trace opens, shows its content and breaks no axe rule", async ({
      page,
    }) => {
      test.setTimeout(300_000);
      const routes = tracedRoutes();
      await open(page, "#/learn");

      const faults = await visitAll(page, routes, words[language]["missing.title"]);

      expect(routes.length).toBeGreaterThan(400);
      expect(faults).toEqual([]);
    });
  });
}

test("a choice in a hard moment shows the reasons of all, and is marked as tried", async ({
  page,
}) => {
  await open(page, "#/learn/dilemmas/S01");
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: en["learn.show_reasons"] }).click();

  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(page.getByText(en["learn.your_choice"])).toHaveCount(1);
  await page.reload();
  await open(page, "#/learn/dilemmas");
  await expect(page.getByText(en["learn.tried_mark"], { exact: true }).first()).toBeVisible();

  // What is chosen after forgetting stays when the forgetting is undone.
  await page.getByRole("button", { name: en["learn.practice_forget"] }).click();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeFocused();
  await open(page, "#/learn/dilemmas/S01");
  await page.getByRole("radio").last().check();
  const chosen = (await page.locator("label.choice").last().textContent()) ?? "";
  await page.getByRole("button", { name: en["learn.show_reasons"] }).click();
  await expectSaved(page);
  await page.getByRole("button", { name: en["learn.choose_again"] }).click();
  await expect(page.getByRole("heading", { name: en["learn.what_would_you_do"] })).toBeFocused();
  await open(page, "#/learn/dilemmas");
  await page.getByRole("button", { name: en["undo.button"] }).click();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toHaveCount(0);
  await page.reload();
  await open(page, "#/learn/dilemmas/S01");
  const mine = page.getByRole("article").filter({ hasText: en["learn.your_choice"] });
  await expect(mine).toContainText(chosen);
});

test("where it depends, what decides is told and nothing is called best", async ({ page }) => {
  await open(page, "#/learn/dilemmas/S03");
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: en["learn.show_reasons"] }).click();

  await expect(page.getByRole("heading", { name: en["role.condition"] })).toBeVisible();
  await expect(page.getByText(en["learn.fits_best"])).toHaveCount(0);
});

test("a word of the glossary says what it means when it is tapped", async ({ page }) => {
  await open(page, "#/learn/dilemmas/S22");
  const term = page.locator(".term").first();

  await term.click();

  await expect(page.locator(".term-text:popover-open")).toBeVisible();
});

for (const { language, typed } of [
  { language: "en", typed: "medication" },
  { language: "es", typed: "medicación" },
] as const) {
  test.describe(`search in ${language}`, () => {
    test.use({ locale: language });

    test(`${typed} is found, leads to its page, and stays out of the address`, async ({ page }) => {
      const say = words[language];
      await open(page, "#/search");
      await page.getByLabel(say["learn.search_label"]).fill(typed);

      const hits = page.locator("main .entries a");
      await expect(hits.first()).toBeVisible();
      expect(page.url()).not.toContain("medica");
      await hits.first().click();
      await expect(page).toHaveURL(/#\/(learn|role|competencies)\//);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(/medica/i);
    });
  });
}

for (const language of ["en", "es"] as const) {
  test.describe(`an empty search in ${language}`, () => {
    test.use({ locale: language });

    test("shows words to try, and each finds something", async ({ page }) => {
      const say = words[language];
      for (const example of ["task", "value", "step"] as const) {
        const field = page.getByLabel(say["learn.search_label"]);
        await open(page, "#/search");
        await field.fill("");
        const word = say[`learn.search_try_${example}`];
        await page.getByRole("button", { name: word }).click();

        await expect(field).toHaveValue(word);
        await expect(page.locator("main .entries a").first()).toBeVisible();
        await expect(page.getByRole("button", { name: word })).toHaveCount(0);
      }
    });
  });
}

test("evidence begins with what shows an effect, and ends with what measures none", async ({
  page,
}) => {
  await open(page, "#/learn/evidence");

  await expect(page.locator("main .result h2")).toHaveText([
    en["learn.direction_positive"],
    en["learn.direction_mixed"],
    en["learn.direction_negative"],
    en["learn.direction_none"],
  ]);
});

test("a workplace is reviewed: not enough at first, then a band, gaps and a report", async ({
  page,
}) => {
  await open(page, "#/workplace");
  await page.getByRole("radio", { name: en["work.voice_organization"] }).check();
  await open(page, "#/workplace/role");
  await page.getByRole("radio", { name: en["work.unknown"] }).first().check();
  await open(page, "#/workplace/result");
  await expect(page.getByRole("heading", { name: en["work.no_band"] })).toBeVisible();
  await expect(page.getByRole("heading", { name: en["work.to_find_out"] })).toBeVisible();

  for (const area of ["role", "supervision", "team", "growth"]) {
    await open(page, `#/workplace/${area}`);
    for (const question of await page.locator("fieldset").all())
      await question
        .getByRole("radio")
        .nth(area === "team" ? 1 : 3)
        .check();
  }
  await open(page, "#/workplace/result");

  await expect(page.getByRole("heading", { name: en["work.strengths"] })).toBeVisible();
  await expect(page.getByRole("heading", { name: en["work.gaps"] })).toBeVisible();
  await expect(page.locator(".chart")).toBeVisible();
  await open(page, "#/workplace/report");
  await expect(page.getByRole("table")).not.toHaveCount(0);

  // A new look, and the one of before with its date and its answers.
  await open(page, "#/workplace");
  await page.getByRole("button", { name: en["work.begin"] }).click();
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "0");
  await page.reload();
  await page
    .getByRole("region", { name: en["work.past_looks"] })
    .getByRole("link", { name: /%/ })
    .click();
  await expect(page.getByRole("heading", { name: en["work.strengths"] })).toBeVisible();
});

test("a job seeker chooses questions, and they stand on the sheet", async ({ page }) => {
  await open(page, "#/workplace");
  await page.getByRole("radio", { name: en["work.voice_seeker"] }).check();
  await open(page, "#/workplace/pay");
  await page.getByLabel(en["work.put_on_sheet"]).first().check();

  await open(page, "#/workplace/questions");

  await expect(page.locator(".sheet > li")).toHaveCount(1);
});

test("what an older edition kept in the browser moves into the store once, and goes with the person", async ({
  page,
}) => {
  const keepAsBefore = (chosen: string) =>
    page.evaluate((option) => {
      const voice = "organization";
      const older = {
        practice: { S01: option },
        "workplace.voice": voice,
        "workplace.organization": { RD01: "2", RD02: "unknown" },
        "workplace.seeker": { RD03: "1" },
        "workplace.questions": { RD05: "yes" },
        "workplace.past": [
          { date: "2026-05-04", voice, percent: 61, known_count: 20 },
          { date: "2026-05-05", voice, percent: null, known_count: 0 },
        ],
      };
      for (const [name, value] of Object.entries(older))
        localStorage.setItem(`trellis.${name}`, JSON.stringify(value));
    }, chosen);
  const inStorage = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => /practice|workplace/.test(key)));
  await open(page);
  await keepAsBefore("a");
  await page.reload();
  await expect.poll(inStorage).toEqual([]); // no page of the library was opened
  await keepAsBefore("b"); // as when the page went away before it could let go, and more was done since
  await page.reload();
  await expect.poll(inStorage).toEqual([]);

  await open(page, "#/workplace");
  await expect(page.getByRole("radio", { name: en["work.voice_organization"] })).toBeChecked();
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "2");
  const past = page.getByRole("region", { name: en["work.past_looks"] }).getByRole("listitem");
  await expect(past).toHaveText([/61%/, new RegExp(en["chart.none"])]);
  await open(page, "#/workplace/questions");
  await expect(page.locator(".sheet > li")).toHaveCount(1);
  await open(page, "#/learn/dilemmas/S01");
  await page.getByRole("button", { name: en["learn.choose_again"] }).click();
  await expect(page.getByRole("radio").first()).toBeChecked();

  await open(page, "#/privacy");
  await page.getByText(en["erase.mine"], { exact: true }).click();
  await startAnew(page, () => page.getByRole("button", { name: en["erase.mine_button"] }).click());
  await open(page, "#/workplace/questions");
  await expect(page.locator("input[type=checkbox]:enabled").first()).toBeAttached(); // the list is read
  await expect(page.getByRole("heading", { name: /^0 / })).toBeVisible();
  await open(page, "#/workplace");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("radio")).toHaveCount(2);
  await open(page, "#/learn/dilemmas");
  await expect(
    page.getByRole("region", { name: en["learn.weekly"] }).getByRole("link"),
  ).toHaveCount(3); // the core tells them after what was tried
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "0");
});

test("a pack of another state is looked over, used beside ours with a mark, and taken away; a bad one changes nothing", async ({
  page,
}) => {
  const good = fileURLToPath(new URL("../../contract/examples/packs/us-tx.json", import.meta.url));
  const bad = readFileSync(good, "utf8")
    .replace(/"2026-11",(?=\s*"verified")/, '"last fall",')
    .replace('"title": "Texas: who supervises me?",', "");
  const picker = page.locator('input[type="file"]');
  await open(page, "#/learn/packs");
  await picker.setInputFiles(fileOf(bad));
  const problems = page.getByRole("alert");
  await expect(problems).toContainText(`library/seeker.json: ${say("packs.row", 1)} · as_of`);
  await expect(problems).toContainText(`title ${en["packs.wrong_missing"]}`);
  await expect(problems).not.toContainText("last fall");
  const files = { "locales/en/competencies.json": { D1: { name: "Words for what is ours" } } };
  await picker.setInputFiles(fileOf(JSON.stringify({ ...JSON.parse(bad), files })));
  await expect(problems).toContainText(`D1 ${en["packs.wrong_id"]}`);
  await picker.setInputFiles(fileOf(" ".repeat(10_000_001)));
  await expect(page.getByText(en["packs.file_next"])).toBeVisible();

  await picker.setInputFiles(good);
  await page.getByRole("button", { name: en["packs.use"] }).click();
  await expectSaved(page);
  await expect(page.locator(":focus")).toHaveCount(1); // not lost with the button
  await page.reload();
  await expect(page.getByRole("heading", { name: en["packs.loaded"] })).toBeVisible();
  await open(page, "#/learn/seeker");
  const beside = page.getByRole("region", { name: /Texas/ });
  await expect(beside).toContainText("US-TX");
  await expect(beside).toContainText(en["packs.from_file"]);
  await beside.getByText("Texas: supervised hours").click();
  await expect(beside).toContainText(en["role.not_verified"]);
  await expect(beside.locator(".sources li:visible")).toHaveCount(1); // its clause, whole

  await open(page, "#/learn/packs");
  await page.getByRole("button", { name: en["packs.remove"] }).click();
  await expect(page.getByRole("heading", { name: en["packs.loaded"] })).toHaveCount(0);
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeFocused();
});

const fileOf = (text: string) => ({
  name: "bad.json",
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

test("a pack that could not be kept is refused when it is opened, and one with words over ours too", async ({
  page,
}) => {
  const path = new URL("../../contract/examples/packs/us-tx.json", import.meta.url);
  const example: { files: Record<string, unknown> } = JSON.parse(readFileSync(path, "utf8"));
  const give = (pack: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: "pack.json",
      mimeType: "application/json",
      buffer: Buffer.from(pack),
    });
  const problems = page.getByRole("alert");
  await open(page, "#/learn/packs");

  // Fewer characters than an entry holds bytes, but a line end is two of those.
  await give(JSON.stringify(example) + "\n".repeat(50_000));
  await expect(problems).toContainText(en["packs.wrong_long"]);

  const words = { "locales/en/clauses.json": { "workforce.policy.12b": { text: "Theirs" } } };
  await give(JSON.stringify({ ...example, files: { ...example.files, ...words } }));
  await expect(problems).toContainText(`workforce.policy.12b ${en["packs.wrong_id"]}`);
});

const say = (key: "packs.row", row: number) => en[key].replace("{row}", String(row));
