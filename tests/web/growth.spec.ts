// SPDX-License-Identifier: MIT
// Growing in the role on a small phone: requests outside the role, the ladder, the plan, the page for supervision,
// a second view, a group. Journeys of design are named by their number.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectSaved, open, rate, startAnew, test, words } from "./fixtures.ts";

const { en, es } = words;

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
  const kept = page.locator(".rows summary").first();
  await expect(kept).toContainText("Rides and going along");
  await kept.click();
  await expect(page.getByRole("heading", { name: en["check.reply"] })).toBeVisible();
  await page.getByText(en["source.title"]).click();
  await expect(page.locator("cite")).toHaveCount(1);
});

test("a request that was removed comes back with undo", async ({ page }) => {
  await noteRequest(page, "Asked me to drive people to court in the van");
  await page.locator(".rows summary").first().click();
  await page.getByRole("button", { name: en["grow.remove"] }).click();
  await expect(page.getByRole("heading", { name: en["drift.list"] })).toHaveCount(0);
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeFocused();

  await page.getByRole("button", { name: en["undo.button"] }).click();

  await expect(page.getByRole("heading", { name: en["drift.list"] })).toBeVisible();
  await expect(page.locator(".rows summary").first()).toBeFocused();
});

test("J3.5: a name or a phone number brings a gentle hint and blocks nothing", async ({ page }) => {
  await open(page, "#/drift");

  await page.getByLabel(en["drift.words"]).fill("Drive Mr. Lopez to court, 617-555-0123");

  await expect(page.getByText(en["note.phone"], { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: en["drift.keep"] })).toBeEnabled();
  await open(page, "#/competencies/D1.2");
  await page.getByLabel(en["competency.note_label"]).fill("Sat with Mr. Lopez, 617-555-0123");
  await expect(page.getByText(en["note.phone"], { exact: false })).toBeVisible();
  await page.getByRole("radio", { name: /^3 ·/ }).check();
  await expectSaved(page);
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

test("J4: a young adult peer mentor is asked nothing that is for others, takes one step into the plan, and sees when to look again", async ({
  page,
}) => {
  await rate(page, "D2.1", 2);
  await open(page, "#/assess");
  await page.getByText(en["assess.fit"]).click();
  await page.getByLabel(en["check.role_label"]).selectOption("role.yapm");
  await page.getByRole("radio", { name: en["assess.form_full"] }).check();
  await expect(page.getByText(en["assess.unread"])).toBeVisible();
  await expect(page.locator(".links a").filter({ hasText: "D9.1" })).toHaveCount(1);
  await expect(page.locator(".links a").filter({ hasText: "D9.2" })).toHaveCount(0);
  await page.clock.setFixedTime("2026-11-22T12:00:00Z");
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("A goal to remove");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await page.getByText(en["plan.change"]).click();
  await page.getByRole("button", { name: en["grow.remove"] }).click();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeFocused();

  await page.getByRole("button", { name: /look again on December 20, 2026 Hope/ }).click();

  await expect(page.getByRole("heading", { level: 1 })).toBeFocused(); // not the way back to that other goal
  await expect(page.getByRole("checkbox", { name: "Hope" })).toBeVisible();
  await expect(page.getByText("Look at it again on December 20, 2026")).toBeVisible();
  await expect(page.getByRole("heading", { name: en["plan.from_ratings"] })).toHaveCount(0);
});

test("J3.4: a file goes out by the share sheet with one tap; cancelling is silent, and a tap too old is asked for again", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refusals = ["AbortError", "NotAllowedError"];
    const shared: string[] = [];
    Object.assign(globalThis, { shared });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        const refusal = refusals.shift();
        if (refusal) throw new DOMException("", refusal);
        shared.push(files[0]?.name ?? "");
      },
    });
  });
  await open(page, "#/group");
  const button = page.getByRole("button", { name: en["group.items_file"] });
  const said = page.getByRole("status").filter({ hasText: /\S/ });

  await button.click();
  await expect(said).toHaveCount(0);
  await button.click();
  await expect(page.getByText(en["grow.file_again"])).toBeVisible();
  await button.click();

  await expect(said).toHaveCount(0);
  expect(await page.evaluate("shared")).toEqual(["trellis-group-items.txt"]);
});

