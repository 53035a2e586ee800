// SPDX-License-Identifier: MIT
// Journey J2 (product document): a job seeker checks a posting, or one task, on a phone.
import { checkPosting, expect, open, test, words } from "./fixtures.ts";
import { everythingKept } from "./kept.ts";
import type { Page } from "@playwright/test";

const { en } = words;
const posting = [
  "Certified Peer Specialist",
  "Share your lived experience of recovery to inspire hope.",
  "Remind clients to take their medication every morning.",
  "You will not administer medication.",
].join("\n");

function card(page: Page, text: string) {
  return page.getByRole("article").filter({ hasText: text });
}

test("J2: a pasted posting shows marked text, and each finding with reason, replacement and source", async ({
  page,
}) => {
  await checkPosting(page, posting);

  const finding = card(page, en["verdict.conflict"]).first();
  await expect(finding).toContainText("medication");
  await expect(finding).toContainText(en["check.why"]);
  await expect(finding).toContainText(en["check.instead_posting"]);
  await expect(finding).toContainText(/Transcom|Workforce/);
  await expect(finding).toContainText(/20(17|19)/);
  await expect(page.locator("mark", { hasText: /medication/i }).first()).toBeVisible();
  await expect(page.getByText(en["check.limits"])).toBeVisible();
});

test("J2: a duty that the text rules out is credited as a protection, not flagged", async ({
  page,
}) => {
  await checkPosting(page, "Peer Support Specialist\nYou will not administer medication.");

  await expect(card(page, en["verdict.negated"])).toHaveCount(1);
  await expect(card(page, en["verdict.conflict"])).toHaveCount(0);
});

test("J2: touching a mark leads to its card, and the card leads back", async ({ page }) => {
  await checkPosting(page, posting);
  const label = page.getByRole("link", { name: en["verdict.conflict"] }).first();
  const number = ((await label.textContent()) ?? "").trim().split(" ")[0];

  await label.click();

  const finding = page.locator(`#finding-${number}`);
  await expect(finding).toBeFocused();
  await finding.getByRole("button", { name: en["check.back_to_text"] }).click();
  await expect(label).toBeFocused();
});

test("J2: protections and questions are shown, and the questions can be copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await checkPosting(page, posting);

  await expect(page.getByRole("heading", { name: en["check.missing_title"] })).toBeVisible();
  await page.getByRole("button", { name: en["check.copy"] }).click();

  await expect(page.getByText(en["check.copied"])).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("?");
});

test("J2: one task in everyday words gets a verdict and a kind answer", async ({ page }) => {
  await open(page, "#/check/task");
  await page.getByLabel(en["check.task_label"]).fill("make sure he takes his meds every morning");
  await page.getByRole("button", { name: en["check.submit_task"] }).click();

  await expect(page.locator("#result-title")).toContainText(en["verdict.conflict"]);
  await expect(page.getByRole("article").first()).toContainText(en["check.reply"]);
});

test("J2: an empty text says what to do next and leads to the field", async ({ page }) => {
  await open(page, "#/check");
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();

  const alert = page.getByRole("alert");
  await expect(alert).toBeFocused();
  await expect(alert).toContainText(en["app.error_title"]);
  await alert.getByRole("link").click();
  await expect(page.getByLabel(en["check.posting_label"])).toBeFocused();
});

test("J2: the text is there after going elsewhere and back, and nowhere on the device", async ({
  page,
}) => {
  const secret = "quillwort lantern";
  await checkPosting(page, `Peer Support Specialist ${secret}\nShare your story of recovery.`);
  await page.getByRole("link", { name: en["nav.role"], exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: en["learn.title"] })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel(en["check.posting_label"])).toHaveValue(new RegExp(secret));
  const seen = [
    page.url(),
    await page.title(),
    await page.evaluate(() => JSON.stringify(history.state)),
  ];

  expect(seen.join(" ")).not.toContain("quillwort");
  expect(await everythingKept(page)).not.toContain("quillwort");
});

test("J2: what was cleared comes back with one tap, with its review", async ({ page }) => {
  await checkPosting(page, "Monitor medication compliance.");
  const field = page.getByLabel(en["check.posting_label"]);
  const clear = page.getByRole("button", { name: en["check.clear"], exact: true });
  await clear.click();
  await expect(field).toHaveValue("");
  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toHaveCount(0);

  await page.getByRole("button", { name: en["undo.button"] }).click();

  await expect(field).toHaveValue("Monitor medication compliance.");
  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toBeFocused();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toHaveCount(0);

  await clear.click();
  await field.fill("Something new");
  await expect(page.getByRole("button", { name: en["undo.button"] })).toHaveCount(0);
});

test("J2: a file that takes the place of a typed text gives it back with one tap", async ({
  page,
}) => {
  await open(page, "#/check");
  const field = page.getByLabel(en["check.posting_label"]);
  await field.fill("Typed by hand");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("From a file") });
  await expect(field).toHaveValue("From a file");

  await page.getByRole("button", { name: en["undo.button"] }).click();

  await expect(field).toHaveValue("Typed by hand");
  await expect(field).toBeFocused();
  await expect(page.getByText(en["check.replaced"])).toHaveCount(0);
});

test("J2: a check that takes long can be stopped, and tried again", async ({ page }) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
  await page.clock.install();
  await open(page, "#/check");
  const field = page.getByLabel(en["check.posting_label"]);
  await field.fill("Monitor medication compliance.");
  const submit = page.getByRole("button", { name: en["check.submit_posting"] });
  await submit.click();
  await expect(page.getByRole("button", { name: en["app.stop"] })).toHaveCount(0);
  await page.clock.fastForward(2_100);
  await page.getByRole("button", { name: en["app.stop"] }).click();
  await expect(field).toBeFocused();
  await expect(page.getByText(en["check.working"])).toHaveCount(0);

  letThrough();
  await submit.click();

  await expect(page.getByRole("heading", { name: en["check.result_title"] })).toBeVisible();
});
