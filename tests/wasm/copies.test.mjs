// SPDX-License-Identifier: MIT
// Copies of the store: made in another place, kept few, and brought back when the files are damaged or gone. What is
// damaged is put aside byte for byte before anything takes its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBrowser } from "./fake-browser.mjs";
import { unpack } from "./sources.mjs";
import { oneRating, openTab, reached } from "./tab.mjs";

const locale = "en";
const dayMs = 24 * 60 * 60 * 1000;
const exportRequest = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "export_backup",
  params: { locale, exported_at: "2026-11-22T08:30:00Z" },
});

const work = async (client, task) => JSON.parse(await client.copies(task));
const keep = (client, isDue = true) => work(client, { do: "keep", isDue });
const list = (client) => work(client, { do: "list" });

async function rateIn(browser, count = 3) {
  const tab = openTab(browser);
  const ids = [];
  for (let nth = 0; nth < count; ++nth) {
    const rating = await oneRating(nth);
    await tab.client.call("rate_competency", rating);
    ids.push(rating.rating_id);
  }
  return { ...tab, ids: ids.sort() };
}

async function keptIds(client) {
  const { document } = await client.call("export_backup", { locale, exported_at: "2026-11-22T08:30:00Z" });
  return JSON.parse(document).ratings.map(({ rating_id }) => rating_id);
}

function imageBrowser() {
  const browser = new FakeBrowser();
  browser.shelves.image = new Map();
  browser.failures.createSyncAccessHandle = () => "NotSupportedError";
  return browser;
}

test("a copy goes to IndexedDB when the store is in files, to the cache when it is an image; the other is marked", async () => {
  const [files, image] = [new FakeBrowser(), imageBrowser()];

  for (const browser of [files, image]) assert.equal(await keep((await rateIn(browser)).client), true);

  assert.match([...files.shelves.database.keys()].join(), /^copy-/);
  assert.deepEqual([...files.shelves.cache.keys()], ["marker"]);
  assert.match([...image.shelves.cache.keys()].join(), /^copy-/);
  assert.deepEqual([...image.shelves.database.keys()], ["marker"]);
});

test("a copy can be asked like a store, while the store itself goes on", async () => {
  const { client, ids } = await rateIn(new FakeBrowser());
  await keep(client);
  await client.call("rate_competency", await oneRating(7));

  const [{ copy, taken_at }] = await list(client);
  const { result } = await work(client, { do: "ask", copy, request: exportRequest });

  assert.equal(taken_at, "2026-11-22T12:00:00.000Z");
  assert.deepEqual(JSON.parse(result.document).ratings.map(({ rating_id }) => rating_id), ids);
  assert.equal((await keptIds(client)).length, 4);
});

test("three copies are kept, one for each day or when one is due", async () => {
  const browser = new FakeBrowser();
  const { client } = await rateIn(browser);
  const made = [];

  for (const [passed, isDue] of [[0, false], [1, false], [1, true], [dayMs, false], [dayMs, false], [dayMs, false]]) {
    browser.now += passed;
    made.push(await keep(client, isDue));
  }

  assert.deepEqual(made, [true, false, true, true, true, true]);
  assert.equal((await list(client)).length, 3);
});

test("while the store cannot be read no copy is made", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = () => "UnknownError";
  const { client } = openTab(browser);
  await reached(client, "failed");

  assert.equal(await keep(client), false);
});

test("a copy that is not whole on the shelf is no copy, and the older ones stay", async () => {
  const browser = new FakeBrowser();
  const { client } = await rateIn(browser);
  for (let nth = 0; nth < 3; ++nth) {
    browser.now += 1;
    await keep(client);
  }
  const before = await list(client);
  browser.beforePut = async () => {
    throw new DOMException("made to fail", "QuotaExceededError");
  };

  browser.now += 1;

  assert.equal(await keep(client), null);
  assert.deepEqual(await list(client), before);
});

test("a damaged database is put aside byte for byte, and the copy takes its place", async () => {
  const browser = new FakeBrowser();
  const { client, ids } = await rateIn(browser);
  await keep(client);
  await client.close();
  const damaged = browser.files.get("trellis.sqlite3").map((byte, at) => (at > 4000 ? byte ^ 0x55 : byte));
  browser.files.set("trellis.sqlite3", damaged);
  const second = openTab(browser);
  await reached(second.client, "failed");

  const [{ copy }] = await list(second.client);
  assert.equal(await work(second.client, { do: "restore", copy }), true);
  await reached(second.client, "open");

  assert.deepEqual(await keptIds(second.client), ids);
  const aside = [...browser.shelves.database].find(([key]) => key.startsWith("aside-"));
  assert.deepEqual((await unpack(aside[1])).files[0], damaged);
});

