// SPDX-License-Identifier: MIT
// A question can be answered before the core is there, and what is called saved then is never lost.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectSaved, open, setPassphrase, test, words } from "./fixtures.ts";

const { en } = words;
// A passphrase takes seconds by design.
test.describe.configure({ timeout: 90_000 });
test.use({ serviceWorkers: "block" }); // it would bring the core that these tests hold back

/** Holds the core back. @returns lets it through from then on */
async function withoutCore(page: Page): Promise<() => Promise<void>> {
  await page.route("**/*.wasm", () => undefined);
  return () => page.unroute("**/*.wasm");
}

const level = (page: Page, number: number) =>
  page.getByRole("radio", { name: new RegExp(`^${number} ·`) });

/** Answers the first question while the core is held back; the next start has the core. */
async function putAside(page: Page, number: number): Promise<void> {
  const letThrough = await withoutCore(page);
  await open(page, "#/competencies/D1.1");
  await level(page, number).check();
  await expectSaved(page);
  await letThrough();
}

/** Ids of the answers that wait for the core. */
const waiting = (page: Page, profile = "trellis") =>
  page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((found) => found.name === name)) return [];
    return new Promise<IDBValidKey[]>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const reading = opening.result.transaction("answers").objectStore("answers").getAllKeys();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });
  }, `${profile}-outbox`);

test("answers given before the core is there are saved, outlive the page, and reach the store once", async ({
  page,
}) => {
  const letThrough = await withoutCore(page);
  await open(page, "#/competencies/D1.1");
  await level(page, 4).check();
  await expectSaved(page);
  await page.getByLabel(en["competency.note_label"]).fill("my words");
  await page.getByRole("link", { name: en["competency.next"] }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("D1.2");
  await level(page, 2).check();
  await expectSaved(page);

  await page.reload();
  await expect(level(page, 2)).toBeChecked();
  expect(await waiting(page)).toHaveLength(3); // the level, the level with its note, and the next one

  await letThrough();
  await page.reload();
  await expect.poll(() => waiting(page)).toEqual([]);
  await page.reload();
  await expect(level(page, 2)).toBeChecked();
  await page.getByRole("link", { name: en["competency.previous"] }).click();
  await expect(level(page, 4)).toBeChecked();
  await expect(page.getByLabel(en["competency.note_label"])).toHaveValue("my words");
});

test("an answer that is held for the core does not overtake what comes after it", async ({
  page,
}) => {
  await putAside(page, 2);
  await page.reload();
  await expect.poll(() => waiting(page)).toEqual([]);
  await level(page, 5).check();
  await expectSaved(page);

  await page.reload();
  await expect(level(page, 5)).toBeChecked();
});

/** Holds requests of this name back from every start on, until the page calls `release()`. */
async function holdRequests(page: Page, name: string): Promise<void> {
  await page.addInitScript((held) => {
    const waiting: (() => void)[] = [];
    let isHeld = true;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { request?: string }) {
      const send = () => Reflect.apply(post, this, [message]);
      if (isHeld && message.request?.includes(`"${held}"`)) waiting.push(send);
      else send();
    };
    Object.assign(globalThis, {
      heldCount: () => waiting.length,
      release: () => {
        isHeld = false;
        waiting.forEach((send) => send());
      },
    });
  }, name);
}

const somethingHeld = (page: Page) =>
  expect.poll(() => page.evaluate("heldCount()")).toBeGreaterThan(0);

test("a newer answer waits for one from the outbox that has not been handed over yet", async ({
  page,
}) => {
  // The look before the handing over takes as long as the test wants; also on the first page, whose core may come late.
  await holdRequests(page, "list_ratings");
  await putAside(page, 2);
  await page.reload();
  await somethingHeld(page); // the store is open
  await level(page, 5).check();
  await expect(page.getByRole("status").filter({ hasText: en["save.saving"] })).toBeVisible();
  await page.evaluate("release()");
  await expectSaved(page);
  await expect.poll(() => waiting(page)).toEqual([]);

  await page.reload();
  await somethingHeld(page);
  await page.evaluate("release()");
  await expect(level(page, 5)).toBeChecked();
});

