// SPDX-License-Identifier: MIT
// The parts of wasm/src that tests use, for sources.mjs to bundle. Nothing lives here.
export { TrellisClient, CoreError, stalledAfterMs, closeWithinMs } from "../../wasm/src/client.ts";
export { Core, CoreStopped, abiVersion } from "../../wasm/src/core.ts";
export { CoreHost } from "../../wasm/src/core-host.ts";
export { OpfsStorage } from "../../wasm/src/opfs.ts";
export { MemoryHandle, fileNames, memoryHandles } from "../../wasm/src/storage-handle.ts";
