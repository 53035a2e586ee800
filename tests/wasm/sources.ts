// SPDX-License-Identifier: MIT
// The parts of wasm/src that tests use, for sources.mjs to bundle. Nothing lives here.
export { TrellisClient, CoreError, stalledAfterMs, closeWithinMs } from "../../wasm/src/client.ts";
export { Core, CoreStopped, abiVersion } from "../../wasm/src/core.ts";
export { CoreHost } from "../../wasm/src/core-host.ts";
export { pack, unpack } from "../../wasm/src/bundle.ts";
export { workOnCopies } from "../../wasm/src/copies.ts";
export { DeviceStorage, notFetched } from "../../wasm/src/device-storage.ts";
export { loadSealing } from "../../wasm/src/sealing.ts";
export { mainProfile, namesOf } from "../../wasm/src/profile.ts";
export { ImageFiles } from "../../wasm/src/image-files.ts";
export { MemoryHandle, memoryHandles } from "../../wasm/src/memory-handle.ts";
export { fileNames } from "../../wasm/src/storage-handle.ts";
