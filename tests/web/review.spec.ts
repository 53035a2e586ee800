// SPDX-License-Identifier: MIT
// The review of a whole posting and the answer to one task: words first and the number after them, strengths before
// concerns, a guess never dressed up as a rule, silence never shown as an approval.
import type { Page } from "@playwright/test";
import type { Api } from "../../wasm/src/api.gen.ts";
import { checkPosting, expect, open, test, words } from "./fixtures.ts";
import { quoteAround } from "../../web/src/parts/quote.ts";

const { en, es } = words;
type PostingAnswer = Api["check_posting"]["result"];

const posting = [
  "Certified Peer Specialist",
  "Share your lived experience of recovery to inspire hope.",
  "Remind clients to take their medication every morning.",
  "You will not administer medication.",
  "Supervised by a trained peer supervisor. $24 an hour.",
].join("\n");

/** Lays `change` over what the core answers to check_posting, for answers that no text gives reliably. */
async function changeAnswers(page: Page, change: Partial<PostingAnswer>): Promise<void> {
  await page.addInitScript((laidOver) => {
    const real = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
    Object.defineProperty(MessageEvent.prototype, "data", {
      get(this: MessageEvent): unknown {
        const data: unknown = real?.call(this);
        const { response } = (data ?? {}) as { response?: string };
        if (!response?.includes('"safeguards"')) return data;
        const answer = JSON.parse(response) as { result: object };
        Object.assign(answer.result, laidOver);
        return { ...(data as object), response: JSON.stringify(answer) };
      },
    });
  }, change);
}

function placeOf(page: Page, text: string): Promise<number> {
  return page
    .locator("main")
    .innerText()
    .then((shown) => shown.indexOf(text));
}

test("strengths come first, then concerns, what is missing, and questions", async ({ page }) => {
  await checkPosting(page, posting);

  const headings = await page.getByRole("heading", { level: 2 }).allTextContents();

  expect(headings).toEqual([
    en["check.result_title"],
    en["check.strengths_title"],
    en["check.concerns_title"],
    en["check.missing_title"],
    en["check.questions_title"],
    en["check.marked_title"],
  ]);
  const firstCard = page.getByRole("article").first();
  await expect(firstCard).toContainText(en["verdict.negated"]);
});

test("the number of duties stands after the words and before the limits", async ({ page }) => {
  await changeAnswers(page, { duties: { total: 9, in_role: 6 } });

  await checkPosting(page, posting);

  const number = await placeOf(page, "6 of 9 duties fit the peer role.");
  const missing = en["check.sum_missing"].other.replace("{count}", "");
  expect(number).toBeGreaterThan(await placeOf(page, missing));
  expect(number).toBeLessThan(await placeOf(page, en["check.limits"]));
  const strength = await placeOf(page, en["check.sum_fits_much"]);
  expect(strength).toBeLessThan(await placeOf(page, en["check.sum_conflict"].one.slice(8)));
  expect(strength).toBeGreaterThan(0);
});

test("a posting without duties has no number", async ({ page }) => {
  await changeAnswers(page, { duties: { total: 0, in_role: 0 } });

  await checkPosting(page, posting);

  await expect(page.getByText(en["check.sum_conflict"].one.replace("{count}", "1"))).toBeVisible();
  await expect(page.getByText(/0 of 0/)).toHaveCount(0);
});

test("a posting without concerns reads as no approval", async ({ page }) => {
  await checkPosting(page, "Share your lived experience of recovery to inspire hope.");

  await expect(page.getByText(en["check.sum_quiet"])).toBeVisible();
  await expect(page.getByText(en["check.limits"])).toBeVisible();
  await expect(page.getByRole("heading", { name: en["check.concerns_title"] })).toHaveCount(0);
});

test("what to write instead can be copied, line by line", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await checkPosting(page, posting);
  const card = page.getByRole("article").filter({ hasText: en["verdict.conflict"] }).first();

  await card.getByRole("button", { name: en["check.copy_line"] }).click();

  await expect(card.getByRole("status")).toHaveText(en["check.copied"]);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.length).toBeGreaterThan(10);
  await expect(card).toContainText(copied);
  await expect(card).toContainText(en["check.instead_posting"]);
});

test("a conditional line says what decides, with the question, before anything is opened", async ({
  page,
}) => {
  await checkPosting(page, "Accompany people to their appointments.");

  const card = page.getByRole("article").filter({ hasText: en["verdict.depends"] }).first();
  await expect(card.getByText(en["check.condition"])).toBeVisible();
  await expect(card.getByText(en["check.ask"])).toBeVisible();
});

test("where the core is unsure, a person is asked to look and no verdict is shown", async ({
  page,
}) => {
  await changeAnswers(page, { findings: [guess] });

  await checkPosting(page, posting);

  const card = page.getByRole("article").first();
  await expect(card).toContainText(en["verdict.unsure"]);
  await expect(card).toContainText(en["check.unsure"]);
  await expect(card).not.toContainText(en["verdict.conflict"]);
  await expect(page.getByRole("heading", { name: en["check.concerns_title"] })).toHaveCount(0);
});

