// SPDX-License-Identifier: MIT
// Leaving quickly: the screen is covered at once, a neutral page comes, without a network too, and the Back button
// shows nothing of what was there.
import type { Page } from "@playwright/test";
import { startServer } from "../../scripts/serve.mjs";
import { expect, expectReadyForOffline, open, test, webRoot, words } from "./fixtures.ts";
import type { Server } from "./fixtures.ts";

const { en, es } = words;
const neutral = { en: "Shopping list", es: "Lista de la compra" };

const own = test.extend<{ ownServer: Server }>({
  ownServer: async ({}, use) => {
    const server = await startServer({ root: webRoot });
    await use(server);
    await server.stop().catch(() => undefined); // the test may have stopped it
  },
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
  watch: async ({}, use) => use({ problems: [], foreign: [] }),
});

const leaveButton = (page: Page) => page.getByRole("button", { name: en["leave.button"] });

async function expectNeutral(page: Page, title = neutral.en): Promise<void> {
  await expect(page).toHaveTitle(title);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await page.content()).not.toMatch(/Trellis|quillwort/i);
}

own(
  "without a network the button leads to a neutral page, and Back shows nothing of what was there",
  async ({ page, ownServer }) => {
    await open(page);
    await expectReadyForOffline(page);
    await page.reload();
    for (const hash of ["#/role", "#/competencies/D1.1", "#/check"])
      await page.evaluate((to) => (location.hash = to), hash);
    await page.getByLabel(en["check.posting_label"]).fill("quillwort");
    await ownServer.stop();

    await leaveButton(page).click();
    await expectNeutral(page);

    for (let step = 0; step < 3; ++step) {
      await page.goBack();
      await expectNeutral(page);
    }
    await page.goForward();
    await expectNeutral(page);
  },
);

test("the screen is empty and the title gone before anything is fetched", async ({ page }) => {
  await open(page, "#/check");
  await page.getByLabel(en["check.posting_label"]).fill("quillwort");

  const left = await page.evaluate(() => {
    document.querySelector<HTMLElement>("[data-leave]")?.click();
    return { text: document.body.innerHTML, title: document.title };
  });

  expect(left.text).toBe("");
  expect(left.title).not.toContain("Trellis");
  await expectNeutral(page);
});

test("every page has the button, and the Esc key three times does the same", async ({ page }) => {
  for (const hash of [
    "#/",
    "#/role",
    "#/check",
    "#/check/task",
    "#/competencies",
    "#/competencies/D1.1",
    "#/results",
    "#/backup",
    "#/nowhere",
    "#/about",
  ]) {
    await open(page, hash);
    await expect(leaveButton(page)).toBeInViewport();
  }
  await page.mouse.wheel(0, 2000);
  await expect(leaveButton(page)).toBeInViewport();
  await expect(page.getByText(en["leave.limits"])).toBeAttached();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(leaveButton(page)).toBeVisible();
  await page.keyboard.press("Escape");

  await expectNeutral(page);
});

test("Trellis opens again when a person asks for it", async ({ page }) => {
  await open(page, "#/about");
  await leaveButton(page).click();
  await expectNeutral(page);

  await open(page, "#/role");
  await page.evaluate(() => (location.hash = "#/about"));
  await page.goBack();

  await expect(page).toHaveURL(/#\/role$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("leaving before the first frame keeps its mark for the Back button", async ({ page }) => {
  let firstFrameIsOver: () => void = () => undefined;
  const firstFrame = new Promise<void>((resolve) => (firstFrameIsOver = resolve));
  await page.exposeFunction("firstFrameIsOver", () => firstFrameIsOver());
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      document.querySelector<HTMLElement>("[data-leave]")?.click();
      requestAnimationFrame(() => setTimeout(() => Reflect.get(window, "firstFrameIsOver")()));
    });
  });
  // What waits for the first frame has its turn while the neutral page is on its way.
  await page.route("**/list.html", (route) => firstFrame.then(() => route.continue()));

  await page.goto("./", { waitUntil: "commit" });

  await expectNeutral(page);
  expect(await page.evaluate(() => sessionStorage.getItem("left"))).toBe("1");
});

test("the button works when the app does not start", async ({ page, watch }) => {
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto("./");

  await leaveButton(page).click();

  await expectNeutral(page);
  watch.problems.length = 0; // the files that this test withholds
});

test.describe("a phone set to Spanish", () => {
  test.use({ locale: "es-US" });

  test("the neutral page is Spanish", async ({ page }) => {
    await page.goto("./#/about");
    await page.getByRole("button", { name: es["leave.button"] }).click();

    await expectNeutral(page, neutral.es);
  });
});
