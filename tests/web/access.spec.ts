// SPDX-License-Identifier: MIT
// Everyone can use it: no axe violation on any screen in either language and theme, nothing wider than a small phone,
// targets large enough, words in the right language.
import type { RunOnly } from "axe-core";
import type { Page } from "@playwright/test";
import { allRules, faultsOf } from "./axe.ts";
import { fileOf } from "./files.ts";
import { expect, open, test, words, startAnew } from "./fixtures.ts";
import { compareMessages } from "../../web/plugins/locales.ts";

const { en, es } = words;
const languages = ["en", "es"] as const;

/** Pages of growing in the role, by their addresses. */
const growthScreens = [
  "grow",
  "assess",
  "assess/D1.3",
  "assess/change",
  "assess/results",
  "drift",
  "ladder",
  "ladder/r3",
  "plan",
  "log",
  "conditions",
  "agenda",
  "second-view",
  "second-view/answer",
  "second-view/compare",
  "group",
  "group/answer",
  "group/tally",
  "group/paper",
];

/** Every screen, brought into the state that shows the most. */
const screens: readonly { name: string; go: (page: Page, say: typeof en) => Promise<void> }[] = [
  { name: "home", go: (page) => open(page) },
  ...growthScreens.map((view) => ({
    name: view,
    go: (page: Page) => open(page, `#/${view}`),
  })),
  {
    name: "role",
    go: async (page) => {
      await open(page, "#/role");
      await expect(page.getByRole("region").nth(2)).toBeVisible();
    },
  },
  { name: "check", go: (page) => open(page, "#/check") },
  {
    name: "the first minute, a task",
    go: async (page) => {
      await open(page, "#/tour");
      await expect(page.getByRole("article")).toBeVisible();
    },
  },
  { name: "the first minute, levels", go: (page) => open(page, "#/tour/2") },
  { name: "the first minute, safety", go: (page) => open(page, "#/tour/3") },
  {
    name: "check result",
    go: async (page, say) => {
      await open(page, "#/check");
      await page.getByRole("button", { name: say["check.example"] }).click();
      await expect(page.getByRole("heading", { name: say["check.questions_title"] })).toBeVisible();
      for (const more of await page.locator(".finding summary").all())
        if (await more.isVisible()) await more.click();
    },
  },
  {
    name: "task result",
    go: async (page, say) => {
      await open(page, "#/check/task");
      await page.getByRole("button", { name: say["check.example"] }).click();
      await expect(page.getByRole("article").first()).toBeVisible();
    },
  },
  {
    name: "error",
    go: async (page, say) => {
      await open(page, "#/check");
      await page.getByRole("button", { name: say["check.clear"] }).click();
      await page.getByRole("button", { name: say["check.submit_posting"] }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "file that cannot be read",
    go: async (page, say) => {
      await open(page, "#/check");
      await page
        .getByLabel(say["file.open"])
        .setInputFiles(fileOf("photo.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0])));
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "file in the box",
    go: async (page, say) => {
      await open(page, "#/check");
      await page
        .getByLabel(say["file.open"])
        .setInputFiles(fileOf("link.txt", "https://jobs.example/1"));
      await expect(page.getByText(say["file.only_link"])).toBeVisible();
    },
  },
  {
    name: "language without rules",
    go: async (page, say) => {
      await open(page, "#/check");
      await page
        .getByLabel(say["check.posting_label"])
        .fill("Accompagner les personnes à leurs rendez-vous et rédiger des notes cliniques.");
      await page.getByRole("button", { name: say["check.submit_posting"] }).click();
      await expect(page.getByText(say["check.no_rules_ask"])).toBeVisible();
    },
  },
  {
    name: "competencies",
    go: async (page) => {
      await open(page, "#/competencies");
      await expect(page.getByRole("progressbar")).toBeVisible();
    },
  },
  {
    name: "competency",
    go: async (page) => {
      await open(page, "#/competencies/D1.3");
      await page.getByRole("radio", { name: /^3 ·/ }).check();
      await expect(page.locator("[data-save=saved]")).toBeVisible();
    },
  },
  {
    name: "results",
    go: async (page) => {
      await open(page, "#/results");
      await expect(page.getByRole("figure")).toBeVisible();
    },
  },
  { name: "backup", go: (page) => open(page, "#/backup") },
  {
    name: "about",
    go: async (page) => {
      await open(page, "#/about");
      await expect(page.getByRole("definition").first()).toBeVisible();
    },
  },
  { name: "learn", go: (page) => openRead(page, "#/learn", "main details") },
  { name: "section", go: (page) => openRead(page, "#/learn/principles") },
  { name: "evidence", go: (page) => openRead(page, "#/learn/evidence/EV05") },
  { name: "claims", go: (page) => openRead(page, "#/learn/claims") },
  { name: "disagreement", go: (page) => openRead(page, "#/learn/disagreements/notes") },
  { name: "not verified", go: (page) => openRead(page, "#/learn/unverified/cps-code") },
  { name: "tasks", go: (page) => openRead(page, "#/learn/tasks") },
  {
    name: "packs",
    go: async (page, say) => {
      await open(page, "#/learn/packs");
      await page.locator('input[type="file"]').setInputFiles("contract/examples/packs/us-tx.json");
      await expect(page.getByRole("button", { name: say["packs.use"] })).toBeVisible();
      for (const summary of await page.locator("main summary").all()) await summary.click();
    },
  },
  { name: "task", go: (page) => openRead(page, "#/learn/tasks/T.MED_ADMIN") },
  { name: "help", go: (page) => openRead(page, "#/help/workplace", "main ol") },
  {
    name: "is this role for me, all open",
    go: async (page) => {
      await openRead(page, "#/learn/seeker");
      for (const summary of await page.locator("main summary").all()) await summary.click();
    },
  },
  { name: "hard moments", go: (page) => openRead(page, "#/learn/dilemmas", "progress") },
  {
    name: "a word explained, and the reasons",
    go: async (page, say) => {
      await openRead(page, "#/learn/dilemmas/S28", ".term");
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: say["learn.show_reasons"] }).click();
      await page.locator(".term").first().click();
      await expect(page.locator(".term-text:popover-open")).toBeVisible();
    },
  },
  {
    name: "workplace",
    go: async (page, say) => {
      await openRead(page, "#/workplace", "fieldset");
      await page.getByLabel(say["work.voice_seeker"]).check();
      await expect(page.getByRole("progressbar")).toBeVisible();
    },
  },
  {
    name: "workplace area",
    go: async (page) => {
      await openRead(page, "#/workplace/pay", "fieldset");
      for (const question of await page.locator("fieldset").all())
        await question.getByRole("radio").nth(1).check();
      await page.getByRole("checkbox").first().check();
    },
  },
  { name: "workplace result", go: (page) => openRead(page, "#/workplace/result", ".chart") },
  {
    name: "workplace report",
    go: (page) => openRead(page, "#/workplace/report", "section > table td"),
  },
  { name: "interview sheet", go: (page) => openRead(page, "#/workplace/questions", ".sheet") },
  {
    name: "search",
    go: async (page, say) => {
      await open(page, "#/search");
      await page.getByLabel(say["learn.search_label"]).fill("CPS");
      await expect(page.locator(".entries a").first()).toBeVisible();
    },
  },
  { name: "not found", go: (page) => open(page, "#/nowhere") },
  {
    name: "privacy, all open",
    go: async (page) => {
      await open(page, "#/privacy");
      for (const summary of await page.locator("main summary").all()) await summary.click();
    },
  },
  {
    name: "locked",
    go: async (page, say) => {
      await page.getByLabel(say["passphrase.new"]).fill("four words in a row");
      await page.getByLabel(say["passphrase.again"]).fill("four words in a row");
      await page.getByRole("button", { name: say["passphrase.set_button"] }).click();
      const lock = page.getByRole("button", { name: say["passphrase.lock_now"] });
      await expect(lock).toBeVisible({ timeout: 60_000 });
      await startAnew(page, () => lock.click());
      await open(page, "#/results");
      await expect(page.locator("[data-locked]")).toBeVisible();
    },
  },
  {
    name: "guest",
    go: async (page, say) => {
      await open(page, "#/privacy");
      await startAnew(page, () => page.getByRole("button", { name: say["guest.start"] }).click());
      await expect(page.locator("[data-store=guest]")).toBeVisible();
    },
  },
];

/** Opens a page of the library and waits for what only its content has. */
async function openRead(page: Page, hash: string, sign = "main h2, main .entries"): Promise<void> {
  await open(page, hash);
  await expect(page.locator(sign).first()).toBeVisible();
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ locale: language, viewport: { width: 320, height: 568 } });

    test("J6.4 and J6.8: no screen breaks an axe rule, scrolls sideways or has a small target", async ({
      page,
    }) => {
      test.setTimeout(300_000); // every screen, and two passphrases that take their time
      const settings = await page.context().newCDPSession(page);
      const textSize = (standard: number) =>
        settings.send("Page.setFontSizes", { fontSizes: { standard } });
      for (const { name, go } of screens) {
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await go(page, words[language]);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        expect.soft(await faultsOf(page, allRules), `${name}: axe`).toEqual([]);
        expect
          .soft(await page.evaluate(widerThanScreen), `${name}: wider than the screen`)
          .toEqual([]);
        expect.soft(await page.evaluate(smallTargets), `${name}: targets under 44 px`).toEqual([]);
        await textSize(32);
        expect
          .soft(await page.evaluate(widerThanScreen), `${name}: wider with text at 200 %`)
          .toEqual([]);
        await textSize(16);
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await faultsOf(page, colourRules), `${name}: dark`).toEqual([]);
      }
    });
  });
}

