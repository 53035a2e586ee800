// SPDX-License-Identifier: MIT
// What a person sees when a part of Trellis is missing, broken or not to be had, and how it comes right again.
import type { Page } from "@playwright/test";
import {
  expect,
  expectKept,
  expectReadyForOffline,
  expectSaved,
  open,
  test,
  words,
} from "./fixtures.ts";

const { en, es } = words;
const medication = { en: /medication/i, es: /medicamentos/i };

/** Replaces what the service worker keeps under this name by its first half. */
async function cutShort(page: Page, name: string): Promise<void> {
  const count = await page.evaluate(async (wanted) => {
    let found = 0;
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      for (const request of await cache.keys()) {
        if (!request.url.includes(wanted)) continue;
        const kept = await cache.match(request, { ignoreVary: true });
        const bytes = (await kept?.arrayBuffer()) ?? new ArrayBuffer(0);
        const { headers } = kept ?? new Response();
        await cache.put(request, new Response(bytes.slice(0, bytes.byteLength / 2), { headers }));
        found += 1;
      }
    }
    return found;
  }, name);
  expect(count, name).toBe(1);
}

for (const { language, say } of [
  { language: "en" as const, say: en },
  { language: "es" as const, say: es },
]) {
  test.describe(language, () => {
    test.use({ locale: language, serviceWorkers: "block" });

    for (const address of ["#/", "#/about", "#/competencies/D1.1"]) {
      test(`where the app does not come, ${address} says so and has the role to read`, async ({
        page,
        watch,
      }) => {
        await page.route("**/assets/first-*.js", (route) => route.abort());
        await page.goto(`./${address}`);

        await expect(
          page.getByRole("heading", { level: 1, name: say["plain.trouble_title"] }),
        ).toBeFocused();
        await expect(page).toHaveTitle(say["plain.trouble_title"]);
        await expect(page.getByRole("heading", { name: say["role.not_tasks"] })).toBeVisible();
        await expect(
          page.getByRole("listitem").filter({ hasText: medication[language] }).first(),
        ).toBeVisible();
        await expect(page.getByRole("radio")).toHaveCount(0); // nothing that would not answer

        await page.unroute("**/assets/first-*.js");
        await page.getByRole("button", { name: say["app.try_again"] }).click();
        await expect(page.getByRole("navigation")).toBeVisible();
        await expect(page.getByRole("heading", { name: say["plain.trouble_title"] })).toHaveCount(
          0,
        );
        watch.problems.length = 0; // the file that was kept away
      });
    }

    test("where WebAssembly does not run, the role can be read", async ({ page, watch }) => {
      await page.route("**/*.wasm", (route) =>
        route.fulfill({ status: 200, body: "no wasm", contentType: "application/wasm" }),
      );
      await open(page);
      await page.getByRole("link", { name: say["plain.title"] }).click();

      await expect(page.getByRole("heading", { name: say["role.not_tasks"] })).toBeVisible();
      await expect(
        page.getByRole("listitem").filter({ hasText: medication[language] }).first(),
      ).toBeVisible();
      await expect(page.getByRole("alert")).toHaveCount(0);
      watch.problems.length = 0; // the browser's own report of the broken file
    });
  });
}

test("a browser that cannot read the app is told so", async ({ page, watch }) => {
  await page.route("**/assets/first-*.js", (route) =>
    route.fulfill({ body: "let class;", contentType: "text/javascript" }),
  );
  await open(page, "#/about");

  await expect(page.getByText(en["plain.trouble_text"])).toBeVisible();
  watch.problems.length = 0;
});

for (const { name, address, act } of [
  {
    name: "/first-",
    address: "#/competencies/D1.1",
    act: async (page: Page) => {
      await expect(page.getByRole("heading", { level: 1 })).toContainText("D1.1");
      await page.getByRole("radio", { name: /^3 ·/ }).check();
      await expectSaved(page);
    },
  },
  {
    name: "/pages-",
    address: "#/check",
    act: (page: Page) => page.getByLabel(en["check.posting_label"]).fill("Drive people."),
  },
]) {
  test(`a kept file that is cut short comes anew by itself: ${name}`, async ({ page, watch }) => {
    await open(page);
    await expectReadyForOffline(page);
    await cutShort(page, name);
    await page.goto("./list.html");

    await open(page, address);

    await act(page);
    watch.problems.length = 0; // what the broken file made the browser say
  });
}

for (const name of ["/trellis-", "/worker-"]) {
  test(`a kept file that is cut short comes anew at a tap: ${name}`, async ({ page, watch }) => {
    await open(page);
    await expectReadyForOffline(page);
    await cutShort(page, name);
    await page.reload();
    const notice = page.locator("[data-store=unavailable]");
    await notice.getByRole("button", { name: en["app.try_again"] }).click();

    await expect(notice).toHaveCount(0);
    await open(page, "#/competencies/D1.1");
    await page.getByRole("radio", { name: /^3 ·/ }).check();
    await expectSaved(page);
    watch.problems.length = 0;
  });
}

test("a page for later that is cut short comes anew by itself", async ({ page, watch }) => {
  await open(page, "#/learn");
  await expectReadyForOffline(page);
  await expectKept(page, "learn");
  await page.reload(); // under the service worker
  await cutShort(page, "/assets/learn-");
  await page.goto("./list.html");

  await open(page, "#/learn");

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: en["app.part_title"] })).toHaveCount(0);
  watch.problems.length = 0;
});

test("what was used on a first visit works without a network; what was not says so, and comes later", async ({
  page,
  context,
  watch,
}) => {
  await open(page);
  await expectReadyForOffline(page);
  await expectKept(page, "more");
  await context.setOffline(true);

  await page.getByRole("link", { name: en["nav.role"], exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: en["app.part_title"] })).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(en["app.part_title"]));
  await expect(page.getByRole("alert")).toHaveCount(0);

  await context.setOffline(false);
  await page.getByRole("button", { name: en["app.try_again"] }).click();
  await expect(page.locator("main .entries, main h2").first()).toBeVisible();
  await expectKept(page, "trellis-whole");
  await expectKept(page, "content-library");
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("main .entries, main h2").first()).toBeVisible();
  watch.problems.length = 0; // what could not be had meanwhile
});
