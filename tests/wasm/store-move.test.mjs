// SPDX-License-Identifier: MIT
// The store goes over to the whole core when a method needs both: nothing that was acknowledged is lost on the way, calls
// keep their order, and without a network everything goes on as before.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { FakeBrowser, settle } from "./fake-browser.mjs";
import { growth, loadBareWholeCore, loadEnglishCore } from "./open-core.mjs";
import { oneRating, openTab, reached } from "./tab.mjs";

const locale = "en";
const passphrase = "a passphrase that is easy to find 4711";

/** A tab with the first core, whose network can be cut, and that counts how often the whole core was fetched. */
function openFirst(browser = new FakeBrowser(), loadWhole = loadBareWholeCore) {
  const network = { isUp: true, fetched: 0, loadWhole };
  const overNetwork = (load) => async () => {
    if (!network.isUp) throw new Error("offline");
    return load();
  };
  const packs = new Map([["growth", overNetwork(() => growth)]]);
  const loadCounted = () => ((network.fetched += 1), network.loadWhole());
  return { ...openTab(browser, loadEnglishCore, packs, overNetwork(loadCounted)), network };
}

const withoutFiles = () => {
  const browser = new FakeBrowser();
  browser.failures.getDirectory = "SecurityError";
  return browser;
};

/** A browser as WebKitGTK is: IndexedDB and no access handles. */
const withoutHandles = () => {
  const browser = new FakeBrowser();
  browser.shelves.image = new Map();
  browser.failures.createSyncAccessHandle = () => "NotSupportedError";
  return browser;
};

const goal = (nth = 1) => ({
  locale,
  entry_id: `00000000-0000-4000-8000-00000000000${nth}`,
  series_id: `00000000-0000-4000-8000-00000000010${nth}`,
  kind: "goal",
  body: { text: "Say no kindly", next_action: "", due_on: null, state: "open", competency_id: null, requirement_id: null },
  noted_at: "2026-11-22T08:30:00Z",
});

/** Ids of all that is kept, by way of a backup: ratings, then entries. */
async function keptIn(client) {
  const { document } = await client.call("export_backup", { locale, exported_at: "2026-11-22T08:30:00Z" });
  const { ratings, entries } = JSON.parse(document);
  return [...ratings.map(({ rating_id }) => rating_id), ...entries.map(({ entry_id }) => entry_id)];
}

const protect = (client) =>
  client.call("set_passphrase", { locale, passphrase, entropy: randomBytes(72).toString("base64") });

/** The first core with one rating behind a passphrase, unlocked without a network; then the network comes back. */
async function openProtected() {
  const browser = new FakeBrowser();
  const before = openFirst(browser);
  await before.client.call("rate_competency", await oneRating());
  await protect(before.client);
  await before.client.close();
  const opened = openFirst(browser);
  await reached(opened.client, "locked");
  opened.network.isUp = false;
  await opened.client.call("unlock", { locale, passphrase });
  opened.network.isUp = true;
  return opened;
}

for (const [place, makeBrowser] of [
  ["files", () => new FakeBrowser()],
  ["an image", withoutHandles],
]) {
  test(`in ${place}: what was rated before and what is kept after are both there, now and in the next visit`, async () => {
    const browser = makeBrowser();
    const first = openFirst(browser);
    const rating = await oneRating();
    await first.client.call("rate_competency", rating);

    await first.client.call("put_entry", goal());
    const now = await keptIn(first.client);
    await first.client.close();
    const next = openFirst(browser);

    const expected = [rating.rating_id, goal().entry_id];
    assert.deepEqual(now, expected);
    assert.deepEqual(await keptIn(next.client), expected);
    assert.deepEqual([first.network.fetched, next.network.fetched], [1, 0]);
  });
}

