// SPDX-License-Identifier: MIT
// What stands in a form and is not saved: it outlives going elsewhere and a reload, and is in no storage where a
// passphrase, a guest or leaving quickly says that nothing may stay.
import type { Locator, Page } from "@playwright/test";
import { expect, expectSaved, leaveApp, open, setPassphrase, startAnew, test } from "./fixtures.ts";
import { rate, words } from "./fixtures.ts";

const { en } = words;
const secret = "wort3917"; // as long as hours may be

interface Form {
  name: string;
  hash: string;
  /** Of what has to be unfolded before the field can be reached. */
  fold?: string;
  field: (page: Page) => Locator;
}

const byLabel = (words: string) => (page: Page) => page.getByLabel(words, { exact: true });
const goalCard = (page: Page) => page.getByRole("article");

const request = { name: "a request", hash: "#/drift", field: byLabel(en["drift.words"]) };
const goal = { name: "a goal", hash: "#/plan", field: byLabel(en["plan.text"]) };
const forms: readonly Form[] = [
  request,
  goal,
  { name: "hours", hash: "#/log", field: byLabel(en["log.amount"]) },
  {
    name: "a certificate",
    hash: "#/log",
    fold: en["certificate.new"],
    field: byLabel(en["certificate.name"]),
  },
];

async function type(page: Page, { hash, fold, field }: Form, text = secret): Promise<void> {
  await open(page, hash);
  if (fold) await page.getByText(fold).click();
  await field(page).fill(text);
}

async function goAndComeBack(page: Page): Promise<void> {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: en["nav.backup"], exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

const session = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
const local = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

for (const form of forms) {
  test(`${form.name} that is half written is there after going elsewhere, and after a reload`, async ({
    page,
  }) => {
    await type(page, form);

    await goAndComeBack(page);
    await expect(form.field(page)).toHaveValue(secret);
    await expect(form.field(page)).toBeVisible();
    await page.reload();

    await expect(form.field(page)).toHaveValue(secret);
    await expect(form.field(page)).toBeVisible();
    const told = [page.url(), await page.title(), await local(page)];
    told.push(await page.evaluate(() => JSON.stringify(history.state)));
    expect(told.join(" ")).not.toContain(secret);
  });
}

test("what was chosen in a request comes back with its line, also what is folded", async ({
  page,
}) => {
  await open(page, "#/drift");
  await page.getByLabel(en["drift.words"]).fill("Asked me to drive people to court in the van");
  await page.getByRole("radio", { name: en["drift.did_said_no"] }).check();
  await page.getByText(en["drift.more"]).click();
  await page.getByLabel(en["drift.on"], { exact: true }).fill("2026-03-05");
  await page.getByRole("radio", { name: en["drift.feeling_proud"] }).check();

  await page.reload();

  await expect(page.getByRole("radio", { name: en["drift.did_said_no"] })).toBeChecked();
  await expect(page.getByLabel(en["drift.on"], { exact: true })).toHaveValue("2026-03-05");
  await expect(page.getByRole("radio", { name: en["drift.feeling_proud"] })).toBeVisible();
  await expect(page.getByRole("radio", { name: en["drift.feeling_proud"] })).toBeChecked();
  await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
  await page.getByRole("button", { name: en["drift.keep"] }).click();
  await expectSaved(page);
  await expect(page.getByLabel(en["drift.words"])).toHaveValue("");
  await expect(page.getByRole("radio", { name: en["drift.did_still_thinking"] })).toBeChecked();
});

test("a form that is saved, or emptied by hand, leaves no draft", async ({ page }) => {
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill(secret);
  await page.getByLabel(en["plan.next"]).fill("One step");
  expect(await session(page)).toContain(secret);
  await page.getByLabel(en["plan.next"]).fill("");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("");
  expect(await session(page)).not.toContain("plan");
  expect(await session(page)).not.toContain("drafts");

  await page.getByLabel(en["plan.text"], { exact: true }).fill(secret);
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await expectSaved(page);

  expect(await session(page)).not.toContain("drafts");
  await page.reload();
  await expect(page.getByRole("checkbox", { name: secret })).toBeVisible();
  await expect(page.locator("form").last().getByLabel(en["plan.text"])).toHaveValue("");
});

test("a goal that is being changed keeps the change through a reload, and through removing and undo", async ({
  page,
}) => {
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("Say no kindly");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await page.getByText(en["plan.change"]).click();
  await goalCard(page).getByLabel(en["plan.next"]).fill(secret);

  await page.reload();

  await expect(goalCard(page).getByLabel(en["plan.next"])).toBeVisible();
  await expect(goalCard(page).getByLabel(en["plan.next"])).toHaveValue(secret);
  await goalCard(page).getByRole("button", { name: en["grow.remove"] }).click();
  await expect(goalCard(page)).toHaveCount(0);
  expect(await session(page)).not.toContain(secret);
  await page.getByRole("button", { name: en["undo.button"] }).click();
  await expect(goalCard(page).getByLabel(en["plan.next"])).toHaveValue(secret);
  await goalCard(page).getByRole("button", { name: en["plan.keep"] }).click();
  await expect(goalCard(page).locator(".say")).toHaveText(secret);
  expect(await session(page)).not.toContain(secret);
});

/**
 * Saves a form and leaves at once. @returns what the session holds when the saved form has let go of its draft: of all
 * that is done to drafts after the page is empty, the first is leaving, the second that.
 */
function leaveWhileSaving(keep: string): Promise<string> {
  return new Promise((resolve) => {
    let count = 0;
    const note = () => {
      if (document.body.childElementCount === 0) count += 1;
      if (count === 2) resolve(JSON.stringify({ ...sessionStorage }));
    };
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      if (key === "trellis.drafts") note();
    };
    Storage.prototype.removeItem = function (key) {
      removeItem.call(this, key);
      if (key === "trellis.drafts") note();
    };
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === keep)?.click();
    document.querySelector<HTMLElement>("[data-leave]")?.click();
  });
}

