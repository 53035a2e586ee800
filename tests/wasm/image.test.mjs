// SPDX-License-Identifier: MIT
// The store where there are no access handles: an answer counts once the whole image is on the device, damage is
// noticed, and the last good image is never written over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBrowser, settle } from "./fake-browser.mjs";
import { ImageFiles, notFetched } from "./sources.mjs";
import { oneRating, openTab, reached } from "./tab.mjs";

const locale = "en";

/** A browser as WebKitGTK is: IndexedDB and no access handles. */
function browserWithoutHandles() {
  const browser = new FakeBrowser();
  browser.shelves.image = new Map();
  browser.failures.createSyncAccessHandle = () => "NotSupportedError";
  return browser;
}

async function keptIn(browser) {
  const { client } = openTab(browser);
  const { document } = await client.call("export_backup", { locale, exported_at: "2026-11-22T08:30:00Z" });
  await client.close();
  return JSON.parse(document).ratings.map(({ rating_id }) => rating_id);
}

const flip = (bytes, at) => bytes.with(at, bytes[at] ^ 1);
const slots = (browser) => [...browser.shelves.image].sort();

test("without access handles an answer is kept in an image and is there in the next visit", async () => {
  const browser = browserWithoutHandles();
  const first = openTab(browser);
  const rating = await oneRating();

  await first.client.call("rate_competency", rating);
  assert.deepEqual(first.client.store, { state: "open", place: "image", isProtected: false });
  await first.client.close();

  assert.deepEqual(await keptIn(browser), [rating.rating_id]);
});

test("an answer is acknowledged only after the image is on the device, and calls keep their order", async () => {
  const browser = browserWithoutHandles();
  const { client } = openTab(browser);
  await client.call("list_ratings", { locale });
  let letThrough;
  browser.beforePut = () => new Promise((resolve) => (letThrough = resolve));
  const seen = [];

  const rated = client.call("rate_competency", await oneRating()).then(() => seen.push("rated"));
  const listed = client.call("list_ratings", { locale }).then(() => seen.push("listed"));
  while (!letThrough) await settle();
  for (let turns = 0; turns < 20; ++turns) await settle();
  assert.deepEqual(seen, []);
  letThrough();
  await Promise.all([rated, listed]);

  assert.deepEqual(seen, ["rated", "listed"]);
});

test("a cut at any moment of a session leaves an image with every acknowledged answer", async () => {
  const browser = browserWithoutHandles();
  const { client } = openTab(browser);
  const acknowledged = [];
  const states = [];
  browser.beforePut = async () => void states.push([structuredClone(browser.shelves.image), [...acknowledged]]);

  for (let nth = 0; nth < 6; ++nth) {
    const rating = await oneRating(nth);
    await client.call("rate_competency", rating);
    acknowledged.push(rating.rating_id);
  }

  assert.ok(states.length >= 6);
  for (const [image, before] of states) {
    const cut = browserWithoutHandles();
    cut.shelves.image = image;
    const kept = await keptIn(cut);
    assert.deepEqual(before.filter((id) => !kept.includes(id)), []);
  }
});

test("when the image cannot be kept the core says so, and the answer can be saved again", async () => {
  const browser = browserWithoutHandles();
  const { client } = openTab(browser);
  const [first, second] = [await oneRating(0), await oneRating(1)];
  await client.call("rate_competency", first);
  browser.beforePut = async () => {
    throw new DOMException("made to fail", "QuotaExceededError");
  };

  await assert.rejects(client.call("rate_competency", second), { code: "store.full" });
  const shown = await client.call("list_ratings", { locale });
  browser.beforePut = async () => undefined;
  await client.call("rate_competency", second);
  await client.close();

  assert.deepEqual(shown.ratings.map(({ rating_id }) => rating_id), [first.rating_id]);
  assert.deepEqual((await keptIn(browser)).sort(), [first.rating_id, second.rating_id].sort());
});

test("in a private window answers live in the image and are not called kept", async () => {
  const browser = browserWithoutHandles();
  browser.failures.getDirectory = "SecurityError";
  const { client } = openTab(browser);

  await client.call("rate_competency", await oneRating());

  assert.deepEqual(client.store, { state: "memory", reason: "blocked" });
  assert.ok(browser.shelves.image.size > 0);
});

test("when the code of the image is not here, what may be in it is not taken for nothing", async () => {
  const browser = browserWithoutHandles();
  const platform = browser.platform();
  browser.platform = () => ({ ...platform, openImage: () => Promise.reject(notFetched) });
  const { client } = openTab(browser);

  await reached(client, "failed");

  await assert.rejects(client.call("rate_competency", await oneRating()), { code: "store.not_open" });
});

test("an image that grew is folded, so that the next ones are small", async () => {
  const browser = browserWithoutHandles();
  const { client } = openTab(browser);
  const sizes = [];
  browser.beforePut = async () => void sizes.push(Math.max(...slots(browser).map(([, bytes]) => bytes.length), 0));

  for (let nth = 0; nth < 40; ++nth) await client.call("rate_competency", await oneRating(nth));

  assert.ok(Math.max(...sizes) < 600_000, `${Math.max(...sizes)} bytes`);
});

for (const [name, spoil] of [
  ["a flipped bit", (image, slot) => image.set(slot, flip(image.get(slot), image.get(slot).length - 1))],
  ["a flipped bit of the checksum", (image, slot) => image.set(slot, flip(image.get(slot), 0))],
  ["a cut end", (image, slot) => image.set(slot, image.get(slot).slice(0, -1))],
  ["no bytes", (image, slot) => image.set(slot, new Uint8Array(0))],
  ["a slot that is gone", (image, slot) => image.delete(slot)],
]) {
  for (const slot of ["slot-0", "slot-1"]) {
    test(`${name} in ${slot} is told, never shown as an empty store, and nothing is written over`, async () => {
      const browser = browserWithoutHandles();
      const first = openTab(browser);
      for (let nth = 0; nth < 3; ++nth) await first.client.call("rate_competency", await oneRating(nth));
      await first.client.close();
      spoil(browser.shelves.image, slot);
      const before = slots(browser);

      const { client } = openTab(browser);
      await reached(client, "failed");
      await assert.rejects(client.call("rate_competency", await oneRating(9)), { code: "store.not_open" });
      await client.close();

      assert.deepEqual(client.store.state, "closed");
      assert.deepEqual(slots(browser), before);
    });
  }
}

test("every bit of a small image that is flipped is noticed", async () => {
  const shelf = new Map();
  const open = () =>
    ImageFiles.open(true, async () => ({
      get: async (key) => shelf.get(key)?.slice(),
      put: async (key, bytes) => void shelf.set(key, bytes),
      delete: async (key) => void shelf.delete(key),
      close: () => undefined,
    }));
  const files = await open();
  files.handles[0].write(new Uint8Array(64).fill(7), { at: 0 });
  await files.keep();
  const [[slot, bytes]] = shelf;

  for (let bit = 0; bit < bytes.length * 8; ++bit) {
    const at = bit >> 3;
    shelf.set(slot, bytes.with(at, bytes[at] ^ (1 << (bit & 7))));
    assert.ok((await open()).isDamaged, `bit ${bit}`);
  }
});
