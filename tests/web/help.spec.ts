// SPDX-License-Identifier: MIT
// Help and search from anywhere: every screen leads to a help page of its own, and that page leads back to the screen.
import type { Page } from "@playwright/test";
import help from "../../content/library/help.json" with { type: "json" };
import { expect, open, test, words } from "./fixtures.ts";

const { en, es } = words;
const library = (...sections: readonly string[]) => sections.map((name) => `#/learn/${name}`);

/** One of each kind of screen. */
const screens = [
  ...["#/", "#/tour/2", "#/role", "#/role/role.rc", "#/check", "#/check/task", "#/competencies"],
  ...["#/competencies/D1.2", "#/results", "#/backup", "#/privacy", "#/about", "#/nowhere"],
  ...["#/grow", "#/assess", "#/assess/results", "#/assess/change", "#/ladder", "#/ladder/r1"],
  ...["#/plan", "#/log", "#/drift", "#/conditions", "#/agenda", "#/second-view", "#/group"],
  ...["#/group/tally", "#/learn", "#/workplace", "#/workplace/role", "#/search", "#/help/home"],
  ...library("principles", "tasks", "lookalikes", "settings", "role-notes", "glossary", "points"),
  ...library("readiness", "safeguards", "leadership", "tools", "evidence", "claims", "about"),
  ...library("disagreements", "unverified", "packs", "help", "areas", "bands", "dilemmas"),
  ...library("seeker", "principles/E.1", "tasks/T.MED_ADMIN"),
];

const helpLink = (page: Page) => page.getByRole("link", { name: en["nav.help"] });

test("every screen has a title of its own, and leads to help that is there", async ({ page }) => {
  const titles = new Map<string, string>();
  const known = new Set(help.map(({ id }) => `#/help/${id}`));
  for (const hash of screens) {
    await open(page, hash);
    await expect(helpLink(page), hash).toHaveCount(1);
    await expect(page.locator("main .loading")).toHaveCount(0);
    const title = await page.title();
    expect.soft(titles.get(title), `${hash} is called "${title}" too`).toBeUndefined();
    titles.set(title, hash);
    const href = await helpLink(page).getAttribute("href");
    expect.soft(known.has(href ?? ""), `${hash} leads to ${href}`).toBe(true);
  }
});

test("every help page says what to do and leads to its screen, which leads back", async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const { id, title, steps } of help) {
    await open(page, `#/help/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveText(steps);

    await page.getByRole("link", { name: en["learn.help_open"] }).click();

    await expect(page.getByRole("link", { name: en["learn.help_open"] })).toHaveCount(0);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading, id).toBeFocused(); // where a screen reader goes on
    await expect(heading, id).not.toHaveText(en["missing.title"]);
    const back = id === "competency" ? "competencies" : id; // its screen is one of many
    await expect(helpLink(page)).toHaveAttribute("href", `#/help/${back}`);
    // One idea has one name: help is called like the screen, where that has one name.
    if (!["home", "competency", "role", "tour"].includes(id))
      await expect(heading).toHaveText(title);
  }
});

test("the search is one tap away on every screen, and finds screens too", async ({ page }) => {
  await open(page, "#/log");
  await page.getByRole("banner").getByRole("link", { name: en["nav.search"] }).click();
  await expect(page.getByRole("heading", { level: 1, name: en["learn.search"] })).toBeFocused();
  await page.getByLabel(en["learn.search_label"]).fill("passphrase lost device");

  await page
    .getByRole("region", { name: en["learn.help"] })
    .getByRole("link", { name: en["backup.title"] })
    .click();

  await expect(page.getByRole("heading", { level: 1, name: en["backup.title"] })).toBeVisible();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: es["backup.title"] })).toBeVisible();
});