test("calls made together keep their order across the move, and none is lost", async () => {
  const { client, network } = openFirst();
  const order = [];
  const then = (name, answer) => answer.then((result) => (order.push(name), result));

  const [, , , , kept, entries] = await Promise.all([
    then("rate", client.call("rate_competency", await oneRating())),
    then("put", client.call("put_entry", goal())),
    then("rate again", client.call("rate_competency", await oneRating(1))),
    then("put again", client.call("put_entry", goal(2))),
    then("export", keptIn(client)),
    then("list", client.call("list_entries", { locale })),
  ]);

  assert.deepEqual(order, ["rate", "put", "rate again", "put again", "export", "list"]);
  assert.equal(kept.length, 4);
  assert.equal(entries.entries.length, 2);
  assert.equal(network.fetched, 1);
});

test("what is in memory only comes along, with every earlier revision", async () => {
  const { client } = openFirst(withoutFiles());
  const rating = await oneRating();
  await client.call("rate_competency", rating);
  await client.call("rate_competency", { ...(await oneRating(1)), competency_id: rating.competency_id });
  const before = await keptIn(client);

  await client.call("put_entry", goal());

  assert.equal(client.store.state, "memory");
  assert.deepEqual(await keptIn(client), [...before, goal().entry_id]);
});

test("what is in memory only stays where it is when it cannot come along", async () => {
  const { client, network } = openFirst(withoutFiles());
  await client.call("rate_competency", await oneRating());
  const refusing = { addContent: () => true, reopen: () => undefined, close: () => undefined, call: () => '{"error":{}}' };
  network.loadWhole = async () => refusing;

  await assert.rejects(client.call("put_entry", goal()), { code: "content.not_here" });

  assert.equal((await keptIn(client)).length, 1);
});

test("without a network the answer says what to do, ratings go on, and the next call tries again", async () => {
  const { client, network } = openFirst();
  network.isUp = false;

  await assert.rejects(client.call("list_entries", { locale }), (error) => /network/.test(error.nextStep));
  await client.call("rate_competency", await oneRating());
  network.isUp = true;
  await client.call("put_entry", goal());

  assert.equal((await keptIn(client)).length, 2);
});

test("a method that needs no store leaves the store where it is", async () => {
  const { client } = await openProtected();

  const { kinds } = await client.call("check_note", { locale, text: "a quiet day" });

  assert.deepEqual(kinds, []);
  assert.equal((await keptIn(client)).length, 1, "moved, it would be locked");
});

test("a store with a passphrase has moved before it is unlocked, and is not locked again", async () => {
  const browser = new FakeBrowser();
  const first = openFirst(browser);
  const rating = await oneRating();
  await first.client.call("rate_competency", rating);
  await protect(first.client);
  await first.client.call("put_entry", goal());
  await first.client.close();
  const { client, states } = openFirst(browser);
  await reached(client, "locked");

  await client.call("unlock", { locale, passphrase });
  const { entries } = await client.call("list_entries", { locale });

  assert.equal(entries.length, 1);
  assert.deepEqual(await keptIn(client), [rating.rating_id, goal().entry_id]);
  assert.deepEqual(first.states().filter((state) => state === "locked"), []);
  assert.deepEqual(states().slice(states().indexOf("open")), ["open"]);
});

test("unlocked without a network it is locked when it moves later, the page is told, and everything is there", async () => {
  const { client } = await openProtected();

  await assert.rejects(client.call("list_entries", { locale }), { code: "store.locked" });
  await reached(client, "locked");
  await client.call("unlock", { locale, passphrase });

  assert.equal((await keptIn(client)).length, 1);
});

test("a tab that loses its files while the whole core comes writes nothing to them, and the other tab has all", async () => {
  const browser = new FakeBrowser();
  const { client, network } = openFirst(browser);
  const rating = await oneRating();
  await client.call("rate_competency", rating);
  let letCome;
  network.loadWhole = () => new Promise((resolve) => (letCome = () => resolve(loadBareWholeCore())));
  const put = assert.rejects(client.call("put_entry", goal()), { code: "store.not_open" });
  while (!letCome) await settle();

  const other = openTab(browser);
  await reached(other.client, "in_use");
  other.client.takeOver();
  await reached(other.client, "open");
  letCome();
  await put;

  assert.equal(client.store.state, "in_use");
  assert.deepEqual(await keptIn(other.client), [rating.rating_id]);
});
