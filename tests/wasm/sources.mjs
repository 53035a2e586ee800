// SPDX-License-Identifier: MIT
// wasm/src as Node can run it: bundled by the same tool that bundles the app.
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

/** Tests give the client a port of their own; the worker's file is not needed. */
const noWorker = {
  name: "no-worker",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("?worker&url") ? "\0no-worker" : null),
  load: (id) => (id === "\0no-worker" ? "export default ''" : null),
};

const [bundle] = [
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [noWorker],
    build: { ssr: fileURLToPath(new URL("sources.ts", import.meta.url)), write: false, minify: false },
  }),
].flat();

const { code } = bundle.output[0];
const folder = resolve("build/wasm-tests");
const file = `${folder}/${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${file}.${process.pid}`, code); // test files run side by side: each sees a whole file or none
renameSync(`${file}.${process.pid}`, file);

export const {
  Core,
  CoreError,
  CoreHost,
  CoreStopped,
  DeviceStorage,
  ImageFiles,
  MemoryHandle,
  TrellisClient,
  abiVersion,
  closeWithinMs,
  fileNames,
  loadSealing,
  mainProfile,
  memoryHandles,
  namesOf,
  notFetched,
  pack,
  stalledAfterMs,
  unpack,
  workOnCopies,
} = await import(pathToFileURL(file));
