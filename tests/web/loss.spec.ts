// SPDX-License-Identifier: MIT
// Parts of what the browser keeps are removed between two starts, or damaged: Trellis notices that there was data,
// never shows a first screen as if nothing had been, brings a copy back, and mends its own files.
import type { Page } from "@playwright/test";
import {
  expect,
  expectReadyForOffline,
  expectSaved,
  leaveApp,
  open,
  rate,
  test,
  words,
} from "./fixtures.ts";

const { en } = words;

/** Rates twice, and waits for the copy that the first answer asks for. */
async function keepAnswers(page: Page): Promise<void> {
  await rate(page, "D1.1", 4);
  await rate(page, "D1.2", 2);
  await expect.poll(() => copyCount(page)).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => caches.has("trellis-copies"))).toBe(true);
}

/** Whatever is to be done seconds from now is never done. */
async function stopLaterWork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const startTimer = window.setTimeout.bind(window);
    const isSoon = (delayInMs = 0) => delayInMs < 5_000;
    const startSoon = (work: () => void, delayInMs?: number) =>
      isSoon(delayInMs) ? startTimer(work, delayInMs) : 0;
    window.setTimeout = startSoon as typeof window.setTimeout;
  });
}

function copyCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "trellis-copies")) return 0;
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open("trellis-copies");
      opening.onsuccess = () => {
        const reading = opening.result.transaction("bytes").objectStore("bytes").getAllKeys();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result.filter((key) => String(key).startsWith("copy-")).length);
        };
      };
    });
  });
}

type Part = "files" | "database" | "caches";

/** Removes what the browser might remove, while no page of the app is open. */
async function remove(page: Page, parts: readonly Part[]): Promise<void> {
  await leaveApp(page);
  await page.evaluate(async (removed) => {
    if (removed.includes("files")) {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("trellis", { recursive: true });
    }
    if (removed.includes("caches"))
      for (const name of await caches.keys()) await caches.delete(name);
    if (removed.includes("database"))
      for (const { name } of await indexedDB.databases())
        await new Promise((done) => {
          const removal = indexedDB.deleteDatabase(name ?? "");
          removal.onsuccess = removal.onerror = removal.onblocked = done;
        });
  }, parts);
}

const notice = (page: Page) => page.locator("[data-store=missing]");

const combinations: readonly (readonly Part[])[] = [
  ["files"],
  ["database"],
  ["caches"],
  ["files", "database"],
  ["files", "caches"],
  ["database", "caches"],
  ["files", "database", "caches"],
];

for (const parts of combinations) {
  test(`without ${parts.join(" and ")} the next start is not silent`, async ({ page, watch }) => {
    await keepAnswers(page);
    await expectReadyForOffline(page);

    await remove(page, parts);
    await open(page);

    if (!parts.includes("files")) {
      await expect(page.getByText(en["home.continue_title"])).toBeVisible();
      await expect(notice(page)).toHaveCount(0);
    } else if (parts.includes("database")) {
      await expect(notice(page)).toContainText(en["copies.none"]);
      await notice(page).getByRole("button", { name: en["copies.without"] }).click();
      await expect(notice(page)).toHaveCount(0);
    } else {
      await expect(notice(page)).toContainText(/\d answers?, (the newest )?from/);
      await notice(page).getByRole("button", { name: en["copies.restore"] }).click();
      await expect(page.getByText(en["home.continue_title"])).toBeVisible();
      await expect(notice(page)).toHaveCount(0);
    }
    // Whatever was removed, the app is whole again: it opens without a network.
    await expect.poll(() => precachedCount(page)).toBeGreaterThan(10);
    watch.problems.length = 0;
  });
}

function precachedCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((known) => known.includes("precache"));
    return name ? (await (await caches.open(name)).keys()).length : 0;
  });
}

test("J11.5: answers given after the loss and the copy come together", async ({ page }) => {
  await keepAnswers(page);
  await remove(page, ["files"]);
  await rate(page, "D1.3", 5);

  await notice(page).getByRole("button", { name: en["copies.restore"] }).click();

  await expect(notice(page)).toHaveCount(0);
  for (const [id, level] of [
    ["D1.1", 4],
    ["D1.3", 5],
  ] as const) {
    await open(page, `#/competencies/${id}`);
    await expect(page.getByRole("radio", { name: new RegExp(`^${level} ·`) })).toBeChecked();
  }
});

test("a first answer that waited in the outbox is copied as soon as it is in the store", async ({
  page,
}) => {
  await stopLaterWork(page);
  let isHeld = true; // taking the route away would let the first page have its core
  await page.route("**/worker-*.js", (route) => (isHeld ? undefined : route.continue()));
  await rate(page, "D1.1", 4);
  expect(await copyCount(page)).toBe(0);

  isHeld = false;
  await page.reload();

  await expect.poll(() => copyCount(page)).toBeGreaterThan(0);
});

test("a damaged database is told, put aside byte for byte, and a copy takes its place", async ({
  page,
}) => {
  await keepAnswers(page);
  await leaveApp(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getDirectoryHandle("trellis")).getFileHandle("trellis.sqlite3");
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.write({ type: "write", position: 0, data: "not a database" });
    await writable.close();
  });

  await open(page);
  const failed = page.locator("[data-store=failed]");
  await expect(failed).toContainText(/\d answers?, (the newest )?from/);
  await failed.getByRole("button", { name: en["copies.restore"] }).click();

  await expect(page.getByText(en["home.continue_title"])).toBeVisible();
  await expect(failed).toHaveCount(0);
  await open(page, "#/competencies/D1.1");
  await expect(page.getByRole("radio", { name: /^4 ·/ })).toBeChecked();
  await page.getByRole("radio", { name: /^5 ·/ }).check();
  await expectSaved(page);
});

test("goals without any rating are copied too, their loss is told, and they come back", async ({
  page,
}) => {
  await open(page, "#/plan");
  await page.getByLabel(en["plan.text"], { exact: true }).fill("Say no kindly");
  await page.getByLabel(en["plan.next"]).fill("Practice one sentence");
  await page.getByRole("button", { name: en["plan.keep"] }).click();
  await expect(page.getByRole("checkbox", { name: "Say no kindly" })).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.has("trellis-copies"))).toBe(true);
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Say no kindly" })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);

  await remove(page, ["files"]);
  await open(page, "#/plan");
  await notice(page).getByRole("button", { name: en["copies.restore"] }).click();

  await expect(page.getByRole("checkbox", { name: "Say no kindly" })).toBeVisible();
});
