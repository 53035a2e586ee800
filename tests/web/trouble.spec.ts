// SPDX-License-Identifier: MIT
// Storage that fails while Trellis is in use: full, lost, cleared, frozen, slow. It is said within seconds, the answer
// stays on screen, and it can be saved again.
import type { CDPSession, Page } from "@playwright/test";
import { expect, expectSaved, open, rateInStore, runInWorker, test, words } from "./fixtures.ts";

const { en } = words;

/** "Within seconds": the longest that a message may take, in milliseconds. */
const soon = { timeout: 6_000 };

const radio = (page: Page, level: number) =>
  page.getByRole("radio", { name: new RegExp(`^${level} ·`) });
const alert = (page: Page) => page.getByRole("alert");

async function devtools(page: Page): Promise<{ session: CDPSession; origin: string }> {
  const session = await page.context().newCDPSession(page);
  return { session, origin: new URL(page.url()).origin };
}

/** Lets a test close the handles of the store under the worker, as a browser does that reclaims them. */
async function reachHandles(page: Page): Promise<() => Promise<void>> {
  await runInWorker(
    page,
    `{
      const create = FileSystemFileHandle.prototype.createSyncAccessHandle;
      const opened = [];
      FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
        const handle = await create.call(this);
        opened.push(handle);
        return handle;
      };
      new BroadcastChannel("lose").onmessage = () => opened.splice(0).forEach((each) => each.close());
    }`,
  );
  return () =>
    page.evaluate(async () => {
      new BroadcastChannel("lose").postMessage("now");
      await new Promise((done) => setTimeout(done, 100)); // no answer comes: the other side is the browser's
    });
}

async function afterReload(page: Page, level: number): Promise<void> {
  await page.reload();
  await expect(radio(page, level)).toBeChecked();
}

test("storage that is full is told, and the answer can be saved once there is room", async ({
  page,
}) => {
  await rateInStore(page, "D1.1", 4);
  const { session, origin } = await devtools(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });

  await radio(page, 2).check();
  await expect(alert(page)).toHaveAttribute("data-code", "store.full", soon);
  await expect(page.locator("[data-save=failed]")).toHaveText(en["save.failed"]);
  await expect(radio(page, 2)).toBeChecked();

  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await alert(page).getByRole("button", { name: en["app.try_again"] }).click();
  await expectSaved(page);
  await afterReload(page, 2);
});

test("storage that is full is told in the library and the plan, and nothing looks kept that is not", async ({
  page,
}) => {
  await open(page, "#/workplace");
  await page.getByRole("radio", { name: en["work.voice_seeker"] }).check();
  await open(page, "#/workplace/pay");
  await page.getByRole("radio").first().check();
  await expectSaved(page);
  const { session, origin } = await devtools(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });

  const question = page.getByLabel(en["work.put_on_sheet"]).first();
  await question.click();
  await expect(alert(page)).toHaveAttribute("data-code", "store.full", soon);
  await expect(question).not.toBeChecked();

  // A new look that could not be kept is taken away again, and the one of before is there.
  await open(page, "#/workplace");
  await page.getByRole("button", { name: en["work.begin"] }).click();
  await expect(alert(page).getByRole("button", { name: en["app.try_again"] })).toBeVisible(soon);
  await open(page, "#/workplace/pay");
  await page.getByRole("radio").nth(1).check();
  await open(page, "#/workplace");
  await page.getByRole("button", { name: en["work.start_over"] }).click();
  await expect(page.getByRole("button", { name: en["undo.button"] })).toBeVisible();
  await expect(alert(page)).toHaveCount(0);

  // Taking back cannot be kept either: it is told, and stays on offer for when there is room.
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("A goal to remove");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await page.getByText(en["plan.change"]).click();
  await page.getByRole("button", { name: en["grow.remove"] }).click();
  const undo = page.getByRole("button", { name: en["undo.button"] });
  await expect(undo).toBeFocused();
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  await undo.click();
  await expect(alert(page)).toHaveAttribute("data-code", "store.full", soon);
  await open(page, "#/assess");
  await expect(alert(page)).toHaveCount(0);
  await page.getByRole("radio", { name: en["assess.form_full"] }).click();
  await expect(alert(page)).toHaveAttribute("data-code", "store.full", soon);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await open(page, "#/plan");
  await undo.click();
  await expect(page.getByRole("checkbox", { name: "A goal to remove" })).toBeVisible();
  await open(page, "#/workplace");
  await page.reload();
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "1");
});

test("files that the browser takes away are told, and opened anew for the next try", async ({
  page,
}) => {
  const loseHandles = await reachHandles(page);
  await rateInStore(page, "D1.1", 4);
  await loseHandles();

  await radio(page, 3).check();
  await expect(alert(page)).toHaveAttribute("data-code", "store.io", soon);
  await expect(radio(page, 3)).toBeChecked();

  await alert(page).getByRole("button", { name: en["app.try_again"] }).click();
  await expectSaved(page);
  await afterReload(page, 3);
});