test("when what is damaged cannot be put aside, nothing takes its place", async () => {
  const browser = new FakeBrowser();
  const { client } = await rateIn(browser);
  await keep(client);
  await client.close();
  const damaged = new TextEncoder().encode("no database ".repeat(500));
  browser.files.set("trellis.sqlite3", damaged);
  browser.beforePut = async () => {
    throw new DOMException("made to fail", "QuotaExceededError");
  };
  const second = openTab(browser);
  await reached(second.client, "failed");

  const [{ copy }] = await list(second.client);
  assert.equal(await work(second.client, { do: "restore", copy }), null);
  assert.equal(await work(second.client, { do: "restore", copy: null }), null);
  await second.client.close();

  assert.deepEqual(browser.files.get("trellis.sqlite3"), damaged);
});

test("a damaged copy is refused, and the store stays as it is", async () => {
  const browser = new FakeBrowser();
  const { client, ids } = await rateIn(browser);
  await keep(client);
  const [[key, bytes]] = browser.shelves.database;
  browser.shelves.database.set(key, bytes.with(2000, bytes[2000] ^ 1));

  const [{ copy }] = await list(client);

  assert.equal(await work(client, { do: "ask", copy, request: exportRequest }), null);
  assert.equal(await work(client, { do: "restore", copy }), null);
  assert.deepEqual(await keptIds(client), ids);
});

test("restoring that is cut short at any flush leaves nothing, what is refused, or the whole copy", async () => {
  const browser = new FakeBrowser();
  const first = await rateIn(browser, 3); // these answers are in the database, the next ones in its log
  await first.client.close();
  const { client } = openTab(browser);
  for (let nth = 3; nth < 6; ++nth) await client.call("rate_competency", await oneRating(nth));
  const ids = await keptIds(client);
  await keep(client);
  const [{ copy }] = await list(client);
  await client.close();
  const damaged = new Uint8Array(9000).fill(9);
  const outcomes = new Set();

  for (let cut = 0; ; ++cut) {
    browser.files.set("trellis.sqlite3", damaged);
    const tab = openTab(browser);
    await reached(tab.client, "failed");
    let flushes = 0;
    browser.beforeFlush = () => {
      if (flushes++ >= cut) throw new DOMException("made to fail", "InvalidStateError");
    };
    const isDone = await work(tab.client, { do: "restore", copy });
    const images = structuredClone(browser.files);
    browser.beforeFlush = () => undefined;
    await tab.client.close();
    browser.files = images;
    const next = openTab(browser);
    await next.client.call("about", { locale });
    while (next.client.store.state === "opening") await next.client.call("about", { locale });
    const kept = next.client.store.state === "open" ? await keptIds(next.client) : "refused";
    outcomes.add(kept === "refused" ? kept : `${kept.length} answers`);
    assert.ok(kept === "refused" || kept.length === 0 || kept.join() === ids.join(), `cut ${cut}`);
    await next.client.close();
    if (isDone) break;
  }

  assert.ok(outcomes.has("6 answers") && outcomes.size > 1, [...outcomes].join());
});

test("the image before the last change is offered when the newest is damaged", async () => {
  const browser = imageBrowser();
  const { client, ids } = await rateIn(browser);
  await client.close();
  const image = browser.shelves.image;
  const sequences = await Promise.all([...image].map(async ([key, bytes]) => [(await unpack(bytes)).head.sequence, key]));
  const [[, newest]] = sequences.sort(([one], [other]) => other - one);
  image.set(newest, image.get(newest).slice(5));
  const second = openTab(browser);
  await reached(second.client, "failed");

  const [spare] = await list(second.client);
  assert.deepEqual(spare, { copy: "spare", taken_at: null });
  assert.equal(await work(second.client, { do: "restore", copy: "spare" }), true);
  await reached(second.client, "open");
  await second.client.call("rate_competency", await oneRating(8));
  const kept = await keptIds(second.client);
  await second.client.close();

  assert.ok(ids.filter((id) => kept.includes(id)).length >= ids.length - 1);
  const third = openTab(browser);
  assert.deepEqual(await keptIds(third.client), kept);
});

test("starting with nothing puts what was there aside", async () => {
  const browser = new FakeBrowser();
  const { client, ids } = await rateIn(browser);

  await work(client, { do: "restore", copy: null });

  assert.deepEqual(await keptIds(client), []);
  const [[key, bytes]] = browser.shelves.database;
  assert.match(key, /^aside-/);
  const [database] = (await unpack(bytes)).files;
  assert.ok(Buffer.from(database).includes("SQLite format 3") && ids.length > 0);
});
