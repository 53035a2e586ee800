// SPDX-License-Identifier: MIT
// SQL over the app's SQLite and VFS (probe.c), for tests that need to see below the core.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { wasmFolder } from "./open-core.mjs";

const { default: createModule } = await import(pathToFileURL(`${wasmFolder}/probe.mjs`));
const wasm = readFileSync(`${wasmFolder}/probe.wasm`);

export class Probe {
  #module;

  static async load() {
    const probe = new Probe();
    probe.#module = await createModule({ wasmBinary: wasm });
    return probe;
  }

  /** Opens on other handles; what was open is closed on its own handles first. @returns SQLite's result code */
  open(handles, name = "trellis.sqlite3") {
    this.close();
    this.#module.trellisHandles = handles;
    return this.#withText(name, (at) => this.#module._probe_open(at));
  }

  /** @returns {{ code: number, rows: string }} extended result code, rows as lines of columns with "|" between */
  run(sql) {
    const code = this.#withText(sql, (at) => this.#module._probe_run(at));
    return { code, rows: this.#text(this.#module._probe_rows()) };
  }

  close() {
    return this.#module._probe_close();
  }

  openSecond = (name) => this.#withText(name, (at) => this.#module._probe_open_second(at));
  exists = (name) => this.#withText(name, (at) => this.#module._probe_exists(at));
  delete = (name) => this.#withText(name, (at) => this.#module._probe_delete(at));
  now = () => this.#module._probe_now();

  random(count) {
    const at = this.#module._malloc(count);
    const given = this.#module._probe_random(at, count);
    const bytes = this.#module.HEAPU8.slice(at, at + count);
    this.#module._free(at);
    return { given, bytes };
  }

  #withText(text, use) {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const at = this.#module._malloc(bytes.length);
    this.#module.HEAPU8.set(bytes, at);
    const result = use(at);
    this.#module._free(at);
    return result;
  }

  #text(at) {
    const heap = this.#module.HEAPU8;
    return new TextDecoder().decode(heap.subarray(at, heap.indexOf(0, at)));
  }
}
