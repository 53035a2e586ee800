// SPDX-License-Identifier: MIT
// A tab as the tests see it: the page's client and the worker's host with the real core, in one process.
import assert from "node:assert/strict";
import { FakeBrowser, settle } from "./fake-browser.mjs";
import { loadBareWholeCore, loadCore } from "./open-core.mjs";
import { ratings } from "./ratings.mjs";
import { CoreHost, DeviceStorage, TrellisClient, loadSealing, mainProfile, namesOf, workOnCopies } from "./sources.mjs";

/** A client and a worker joined by messages, in one process. */
export function openTab(browser = new FakeBrowser(), load = loadCore, packs = new Map(), loadWhole = loadBareWholeCore) {
  const port = { onmessage: null, onerror: null, isEnded: false, sent: [] };
  const host = new CoreHost({
    post: (data) => setImmediate(() => port.onmessage?.({ data })),
    loadCore: load,
    loadWholeCore: loadWhole,
    packs,
    loadCopies: async () => (task, desk) => workOnCopies(task, desk, browser.copiesPlaces()),
    loadSealing,
    createStorage: (listener) => new DeviceStorage(browser.platform(), namesOf(mainProfile), listener),
  });
  port.postMessage = (message) => {
    port.sent.push(message);
    setImmediate(() => host.receive(structuredClone(message)));
  };
  port.terminate = () => (port.isEnded = true);
  const client = new TrellisClient(port);
  const seen = [];
  client.onStore((status) => seen.push(status));
  const states = () => seen.map(({ state }) => state);
  return { client, port, seen, states, browser };
}

/** Resolves once the store is in a state; compiling takes its time on a busy machine. */
export async function reached(client, state) {
  const deadline = Date.now() + 20_000;
  while (client.store.state !== state) {
    assert.ok(Date.now() < deadline, `store is ${client.store.state}, not ${state}`);
    await settle();
  }
}

let sample;

/** A valid rating; another one for each `nth`. */
export async function oneRating(nth = 0) {
  sample ??= await loadCore();
  return { locale: "en", ...ratings(sample, nth + 1).next().value };
}