test("a supervisor rates what supervisors do, sees it in words, and the step up follows", async ({
  page,
}) => {
  await open(page, "#/assess");
  await page.getByRole("radio", { name: en["assess.form_further"] }).check();
  await page.getByText(en["assess.fit"]).click();
  await page.getByLabel(en["check.role_label"]).selectOption("role.supervisor");
  await expect(page.getByText("About 3 minutes for 8 items.")).toBeVisible();

  await page.getByRole("link", { name: en["assess.start"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SV1");
  await page.getByRole("radio", { name: /^4 ·/ }).check();
  await expectSaved(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();

  await open(page, "#/assess/results");
  await expect(page.getByRole("heading", { name: "Role clarity" })).toBeVisible();
  await page.getByText(en["chart.table"]).click();
  await expect(page.getByRole("row", { name: /Supervisor of peer workers 4\.0/ })).toBeVisible();
  await open(page, "#/ladder/r5a");
  await page.getByText("Every supervisor competency at level 3").click();
  await expect(page.getByText("On record: 1 of 8")).toBeVisible();
});

test("a program's file brings its own steps and items, which are rated and compared like ours", async ({
  page,
}) => {
  const pack = {
    id: "house",
    name: "Our steps",
    limits: "Made by the house.",
    side_steps: [],
    rungs: [
      {
        id: "one",
        name: "First year",
        who: "New colleagues",
        next: [],
        published: [],
        requirements: [
          {
            id: "one.night",
            kind: "competency",
            text: "Night shifts at level 3",
            basis: "trellis_default",
            scope: "KC",
            level: 3,
          },
        ],
      },
    ],
    domains: [{ id: "KC", name: "Our house" }],
    competencies: [
      {
        id: "KC1",
        domain: "KC",
        name: "Night shift",
        statement: "I sit with people at night.",
        levels: ["a", "b", "c", "d", "e"],
      },
    ],
  };
  await open(page, "#/ladder");
  await page.getByText(en["ladder.own"]).click();
  await page.getByLabel(en["ladder.own_file"]).setInputFiles(jsonFile(JSON.stringify(pack)));
  await page.getByRole("link", { name: /First year/ }).click();

  await page.getByText("Night shifts at level 3").click();
  await page.getByRole("link", { name: "1 item has no rating yet." }).click();
  await expect(page.getByText("I sit with people at night.")).toBeVisible();
  await expect(page.getByText(en["competency.why"])).toHaveCount(0);
  await page.getByRole("radio", { name: /^3 ·/ }).check();
  await expectSaved(page);

  await open(page, "#/ladder/one");
  await page.getByText("Night shifts at level 3").click();
  await expect(page.getByText("On record: 1 of 1")).toBeVisible();
});

test("a goal is kept with its next action and day, done with one tap, and taken along as a table", async ({
  page,
}) => {
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("Say no kindly");
  await page.getByLabel(en["plan.next"]).fill("Practice one sentence");
  await page.getByLabel(en["plan.due"]).fill("2027-01-15");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await expectSaved(page);
  const goal = page.getByRole("article");
  await goal.getByText(en["plan.change"]).click();
  await goal.getByLabel(en["plan.next"]).fill("Not kept yet");

  await page.getByRole("checkbox", { name: "Say no kindly" }).click();
  await expect(page.getByRole("heading", { name: en["plan.done"] })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Say no kindly" })).toBeFocused();
  await expect(goal.getByLabel(en["plan.next"])).toHaveValue("Not kept yet");
  await page.reload();

  await expect(page.getByRole("checkbox", { name: "Say no kindly" })).toBeChecked();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en["grow.csv"] }).click();
  expect((await download).suggestedFilename()).toBe("trellis-plan.csv");
});

test("hours of training add up, with the share about peer work", async ({ page }) => {
  await open(page, "#/log");
  await page.getByLabel(en["log.what"]).selectOption("training");
  await page.getByLabel(en["log.amount"], { exact: true }).fill("1.5");
  await page.getByLabel(en["log.peer"]).fill("1");

  await page.getByRole("button", { name: en["log.keep"] }).click();

  await expect(page.getByRole("row", { name: /Training 1.50 h 1.50 h 1 h/ })).toBeVisible();
  await page.getByText(en["certificate.new"]).click();
  await page.getByLabel(en["certificate.name"]).fill("CPS");
  await page
    .getByRole("region", { name: en["certificate.title"] })
    .getByRole("button", { name: en["certificate.keep"] })
    .click();
  await page.getByRole("button", { name: `${en["grow.remove"]} CPS` }).click();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeFocused();
});

test("J3.2 and J3.3: the supervision page holds what was chosen and nothing else, at most five points, on one sheet", async ({
  page,
}) => {
  // Competencies and a rule whose sources have the most words, so that the sheet is as full as it gets.
  for (const id of ["D3.1", "D10.1", "D9.1"]) await rate(page, id, 5);
  await rate(page, "D8.1", 1);
  await noteRequest(page, "Asked me to drive people to court in the van");
  await keepGoal(page, "Say no kindly");
  await open(page, "#/agenda");
  await page.getByRole("button", { name: "Español" }).click();
  const ticks = page.getByRole("checkbox");
  await expect(ticks).toHaveCount(6);
  for (const tick of await ticks.all()) await expect(tick).not.toBeChecked();

  for (const nth of [0, 1, 2, 3, 5]) await ticks.nth(nth).check();
  await expect(ticks.nth(4)).toBeDisabled();
  const long = `${"Desinstitucionalización ".repeat(12)}¿quién más?`.slice(0, 300);
  for (const words of await page.getByLabel(es["agenda.words"]).all()) await words.fill(long);
  await page.getByLabel(es["agenda.words"]).last().fill(long);
  await page.getByRole("button", { name: es["agenda.make"] }).click();

  const sheet = page.locator(".sheet");
  await expect(sheet.getByRole("listitem").filter({ has: page.locator(".statement") })).toHaveCount(
    5,
  );
  await expect(sheet.locator("cite")).toHaveCount(5);
  await expect(sheet).toContainText(long);
  for (const format of ["Letter", "A4"] as const) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g), `sheets of ${format}`).toHaveLength(1);
  }
});

