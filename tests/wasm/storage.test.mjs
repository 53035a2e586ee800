// SPDX-License-Identifier: MIT
// Who has the store's files when there are several tabs, and what is said where a browser gives none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBrowser, settle } from "./fake-browser.mjs";
import { DeviceStorage, fileNames, mainProfile, namesOf } from "./sources.mjs";

/** A tab that writes down what its storage says. */
class Tab {
  seen = [];
  handles = undefined;

  constructor(browser, platform = browser.platform()) {
    this.storage = new DeviceStorage(platform, namesOf(mainProfile), {
      attached: ({ place, lasts, handles }) => {
        this.handles = handles;
        this.seen.push(place === "files" ? "attached" : `attached ${place}${lasts ? "" : " for now"}`);
      },
      released: () => {
        this.handles = undefined;
        this.seen.push("released");
      },
      status: (status) => this.seen.push([status.state, status.reason ?? status.detail].filter(Boolean).join(" ")),
    });
  }

  static async open(browser) {
    const tab = new Tab(browser);
    tab.storage.start();
    await settle();
    return tab;
  }
}

test("the first tab gets the files of the store, for itself", async () => {
  const browser = new FakeBrowser();

  const tab = await Tab.open(browser);

  assert.deepEqual(tab.seen, ["opening", "attached"]);
  assert.equal(tab.handles.length, fileNames.length);
  tab.handles[2].write(new Uint8Array([7]), { at: 0 });
  tab.handles[2].flush();
  assert.deepEqual([...browser.files.get("trellis.sqlite3-wal")], [7]);
});

test("a second tab is told that the store is in use and touches no file", async () => {
  const browser = new FakeBrowser();
  await Tab.open(browser);

  const second = await Tab.open(browser);

  assert.deepEqual(second.seen, ["in_use"]);
  assert.equal(browser.openHandleCount, fileNames.length);
});

test("a tab that asks gets the store, and the other one lets go of it first", async () => {
  const browser = new FakeBrowser();
  const first = await Tab.open(browser);
  const second = await Tab.open(browser);

  second.storage.takeOver();
  await settle();
  await settle();

  assert.deepEqual(first.seen, ["opening", "attached", "released", "in_use"]);
  assert.deepEqual(second.seen, ["in_use", "opening", "attached"]);
});

test("the store can go back and forth", async () => {
  const browser = new FakeBrowser();
  const tabs = [await Tab.open(browser), await Tab.open(browser)];

  for (const tab of [tabs[1], tabs[0], tabs[1]]) {
    tab.storage.takeOver();
    await settle();
    await settle();
    assert.ok(tab.handles);
    assert.equal(tabs.filter(({ handles }) => handles).length, 1);
  }
});

for (const isNewestToldFirst of [false, true]) {
  const order = isNewestToldFirst ? "last" : "first";
  test(`of three tabs the one that asks gets the store, not the one that waited (owner told ${order})`, async () => {
    const browser = Object.assign(new FakeBrowser(), { isNewestToldFirst });
    const [first, second, third] = [await Tab.open(browser), await Tab.open(browser), await Tab.open(browser)];

    third.storage.takeOver();
    await settle();
    await settle();

    assert.ok(third.handles);
    assert.ok(!first.handles && !second.handles);
  });
}

test("when the owner closes, a waiting tab takes over by itself", async () => {
  const browser = new FakeBrowser();
  const first = await Tab.open(browser);
  const second = await Tab.open(browser);

  await first.storage.close();
  await settle();

  assert.ok(second.handles);
  assert.deepEqual(first.seen, ["opening", "attached", "released"]);
});

test("a waiting tab that closes leaves the queue", async () => {
  const browser = new FakeBrowser();
  const first = await Tab.open(browser);
  const second = await Tab.open(browser);

  await second.storage.close();
  await first.storage.close();
  await settle();

  assert.deepEqual(second.seen, ["in_use"]);
  assert.equal(browser.openHandleCount, 0);
});

test("files that the last page still holds are waited for", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = () => (browser.waitedMs < 100 ? "NoModificationAllowedError" : undefined);

  const tab = await Tab.open(browser);
  while (!tab.handles) await settle();

  assert.ok(browser.waitedMs >= 100 && browser.waitedMs < 1000);
});

test("files that nobody gives back are reported as in use, and asking again works", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = () => "NoModificationAllowedError";
  const tab = await Tab.open(browser);
  while (tab.seen.length < 2) await settle();
  assert.deepEqual(tab.seen, ["opening", "in_use"]);

  browser.failures.createSyncAccessHandle = () => undefined;
  tab.storage.takeOver();
  await settle();
  await settle();

  assert.ok(tab.handles);
});

test("when one file cannot be opened, none stays open", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = (name) => (name.endsWith("-wal") ? "UnknownError" : undefined);

  const tab = await Tab.open(browser);

  assert.deepEqual(tab.seen, ["opening", "failed UnknownError"]);
  assert.equal(browser.openHandleCount, 0);
});

test("an origin without locks, such as a file opened from a stick, keeps answers in memory", async () => {
  const platform = new FakeBrowser().platform();
  platform.locks.request = () => Promise.reject(new DOMException("made to fail", "SecurityError"));
  const tab = new Tab(undefined, platform);

  tab.storage.start();
  await settle();

  assert.deepEqual(tab.seen, ["memory blocked"]);
});

test("a browser without access handles, or a private window, keeps answers in memory and says why", async () => {
  const old = new Tab(undefined, { ...new FakeBrowser().platform(), locks: undefined });
  old.storage.start();

  const privateWindow = new FakeBrowser();
  privateWindow.failures.getDirectory = "SecurityError";
  const webKit = new FakeBrowser();
  webKit.failures.createSyncAccessHandle = () => "NotSupportedError";

  assert.deepEqual(old.seen, ["memory unsupported"]);
  assert.deepEqual((await Tab.open(privateWindow)).seen, ["opening", "memory blocked"]);
  assert.deepEqual((await Tab.open(webKit)).seen, ["opening", "memory unsupported"]);
});