test.describe("without a service worker, which would bring the neutral page too soon", () => {
  test.use({ serviceWorkers: "block" });

  test("leaving quickly leaves nothing of a form, also when a form was being saved", async ({
    page,
  }) => {
    await open(page, "#/plan");
    await page.getByLabel(en["plan.text"], { exact: true }).fill(secret);
    await open(page, "#/drift");
    await page.getByLabel(en["drift.words"]).fill("Asked me to drive people to court in the van");
    await expect(page.getByText(en["drift.family_hint"])).toBeVisible();
    expect(await session(page)).toContain(secret);
    // The neutral page comes late, so that the saving ends on the page that was left.
    let release: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/list.html", (route) => late.then(() => route.continue()));

    const left = page.evaluate(leaveWhileSaving, en["drift.keep"]);

    expect(await left).not.toContain(secret);
    release();
    await expect(page).toHaveTitle("Shopping list");
    expect(await session(page)).not.toContain(secret);
  });
});

test("a passphrase takes a form out of the storage; what is typed behind it stays in memory, and goes with the lock", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const field = page.getByLabel(en["plan.text"], { exact: true });
  await rate(page, "D1.1", 4);
  await open(page, "#/plan");
  await field.fill(secret);
  expect(await session(page)).toContain(secret);

  await setPassphrase(page, "four words in a row");

  expect(await session(page)).not.toContain("drafts");
  await open(page, "#/plan");
  await field.fill(`${secret} again`);
  expect(await session(page)).not.toContain("drafts");
  await goAndComeBack(page);
  await expect(field).toHaveValue(`${secret} again`);
  await open(page, "#/privacy");
  await startAnew(page, () =>
    page.getByRole("button", { name: en["passphrase.lock_now"] }).click(),
  );
  expect(await session(page)).not.toContain("drafts");
  await open(page, "#/plan");
  await page.getByLabel(en["passphrase.label"], { exact: true }).fill("four words in a row");
  await page.getByRole("button", { name: en["locked.open"], exact: true }).click();
  await expect(field).toHaveValue("", { timeout: 20_000 });
});

test("a guest's form is kept while the session lasts, and nowhere but in memory", async ({
  page,
}) => {
  await open(page, "#/privacy");
  await startAnew(page, () => page.getByRole("button", { name: en["guest.start"] }).click());
  await type(page, request);

  expect(await session(page)).not.toContain(secret);
  await goAndComeBack(page);
  await expect(request.field(page)).toHaveValue(secret);
  await startAnew(page, () => page.getByRole("button", { name: en["guest.finish"] }).click());

  await open(page, request.hash);
  await expect(request.field(page)).toHaveValue("");
});

test("somebody else's turn and erasing leave nothing of a form", async ({ page }) => {
  await type(page, request);
  expect(await session(page)).toContain(secret);
  await open(page, "#/privacy");
  await page.getByText(en["people.add"], { exact: true }).click();
  await page.getByLabel(en["people.own_name"]).fill("Ana");
  await page.getByLabel(en["people.new_name"]).fill("Luis");
  await startAnew(page, () => page.getByRole("button", { name: en["people.add_button"] }).click());
  expect(await session(page)).not.toContain(secret);

  await type(page, request);
  expect(await session(page)).toContain(secret);
  await open(page, "#/privacy");
  await page.getByText(en["erase.mine"], { exact: true }).click();
  await startAnew(page, () => page.getByRole("button", { name: en["erase.mine_button"] }).click());

  expect(await session(page)).not.toContain(secret);
  await open(page, request.hash);
  await expect(request.field(page)).toHaveValue("");
});

test("a tab that becomes a guest's because another one made room for somebody loses the form of before", async ({
  page,
  context,
}) => {
  await type(page, request);
  await open(page, "#/backup");
  await page.reload(); // the forms themselves are not here
  expect(await session(page)).toContain(secret);
  const other = await context.newPage();
  await leaveApp(other);
  await other.evaluate(() => {
    const people = [
      { profile: "trellis", name: "Ana" },
      { profile: "trellis-12345678", name: "Luis" },
    ];
    localStorage.setItem("trellis.people", JSON.stringify(people));
  });

  await page.reload();

  await expect(page.getByRole("heading", { name: en["guest.notice_title"] })).toBeVisible();
  expect(await session(page)).not.toContain(secret);
  await open(page, request.hash);
  await expect(request.field(page)).toHaveValue("");
});

test("where the browser keeps no session, a form works and outlives going elsewhere", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("", "SecurityError");
    };
    Object.defineProperty(globalThis, "sessionStorage", { get: refuse });
  });
  await type(page, goal);

  await goAndComeBack(page);
  await expect(goal.field(page)).toHaveValue(secret);
  await page.getByRole("button", { name: en["plan.keep"] }).click();

  await expect(page.getByRole("checkbox", { name: secret })).toBeVisible();
});
