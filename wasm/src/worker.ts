// SPDX-License-Identifier: MIT
// The worker's entry: a message in, a call, a message out. No logic; core-host.ts has it.
import createModule from "../../build/wasm/wasm/trellis.mjs";
import spanishAddress from "../../build/wasm/wasm/content-es.txt?url";
import wasmAddress from "../../build/wasm/wasm/trellis.wasm?url";
import { CoreHost } from "./core-host.ts";
import { Core } from "./core.ts";
import type { PageMessage } from "./messages.ts";
import { OpfsStorage, browserPlatform } from "./opfs.ts";

/** The words of every language that the core does not bring along. */
const packAddresses = new Map([["es", spanishAddress]]);

async function fetchPack(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.text();
}

const host = new CoreHost(
  (message) => self.postMessage(message),
  () => Core.load(createModule, wasmAddress),
  new Map([...packAddresses].map(([locale, address]) => [locale, () => fetchPack(address)])),
  (listener) => new OpfsStorage(browserPlatform(), listener),
);
self.onmessage = (event: MessageEvent<PageMessage>) => host.receive(event.data);