async function keepGoal(page: Page, text: string): Promise<void> {
  await open(page, "#/plan");
  const form = page.locator("form");
  await form.getByLabel(en["plan.text"], { exact: true }).fill(text);
  await form.getByRole("button", { name: en["plan.keep"] }).click();
  await expect(page.getByRole("checkbox", { name: text })).toBeVisible();
}

test("a hard condition beside repeated requests is told as a matter of the workplace", async ({
  page,
}) => {
  for (let time = 0; time < 3; time += 1)
    await noteRequest(page, "Asked me to drive people to court in the van");
  await open(page, "#/conditions");

  await page
    .getByRole("group", { name: en["conditions.q_tasks_asked"] })
    .getByRole("radio", { name: en["conditions.level_1"] })
    .check();

  await expectSaved(page);
  await expect(page.getByRole("heading", { name: en["drift.staffing"] })).toBeVisible();
});

test("the short set says its time, goes on at the first open item after a reload, and finds an item by name", async ({
  page,
}) => {
  await open(page, "#/assess");
  await expect(page.getByText("About 4 minutes for 12 items.")).toBeVisible();
  await page.getByRole("link", { name: en["assess.start"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("D1.3");
  await page.getByRole("radio", { name: /^4 ·/ }).check();
  await expectSaved(page);
  await page.getByRole("link", { name: en["competency.next"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("D2.1");

  await open(page, "#/assess");
  await page.reload();

  await expect(
    page.getByRole("link", { name: en["assess.go_on"].replace("{item}", "D2.1") }),
  ).toBeVisible();
  await page.getByLabel(en["assess.search"]).fill("d13");
  await expect(page.locator(".links a")).toHaveCount(1);
  await open(page, "#/assess/D1.3");
  await page.getByRole("radio", { name: /^2 ·/ }).check();
  await page.getByRole("button", { name: en["assess.undo"].replace("{answer}", "4") }).click();
  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
});

test("J4.3: change over time keeps earlier answers with their dates, and opt-outs draw no point", async ({
  page,
}) => {
  await rate(page, "D1.2", 2);
  await rate(page, "D1.2", 4);
  await open(page, "#/competencies/D1.1");
  await page.getByRole("radio", { name: en["answer.not_in_my_job"] }).check();
  await expectSaved(page);

  await open(page, "#/assess/change");
  await page.getByText(en["change.all"]).click();

  const rows = page.getByRole("table", { name: en["change.all_caption"] }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: en["answer.not_in_my_job"] })).toHaveCount(1);
  await page.getByText(en["chart.table"]).click();
  await expect(page.getByRole("cell", { name: "4.0" })).toBeVisible();
});

test("J7.1 to J7.5: a second view is given blind, wide differences come first, conditions stand beside, and withdrawing closes the file", async ({
  page,
}) => {
  await rate(page, "D1.2", 5);
  await rate(page, "D2.1", 3);
  await rate(page, "D3.1", 4);
  await open(page, "#/second-view");
  await page.getByRole("checkbox", { name: /D1\.2/ }).check();
  await page.getByRole("checkbox", { name: /D2\.1/ }).check();
  const asked = await fileFrom(page, /Make a file with 2 items/);
  expect(asked).not.toContain("D3.1");
  expect(asked).not.toMatch(/"(own|level|levels)"/);

  await open(page, "#/second-view/answer");
  await page.getByLabel(en["second.open"]).setInputFiles(jsonFile(asked));
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("group", { name: /D1\.2/ }).getByRole("radio", { name: /^2 ·/ }).check();
  await page.getByRole("group", { name: /D2\.1/ }).getByRole("radio", { name: /^3 ·/ }).check();
  const answered = await fileFrom(page, en["second.give_back"]);

  await open(page, "#/second-view/compare");
  await page.getByLabel(en["second.open_back"]).setInputFiles(jsonFile(answered));
  const first = page.getByRole("article").first();
  await expect(first).toContainText("D1.2");
  await expect(first).toContainText(en["second.wide"]);
  await expect(page.getByRole("heading", { name: en["conditions.title"] })).toBeVisible();
  await first.getByLabel(en["second.step"]).fill("Try it together on Tuesday");
  await first.getByRole("button", { name: en["second.keep"] }).click();
  await expectSaved(page);
  await expect(page.locator("main")).not.toContainText(/pass|fail/i);

  await open(page, "#/second-view");
  await page.getByRole("button", { name: en["second.withdraw"] }).click();
  await expect(page.getByRole("heading", { name: en["second.asked"] })).toHaveCount(0);
  await open(page, "#/second-view/compare");
  await page.getByLabel(en["second.open_back"]).setInputFiles(jsonFile(answered));
  await expect(page.getByRole("alert")).toHaveAttribute("data-code", "second_view.withdrawn");
});

/** What a button hands out as a file. */
async function fileFrom(page: Page, button: string | RegExp): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await download).path(), "utf8");
}

function jsonFile(text: string) {
  return { name: "view.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

test("J10.3 to J10.6: a group's spread shows from five answers on, from codes and paper alike, with question and source, without names or order", async ({
  page,
}) => {
  await open(page, "#/group/answer");
  await expect(page.locator("main fieldset")).toHaveCount(12);
  for (const item of await page.locator("main fieldset").all())
    await item.getByRole("radio", { name: /^3 ·/ }).check();
  await page.getByRole("button", { name: en["group.show_code"] }).click();
  await expect(page.getByRole("img", { name: en["group.code"] })).toBeVisible();
  const line = await fileFrom(page, en["group.file"]);
  expect(line.length).toBeLessThanOrEqual(600);
  expect(line).toMatch(/^TG1( D\d+\.\d+=[1-5-])+$/);

  await page.getByRole("link", { name: en["group.title"] }).click();
  await page.getByRole("link", { name: en["group.to_tally"] }).click();
  await page.getByLabel(en["group.paste"]).fill([line, line, line].join("\n"));
  await page.getByRole("button", { name: en["group.add"] }).click();
  await page.getByText(en["group.typing"]).click();
  await page.getByLabel(en["group.keys"]).fill("4".repeat(12));
  await page.getByRole("button", { name: en["group.add_person"] }).click();
  await expect(page.getByText("4 people are counted.")).toBeVisible();
  await expect(page.locator("main article")).toHaveCount(0);

  await page.getByLabel(en["group.keys"]).fill("5".repeat(12));
  await page.getByRole("button", { name: en["group.add_person"] }).click();

  await expect(page.locator("main article")).toHaveCount(12);
  await expect(page.locator("main article .statement")).toHaveCount(12);
  await expect(page.locator("main article").getByText(en["source.title"])).toHaveCount(12);
  await page.locator("main article").first().getByText(en["chart.table"]).click();
  await expect(page.getByRole("row", { name: /^3 · .* 3$/ }).first()).toBeVisible();
});

test("J1.4: a guest's entries are gone after the session ends", async ({ page }) => {
  await open(page, "#/privacy");
  await startAnew(page, () => page.getByRole("button", { name: en["guest.start"] }).click());
  await noteRequest(page, "Asked me to drive people to court in the van");

  await startAnew(page, () => page.getByRole("button", { name: en["guest.finish"] }).click());

  await open(page, "#/drift");
  await expect(page.getByRole("heading", { name: en["drift.list"] })).toHaveCount(0);
});
