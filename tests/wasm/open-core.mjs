// SPDX-License-Identifier: MIT
// Opens the built wasm core in Node, with the same code as the worker. Shared by tests/wasm and tests/contract.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Core, loadSealing, memoryHandles } from "./sources.mjs";

/** Where the wasm was built; another build tree may be tried by setting TRELLIS_WASM. */
export const wasmFolder = resolve(process.env.TRELLIS_WASM ?? "build/wasm/wasm");
const { default: createModule } = await import(pathToFileURL(`${wasmFolder}/trellis.mjs`));
const wasm = readFileSync(`${wasmFolder}/trellis.wasm`);

/** The Spanish words, as the browser fetches them. */
export const spanish = readFileSync(`${wasmFolder}/content-es.txt`, "utf8");

const examples = readFileSync(`${wasmFolder}/content-examples.txt`, "utf8");

/** The library, what helps to grow, and its Spanish words, as the browser fetches them. */
export const library = readFileSync(`${wasmFolder}/content-library.txt`, "utf8");
export const growth = readFileSync(`${wasmFolder}/content-growth.txt`, "utf8");
export const spanishLibrary = readFileSync(`${wasmFolder}/content-library-es.txt`, "utf8");

const packs = [spanish, examples, growth, library, spanishLibrary];

/** A core without a database, in English. */
export const loadEnglishCore = () => Core.load(createModule, wasm);

const { default: createWhole } = await import(pathToFileURL(`${wasmFolder}/trellis-whole.mjs`));
const wholeWasm = readFileSync(`${wasmFolder}/trellis-whole.wasm`);

/** The build that has everything, as it comes. */
export const loadBareWholeCore = () => Core.load(createWhole, wholeWasm);

/** The same with all content. */
export async function loadWholeCore() {
  const core = await loadBareWholeCore();
  if (!packs.every((pack) => core.addContent(pack))) throw new Error("a pack is not whole");
  core.useSealing(await loadSealing());
  return core;
}

/** A core without a database, with all content. */
export async function loadCore() {
  const core = await loadEnglishCore();
  if (!packs.every((pack) => core.addContent(pack))) throw new Error("a pack is not whole");
  core.useSealing(await loadSealing());
  return core;
}

/**
 * A core with a database: "trellis.sqlite3" on the given handles, ":memory:", or null for none.
 * @param {{ database: string | null, handles?: object[], load?: () => Promise<Core> }} options
 */
export async function openWasmCore({ database, handles = memoryHandles(), load = loadCore }) {
  const core = await load();
  core.reopen(database, database === "trellis.sqlite3" ? handles : undefined);
  return core;
}
