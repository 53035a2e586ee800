// SPDX-License-Identifier: MIT
// The worker's entry: a message in, a call, a message out. No logic; core-host.ts has it.
import createModule from "../../build/wasm/wasm/trellis.mjs";
import wasmAddress from "../../build/wasm/wasm/trellis.wasm?url";
import { CoreHost } from "./core-host.ts";
import { Core } from "./core.ts";
import type { PageMessage } from "./messages.ts";
import { OpfsStorage, browserPlatform } from "./opfs.ts";

const host = new CoreHost(
  (message) => self.postMessage(message),
  () => Core.load(createModule, wasmAddress),
  (listener) => new OpfsStorage(browserPlatform(), listener),
);
self.onmessage = (event: MessageEvent<PageMessage>) => host.receive(event.data);