/** What the core answers when the model alone speaks and is not sure. */
const guess: PostingAnswer["findings"][number] = {
  rule_id: "",
  verdict: "conflict",
  family: "medication",
  family_name: "Medication",
  line_number: 3,
  span: { begin: 84, end: 90 },
  negated: false,
  unsure: true,
  name: "Watching over whether someone takes medication",
  why: "Checking on pills turns a partner into a monitor.",
  condition: "",
  instead: "Make space to talk.",
  reply: "",
  question: "",
  clauses: [],
  further_sources: [],
};

test("a text in a language without rules is told so; silence is not shown as a finding", async ({
  page,
}) => {
  await checkPosting(
    page,
    "Accompagner les personnes à leurs rendez-vous.\nSurveiller la prise de médicaments et rédiger des notes.",
  );

  await expect(page.getByText(en["check.no_rules"])).toBeVisible();
  await expect(page.getByText(en["check.sum_quiet"])).toHaveCount(0);
  await expect(page.getByRole("heading", { name: en["check.missing_title"] })).toHaveCount(0);
  await expect(page.getByText(en["check.no_rules_ask"])).toBeVisible();
});

test("the chosen role goes to the core, and another one checks again", async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage;
    Object.assign(globalThis, { asked });
    Worker.prototype.postMessage = function (this: Worker, message: { request?: string }) {
      if (message.request?.includes("check_posting")) asked.push(message.request);
      post.call(this, message);
    };
  });
  await checkPosting(page, posting);
  const roles = page.getByLabel(en["check.role_label"]);
  await expect(roles).toHaveValue("any");

  await roles.selectOption("role.yapm");

  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(async () => (await asked()).length).toBe(2);
  const [first = "", second = ""] = await asked();
  expect(first).toContain('"role_id":"any"');
  expect(second).toContain('"role_id":"role.yapm"');
  for (const role of ["role.cps", "role.rc", "role.yapm"])
    await expect(roles.locator(`option[value="${role}"]`)).toHaveCount(1);
});

test("the review can be kept as a text file, and only because a person asks", async ({ page }) => {
  await page.addInitScript(() => Object.assign(navigator, { canShare: () => false }));
  await checkPosting(page, posting);
  const saved = page.waitForEvent("download");

  await page.getByRole("button", { name: en["check.save"] }).click();

  const stream = await (await saved).createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  expect(text).toContain(en["check.limits"]);
  expect(text.indexOf(en["check.strengths_title"].toUpperCase())).toBeGreaterThan(0);
  expect(text.indexOf(en["check.strengths_title"].toUpperCase())).toBeLessThan(
    text.indexOf(en["check.concerns_title"].toUpperCase()),
  );
});

test("with the keyboard alone: a file field, a check, a jump to the questions", async ({
  page,
}) => {
  await open(page, "#/check");
  await page.getByLabel(en["check.posting_label"]).focus();
  await page.keyboard.insertText(posting);

  await page.keyboard.press("Tab");
  await expect(page.getByLabel(en["file.open"])).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(en["check.role_label"])).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#result-title")).toBeFocused();
  const jump = page
    .getByRole("navigation", { name: en["check.jump"] })
    .getByRole("link", { name: en["check.jump_questions"] });
  await jump.focus();
  await page.keyboard.press("Enter");

  await expect(page.locator("#review-questions")).toBeFocused();
});

test("a task answer shows what to say, what to do instead and whom to talk to", async ({
  page,
}) => {
  await open(page, "#/check/task");
  await page.getByLabel(en["check.task_label"]).fill("make sure he takes his meds every morning");
  await page.getByRole("button", { name: en["check.submit_task"] }).click();

  const card = page.getByRole("article").first();
  await expect(card.getByText(en["check.reply"])).toBeVisible();
  await expect(card.getByText(en["check.instead_task"])).toBeVisible();
  await expect(card.getByRole("button", { name: en["check.copy_reply"] })).toBeVisible();
  await expect(page.getByRole("heading", { name: en["check.whom"] })).toBeVisible();
});

test.describe("a phone set to Spanish", () => {
  test.use({ locale: "es-US" });

  test("a Spanish task gets its answer in Spanish", async ({ page }) => {
    await open(page, "#/check/task");
    await page
      .getByLabel(es["check.task_label"])
      .fill("Mi jefa quiere que le recuerde sus medicinas cada mañana");
    await page.getByRole("button", { name: es["check.submit_task"] }).click();

    await expect(page.locator("#result-title")).toContainText(es["verdict.conflict"]);
    await expect(page.getByText(es["check.whom_text"])).toBeVisible();
  });
});

test("a quote shows its line, without the bullet and without other lines", () => {
  const text = "One\n- Remind people to take their meds daily\nTwo";
  const begin = text.indexOf("take");

  expect(quoteAround(text, { begin, end: begin + 15 })).toEqual({
    before: "Remind people to ",
    words: "take their meds",
    after: " daily",
  });
});

test("a quote from a very long line is cut at words on both sides", () => {
  const text = `${"left ".repeat(60)}HERE${" right".repeat(60)}`;

  const { before, words: middle, after } = quoteAround(text, { begin: 300, end: 304 });

  expect(middle).toBe("HERE");
  expect(before).toMatch(/^… (left ){10,16}$/);
  expect(after).toMatch(/^( right){10,14} …$/);
});
