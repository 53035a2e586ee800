// SPDX-License-Identifier: MIT
// The worker's entry: a message in, a call, a message out. No logic; core-host.ts has it.
import wholeAddress from "../../build/wasm/wasm/trellis-whole.wasm?url";
import createModule from "../../build/wasm/wasm/trellis.mjs";
import spanishAddress from "../../build/wasm/wasm/content-es.txt?url";
import growthAddress from "../../build/wasm/wasm/content-growth.txt?url";
import spanishLibraryAddress from "../../build/wasm/wasm/content-library-es.txt?url";
import libraryAddress from "../../build/wasm/wasm/content-library.txt?url";
import { coreAddress } from "./core-address.ts";
import { CoreHost } from "./core-host.ts";
import { Core } from "./core.ts";
import { DeviceStorage, browserPlatform, guestStorage } from "./device-storage.ts";
import type { PageMessage } from "./messages.ts";
import { guestProfile, namesOf } from "./profile.ts";

/** The words and parts that the core does not bring along (cmake/content.cmake). */
const packAddresses = new Map([
  ["es", spanishAddress],
  ["growth", growthAddress],
  ["library", libraryAddress],
  ["library-es", spanishLibraryAddress],
]);

async function fetchPack(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.text();
}

/** The worker's name says whose store it is. */
const names = namesOf(self.name);

const host = new CoreHost({
  post: (message) => self.postMessage(message),
  loadCore: () => Core.load(createModule, coreAddress),
  loadWholeCore: async () => {
    const { default: createWhole } = await import("../../build/wasm/wasm/trellis-whole.mjs");
    return Core.load(createWhole, wholeAddress);
  },
  packs: new Map([...packAddresses].map(([name, address]) => [name, () => fetchPack(address)])),
  loadCopies: async () => {
    const { browserPlaces, workOnCopies } = await import("./copies.ts");
    return (task, desk) => workOnCopies(task, desk, browserPlaces(names.copies));
  },
  loadSealing: async () => (await import("./sealing.ts")).loadSealing(),
  createStorage: (listener) =>
    self.name === guestProfile ? guestStorage(listener) : new DeviceStorage(browserPlatform(names), names, listener),
});
self.onmessage = (event: MessageEvent<PageMessage>) => host.receive(event.data);