test("storage that is cleared while Trellis is open is told, and what is on screen can be saved again", async ({
  page,
}) => {
  await rateInStore(page, "D1.1", 4);
  const { session, origin } = await devtools(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });

  await radio(page, 5).check();
  await expect(page.locator("[data-store=missing]")).toBeVisible(); // after files were opened anew; a wait is told
  await expect(radio(page, 5)).toBeChecked();

  await alert(page).getByRole("button", { name: en["app.try_again"] }).click();
  await expectSaved(page);
  await afterReload(page, 5);
});

test("a tab that was frozen keeps what was answered before and goes on after", async ({ page }) => {
  await rateInStore(page, "D1.1", 4);
  const { session } = await devtools(page);
  await radio(page, 3).check();
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });

  await expectSaved(page);
  await radio(page, 2).check();
  await expectSaved(page);
  await afterReload(page, 2);
});

test("a second tab takes over from a frozen one, or says that it is in use; nothing is lost", async ({
  page,
  context,
}) => {
  await rateInStore(page, "D1.1", 4);
  const { session } = await devtools(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  const second = await context.newPage();
  await open(second, "#/competencies/D1.1");
  await expect(second.locator("[data-store=in_use]")).toBeVisible(soon);
  await second.getByRole("button", { name: en["notice.elsewhere_use"] }).click();
  await session.send("Page.setWebLifecycleState", { state: "active" });

  await expect(second.locator("[data-store=in_use]")).toHaveCount(0);
  await expect(radio(second, 4)).toBeChecked();
});

test("a write that hangs is told within seconds, and is saved when it comes through", async ({
  page,
}) => {
  await runInWorker(
    page,
    `{
      const flush = FileSystemSyncAccessHandle.prototype.flush;
      let isSlow = false;
      new BroadcastChannel("slow").onmessage = () => (isSlow = true);
      FileSystemSyncAccessHandle.prototype.flush = function () {
        for (const end = Date.now() + (isSlow ? 7000 : 0); Date.now() < end; );
        isSlow = false;
        return flush.call(this);
      };
    }`,
  );
  await rateInStore(page, "D1.1", 4);
  await page.evaluate(() => new BroadcastChannel("slow").postMessage("now"));

  await radio(page, 1).check();
  await expect(page.locator("[data-store=stalled]")).toBeVisible({ timeout: 9_000 });
  await expect(page.getByText(en["save.saved"])).toHaveCount(0);

  await expectSaved(page);
  await expect(page.locator("[data-store=stalled]")).toHaveCount(0);
  await afterReload(page, 1);
});

test("the browser is asked once to keep the answers, after the first one, and the answer is shown", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked = { count: 0 };
    Object.assign(globalThis, { asked });
    navigator.storage.persist = async () => {
      asked.count += 1;
      return true;
    };
    navigator.storage.persisted = async () => asked.count > 0;
  });
  const asked = () =>
    page.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count);
  await open(page, "#/backup");
  await expect(page.getByText(en["backup.storage_best_effort"])).toBeVisible();
  expect(await asked()).toBe(0);

  await page.evaluate(() => (location.hash = "#/competencies/D1.1"));
  await radio(page, 4).check();
  await expectSaved(page);
  await radio(page, 3).check();
  await expectSaved(page);

  expect(await asked()).toBe(1);
  await page.evaluate(() => (location.hash = "#/backup"));
  await expect(page.getByText(en["backup.storage_kept"])).toBeVisible();
});

test.describe("without access handles", () => {
  test.use({ serviceWorkers: "block" }); // it would bring the worker as it is, with access handles

  test("full storage is told and the answer can be saved later", async ({ page }) => {
    // Chromium lets a small image through whatever quota is set; so its own refusal is made here.
    await runInWorker(
      page,
      `{
        delete FileSystemFileHandle.prototype.createSyncAccessHandle;
        let isFull = false;
        new BroadcastChannel("full").onmessage = ({ data }) => (isFull = data);
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (isFull) throw new DOMException("full", "QuotaExceededError");
          return put.apply(this, given);
        };
      }`,
    );
    const setFull = (isFull: boolean) =>
      page.evaluate((value) => new BroadcastChannel("full").postMessage(value), isFull);
    await rateInStore(page, "D1.1", 4);
    await setFull(true);

    await radio(page, 2).check();
    await expect(alert(page)).toHaveAttribute("data-code", "store.full", soon);
    await expect(radio(page, 2)).toBeChecked();

    await setFull(false);
    await alert(page).getByRole("button", { name: en["app.try_again"] }).click();
    await expectSaved(page);
    await afterReload(page, 2);
  });
});
