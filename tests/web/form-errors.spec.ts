// SPDX-License-Identifier: MIT
// What a form says when something has to be mended (GOV.UK Design System, "Error summary"): above it a summary that has
// the focus and leads to each field, the same words at the field, and a title that begins with it. Nothing typed is lost.
import type { Page } from "@playwright/test";
import enErrors from "../../content/locales/en/errors.json" with { type: "json" };
import esErrors from "../../content/locales/es/errors.json" with { type: "json" };
import { expect, expectSaved, open, test, words } from "./fixtures.ts";

type Say = (typeof words)["en"];
interface Form {
  name: string;
  hash: string;
  /** Of what has to be unfolded before the form can be reached. */
  fold?: (say: Say) => string;
  submit: (say: Say) => string;
  /** Fills in what is then wrong. */
  spoil?: (page: Page, say: Say) => Promise<void>;
  /** Label and words, in the order of the fields. */
  faults: (say: Say) => readonly (readonly [label: string, words: string])[];
}

/** The core's words. */
const emptyText = (say: Say) => (say === words.en ? enErrors : esErrors)["text.empty"].message;

const forms: readonly Form[] = [
  {
    name: "a goal without words",
    hash: "#/plan",
    submit: (say) => say["plan.keep"],
    faults: (say) => [[say["plan.text"], say["plan.text_missing"]]],
  },
  {
    name: "a request without a kind and a day",
    hash: "#/drift",
    fold: (say) => say["drift.more"],
    spoil: (page, say) => page.getByLabel(say["drift.on"], { exact: true }).fill(""),
    submit: (say) => say["drift.keep"],
    faults: (say) => [
      [say["drift.family"], say["drift.family_missing"]],
      [say["drift.on"], say["form.day_missing"]],
    ],
  },
  {
    name: "hours that are no number",
    hash: "#/log",
    spoil: (page, say) => page.getByLabel(say["log.amount"], { exact: true }).fill("many"),
    submit: (say) => say["log.keep"],
    faults: (say) => [[say["log.amount"], say["log.amount_wrong"]]],
  },
  {
    name: "more hours about peer work than hours",
    hash: "#/log",
    spoil: async (page, say) => {
      await page.getByLabel(say["log.what"]).selectOption("training");
      await page.getByLabel(say["log.amount"], { exact: true }).fill("2");
      await page.getByLabel(say["log.peer"]).fill("3");
    },
    submit: (say) => say["log.keep"],
    faults: (say) => [[say["log.peer"], say["log.peer_over"]]],
  },
  {
    name: "a certificate without a name",
    hash: "#/log",
    fold: (say) => say["certificate.new"],
    submit: (say) => say["certificate.keep"],
    faults: (say) => [[say["certificate.name"], say["certificate.name_missing"]]],
  },
  {
    name: "no codes of a group",
    hash: "#/group/tally",
    submit: (say) => say["group.add"],
    faults: (say) => [[say["group.paste"], say["group.paste_missing"]]],
  },
  {
    name: "a check without a text",
    hash: "#/check",
    submit: (say) => say["check.submit_posting"],
    faults: (say) => [[say["check.posting_label"], emptyText(say)]],
  },
];

for (const language of ["en", "es"] as const) {
  const say = words[language];
  test.describe(language, () => {
    test.use({ locale: language });

    for (const { name, hash, fold, spoil, submit, faults } of forms) {
      test(`${name} is told in a summary and at the field`, async ({ page }) => {
        await open(page, hash);
        if (fold) await page.getByText(fold(say)).click();
        await spoil?.(page, say);
        const title = await page.title();
        await page
          .getByRole("button", { name: submit(say), exact: true })
          .last()
          .click();

        const summary = page.getByRole("alert");
        await expect(summary).toBeFocused();
        await expect(summary.getByRole("link")).toHaveText(faults(say).map(([, fault]) => fault));
        await expect(page).toHaveTitle(`${say["app.error_prefix"]}${title}`);
        for (const [label, fault] of faults(say)) {
          const field = page.getByLabel(label, { exact: true });
          await summary.getByRole("link", { name: fault }).click();
          await expect(field).toBeFocused();
          await expect(field).toHaveAttribute("aria-invalid", "true");
          await expect(field).toHaveAccessibleDescription(new RegExp(pattern(fault)));
        }
      });
    }
  });
}

const pattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("a form that was mended is saved, and says nothing of it any more", async ({ page }) => {
  const say = words.en;
  await open(page, "#/plan");
  const title = await page.title();
  await page.getByRole("button", { name: say["plan.keep"] }).click();
  await expect(page.getByRole("alert")).toBeVisible();

  await page.getByLabel(say["plan.text"], { exact: true }).fill("Ask for supervision by a peer");
  await page.getByRole("button", { name: say["plan.keep"] }).click();

  await expectSaved(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page).toHaveTitle(title);
  await expect(page.getByRole("article")).toContainText("Ask for supervision by a peer");
});

test("another language says the same faults", async ({ page }) => {
  await open(page, "#/plan");
  await page.getByRole("button", { name: words.en["plan.keep"] }).click();
  await expect(page.getByRole("alert")).toContainText(words.en["plan.text_missing"]);

  await page.getByRole("button", { name: "Español" }).click();

  await expect(page.getByRole("alert")).toContainText(words.es["plan.text_missing"]);
  await expect(page.getByLabel(words.es["plan.text"], { exact: true })).toHaveAccessibleDescription(
    words.es["plan.text_missing"],
  );
});

test("a point of the agenda without words is told at the point", async ({ page }) => {
  const say = words.en;
  await open(page, "#/plan");
  await page.getByLabel(say["plan.text"], { exact: true }).fill("Ask for supervision by a peer");
  await page.getByRole("button", { name: say["plan.keep"] }).click();
  await expectSaved(page);
  await open(page, "#/agenda");
  const point = page.getByRole("checkbox").first();
  await point.check();
  await page.getByLabel(say["agenda.words"]).fill(" ");
  await page.getByRole("button", { name: say["agenda.make"] }).click();

  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByLabel(say["agenda.words"])).toBeFocused();
});