/** A theme changes colours and nothing else; every other rule is asked in the light one. */
const colourRules: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

function widerThanScreen(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 1,
  );
  return wide.map((one) => `${one.tagName}.${one.className}`);
}

/** Links inside running text are exempt (WCAG 2.5.8, "inline"). */
function smallTargets(): string[] {
  const inline = "p a, li p a, .term, .marked a, .source-line a, h1 a, [hidden]";
  const targets = [
    ...document.querySelectorAll<HTMLElement>(
      "a, button, summary, select, textarea, label.choice, label.check, input:not([type=radio], [type=checkbox], [type=file])",
    ),
  ];
  return targets
    .filter((one) => one.checkVisibility() && !one.matches(`${inline}, .skip`))
    .filter(
      (one) =>
        one.getBoundingClientRect().height < 43.9 || one.getBoundingClientRect().width < 43.9,
    )
    .map((one) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`);
}

test.describe("J5: a phone set to Spanish", () => {
  test.use({ locale: "es-US" });

  test("the first screen is Spanish before the app has loaded", async ({ page, watch }) => {
    await page.route("**/assets/*.js", () => undefined);

    await page.goto("./", { waitUntil: "commit" });

    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("heading", { level: 1, name: es["home.title"] })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: en["home.title"] })).toBeHidden();
    watch.problems.length = 0; // the scripts that were kept away
  });

  test("an English posting keeps its language, and is explained in Spanish", async ({ page }) => {
    await open(page, "#/check");
    await page
      .getByLabel(es["check.posting_label"])
      .fill("Monitor medication compliance for clients every day.");
    await page.getByRole("button", { name: es["check.submit_posting"] }).click();

    await expect(page.locator(".marked")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("article").first()).toContainText(es["verdict.conflict"]);
    await expect(page.getByRole("article").first().locator("q")).toHaveAttribute("lang", "en");
  });

  test("errors of the core come in Spanish", async ({ page }) => {
    await open(page, "#/check");
    await page.getByRole("button", { name: es["check.submit_posting"] }).click();

    await expect(page.getByRole("alert")).toContainText(es["app.error_title"]);
    await expect(page.getByRole("alert")).not.toContainText("There is no text");
  });
});

test("without scripts the role can be read: what it is, and what it is not", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
  const page = await context.newPage();

  await page.goto("./");

  await expect(page.getByRole("heading", { name: en["role.not_tasks"] })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "medication" }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: es["role.not_tasks"] })).toBeVisible();
  await context.close();
});

test("every language has every text of the interface", () => {
  expect(compareMessages("es", en, es)).toEqual([]);
});

test("a missing text, another placeholder and a missing plural form are told apart", () => {
  const english = {
    "a.b": "Hello {name}",
    "a.c": "x",
    "a.d": { one: "{count} day", other: "{count} days" },
  };

  const faults = compareMessages("es", english, {
    "a.b": "Hola",
    "a.d": { other: "{count} días" },
    "a.e": "?",
  });

  expect(faults).toEqual([
    "es: a.b has other placeholders than English",
    "es: a.c is missing",
    'es: a.d lacks the form "one"',
    "es: a.e is not in English",
  ]);
});

test("another page than the first does not flash the first screen", async ({ page }) => {
  await page.route("**/assets/*.js", () => undefined);

  await page.goto("./#/about", { waitUntil: "commit" });

  await expect(page.getByRole("link", { name: en["app.name"], exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, includeHidden: true }).first()).toBeHidden();
});

for (const hash of ["#/privacy", "#/role", "#/ladder", "#/about", "#/check"]) {
  test(`what stands on ${hash} does not jump while the rest comes`, async ({ page }) => {
    // What web.dev/articles/cls calls good; Lighthouse looks at the same.
    expect(await jumpOn(page, hash)).toBeLessThan(0.1);
  });
}

test("on a wide screen, the first screen does not jump at all", async ({ page }) => {
  await page.setViewportSize({ width: 1350, height: 940 });

  expect(await jumpOn(page, "#/")).toBeLessThan(0.001);
});

/** The sum of layout shifts from opening a page until it is whole. */
async function jumpOn(page: Page, hash: string): Promise<number> {
  await page.addInitScript(() => {
    const sum = globalThis as unknown as { jumped: number };
    sum.jumped = 0;
    const add = (list: PerformanceObserverEntryList) =>
      list.getEntries().forEach((entry) => (sum.jumped += (entry as LayoutShift).value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, hash);
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator("main .loading")).toHaveCount(0);
  await frames(page);
  return page.evaluate<number>("jumped");
}

/** Of the Layout Instability API, which TypeScript's own library does not know. */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

/** Until what was drawn last has been seen by an observer. */
function frames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let nth = 0; nth < 3; ++nth)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

// A small phone, and a window of 1280 by 1024 at 400 %.
for (const height of [568, 256])
  test.describe(`J6.4 and J6.5, 320 by ${height}`, () => {
    test.use({ viewport: { width: 320, height } });

    for (const hash of ["#/", "#/check", "#/competencies/D1.3", "#/drift", "#/learn"]) {
      test(`what has the focus on ${hash} is in view, with no bar over it`, async ({ page }) => {
        await open(page, hash);
        await expect(page.locator(".loading-dots")).toHaveCount(0);
        const seen = new Set<string>();
        for (let turn = 0; turn < 80; ++turn) {
          await page.keyboard.press("Tab");
          const { name, isFree } = await page.evaluate(lookAtFocus);
          if (name.startsWith("BODY") || seen.has(name)) break; // once around
          seen.add(name);
          expect.soft(isFree, name).toBe(true);
        }
        expect(seen.size).toBeGreaterThan(8);
      });
    }
  });

/** Whether the middle of what has the focus can be seen. The browser may still be scrolling to it: that is waited for. */
async function lookAtFocus(): Promise<{ name: string; isFree: boolean }> {
  const one = document.activeElement ?? document.body;
  for (let last = NaN, top = 0; last !== top; last = top, top = one.getBoundingClientRect().top)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  const { left, top, width, height } = one.getBoundingClientRect();
  const shown = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 100));
  const name = `${one.tagName} ${one.id} ${one.textContent?.trim().slice(0, 40)}`;
  return { name, isFree: shown !== null && (one.contains(shown) || shown.contains(one)) };
}

test("the crisis line is one tap away on every screen, and nothing holds the call back", async ({
  page,
}) => {
  for (const hash of ["#/", "#/competencies/D1.1", "#/grow"]) {
    await open(page, hash);
    await expect(page.getByRole("link", { name: en["safety.phone"] })).toHaveAttribute(
      "href",
      "tel:988",
    );
    const call = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const { navigation } = window as unknown as { navigation: EventTarget };
          navigation.addEventListener("navigate", (event) => resolve(event.defaultPrevented), {
            once: true,
          });
        }),
    );
    await page.getByRole("link", { name: en["safety.message"] }).click();
    expect(await call).toBe(false);
  }
});
