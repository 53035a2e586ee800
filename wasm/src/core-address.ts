// SPDX-License-Identifier: MIT
// Where the core's wasm is. The worker loads it; the page has it fetched before the worker's script is here.
export { default as coreAddress } from "../../build/wasm/wasm/trellis.wasm?url";