test("results and a backup asked for before the store is open have what was answered before", async ({
  page,
}) => {
  const letThrough = await withoutCore(page);
  await open(page, "#/competencies/D1.1");
  await level(page, 4).check();
  await expectSaved(page);
  await open(page, "#/backup");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: en["backup.export_button"] }).click();
  await open(page, "#/results");

  await letThrough();

  await expect(page.getByRole("heading", { name: en["results.strengths"] })).toBeVisible();
  const backup = JSON.parse(await readFile(await (await download).path(), "utf8")) as {
    ratings: unknown[];
  };
  expect(backup.ratings).toHaveLength(1);
});

test("an answer is put aside also after a page has long waited for the store", async ({ page }) => {
  await page.clock.install();
  await withoutCore(page);
  const started = page.waitForEvent("worker");
  await open(page, "#/results");
  await started; // and with it what the page asks for
  await page.clock.fastForward("00:12");
  await page.evaluate(() => (location.hash = "#/competencies/D1.1"));

  await level(page, 4).check();
  await expectSaved(page);

  await expect(page.locator("[data-store=stalled]")).toHaveCount(0);
  expect(await waiting(page)).toHaveLength(1);
});

test("the tab that has the store shows what another one has put aside", async ({ page }) => {
  await open(page, "#/competencies/D1.1");
  await level(page, 2).check();
  await expectSaved(page);
  const other = await page.context().newPage();
  await withoutCore(other);
  await open(other, "#/competencies/D1.1");

  await level(other, 4).check();
  await expectSaved(other);

  await expect(level(page, 4)).toBeChecked();
});

test("an answer that is kept while the store opens is not taken for a loss", async ({ page }) => {
  await holdRequests(page, "rate_competency");
  await page.addInitScript(() => {
    // The outbox says that it has kept the answer just after the store has opened.
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { request?: string }) {
      if (message.request?.includes('"list_ratings"')) open();
      Reflect.apply(post, this, [message]);
    };
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete")!;
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      set(told: () => void) {
        set!.call(this, () => void opened.then(told));
      },
    });
  });
  let letThrough = (): void => undefined;
  const answered = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/*.wasm", (route) => answered.then(() => route.continue()));
  await open(page, "#/competencies/D1.1");
  await level(page, 4).check();
  letThrough();
  await somethingHeld(page);
  await page.evaluate("release()");

  await expectSaved(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("trellis.kept"))).toBe("kept");
  await expect(page.locator("[data-store=missing]")).toHaveCount(0);
});

for (const shape of ["with no order", "with the answer inside"]) {
  test(`what an earlier edition left waiting, ${shape}, reaches the store`, async ({ page }) => {
    await page.goto("list.html");
    await page.evaluate(async (isInside) => {
      localStorage.setItem("trellis.plain", "1");
      const answer = {
        rating_id: "7b0f2a34-5c1d-4e8f-9a6b-1c2d3e4f5a6b",
        competency_id: "D1.1",
        answer: "level",
        level: 4,
        note: "",
        rated_at: "2026-11-01T10:00:00Z",
      };
      await new Promise<void>((resolve) => {
        const opening = indexedDB.open("trellis-outbox", 1);
        opening.onupgradeneeded = () => {
          const keyPath = isInside ? "answer.rating_id" : "rating_id";
          const table = opening.result.createObjectStore("answers", { keyPath });
          table.put(isInside ? { answer, order: 1 } : answer);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
    }, shape.endsWith("inside"));

    await open(page, "#/competencies/D1.1");
    await expect(level(page, 4)).toBeChecked();
    await expect.poll(() => waiting(page)).toEqual([]);
    await page.reload();
    await expect(level(page, 4)).toBeChecked();
  });
}

test("nothing of a store with a passphrase, nor of a guest, waits outside of it", async ({
  page,
}) => {
  await setPassphrase(page, "four plain words here");
  await withoutCore(page);
  await page.reload();
  await open(page, "#/competencies/D1.1");
  await level(page, 3).check();
  await expect(page.getByRole("status").filter({ hasText: en["save.saving"] })).toBeVisible();
  expect(await waiting(page)).toEqual([]);

  await page.evaluate(() => sessionStorage.setItem("trellis.person", "guest"));
  await page.reload();
  await level(page, 3).check();
  await expect(page.getByRole("status").filter({ hasText: en["save.saving"] })).toBeVisible();
  expect(await waiting(page, "guest")).toEqual([]);
});
