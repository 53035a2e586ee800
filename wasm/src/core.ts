// SPDX-License-Identifier: MIT
// The C++ core as one object: text in, text out. Knows memory and the six C functions; never what a request means.
// Counterpart: core/abi/core_abi.h. Glue and wasm come from the build and are given by the caller.
import type { Sealing } from "./sealing.ts";
import type { StorageHandles } from "./storage-handle.ts";

/** Must equal trellis_abi_version(); another number means that script and wasm come from different releases. */
export const abiVersion = 2;

/** What Emscripten's glue offers to this file (link flags: wasm/CMakeLists.txt). */
export interface CoreModule {
  HEAPU8: Uint8Array;
  /** Read by wasm/host.js at each access; set before a database is opened. */
  trellisHandles?: StorageHandles | undefined;
  /** Read by wasm/host.js where a passphrase is at work; without it the core answers seal.not_ready. */
  trellisSealing?: Sealing;
  _malloc(size: number): number;
  _free(address: number): void;
  _trellis_abi_version(): number;
  _trellis_open(config: number, size: number): number;
  _trellis_add_content(pack: number, size: number): number;
  _trellis_call(core: number, request: number, size: number): number;
  _trellis_free(response: number): void;
  _trellis_close(core: number): void;
}

/** The factory that build/wasm/wasm/trellis.mjs exports. */
export type CreateModule = (options: { wasmBinary?: Uint8Array; locateFile?: () => string }) => Promise<CoreModule>;

/** Where to keep answers: a name that the VFS knows, ":memory:", or null for nowhere. */
export type DatabaseName = "trellis.sqlite3" | ":memory:" | null;

/** The core could not be started, or it stopped and must not be called again. */
export class CoreStopped extends Error {}

export class Core {
  readonly #module: CoreModule;
  #core = 0;

  private constructor(module: CoreModule) {
    this.#module = module;
  }

  /**
   * Loads the core and opens it without a database: content and checks work at once.
   * @param wasm  address or bytes of trellis.wasm
   * @throws CoreStopped when script and wasm do not belong together
   */
  static async load(createModule: CreateModule, wasm: string | Uint8Array): Promise<Core> {
    const options = typeof wasm === "string" ? { locateFile: () => wasm } : { wasmBinary: wasm };
    const module = await createModule(options);
    const found = module._trellis_abi_version();
    if (found !== abiVersion) throw new CoreStopped(`expected ABI ${abiVersion}, found ${found}`);
    const core = new Core(module);
    core.reopen(null);
    return core;
  }

  /**
   * Closes what is open and opens another database. One that cannot be opened is left as it is; `about` says why.
   * @param handles  needed for "trellis.sqlite3"; they stay the caller's to close, after the next reopen or close
   */
  reopen(database: DatabaseName, handles?: StorageHandles): void {
    this.close();
    this.#module.trellisHandles = handles;
    this.#core = this.#withText(JSON.stringify({ database }), (at, size) => this.#module._trellis_open(at, size));
    if (this.#core === 0) throw new CoreStopped("out of memory");
  }

  /** Adds a pack of content, such as the words of a language (build/wasm/wasm/content-es.txt). @returns whether it is whole */
  addContent(pack: string): boolean {
    return this.#withText(pack, (at, size) => this.#module._trellis_add_content(at, size)) === 1;
  }

  /** From now on passphrases work. */
  useSealing(sealing: Sealing): void {
    this.#module.trellisSealing = sealing;
  }

  /** Answers one JSON-RPC request. An answer to a store method comes after its flush. */
  call(request: string): string {
    if (this.#core === 0) throw new CoreStopped("closed");
    const answer = this.#withText(request, (at, size) => this.#module._trellis_call(this.#core, at, size));
    if (answer === 0) throw new CoreStopped("out of memory");
    const heap = this.#module.HEAPU8; // read after the call: memory may have grown
    const text = new TextDecoder().decode(heap.subarray(answer, heap.indexOf(0, answer)));
    this.#module._trellis_free(answer);
    return text;
  }

  /** Flushes and closes the database. Harmless when closed already. */
  close(): void {
    if (this.#core !== 0) this.#module._trellis_close(this.#core);
    this.#core = 0;
    this.#module.trellisHandles = undefined;
  }

  /** Runs `use` with the text as UTF-8 in the core's memory. */
  #withText(text: string, use: (address: number, size: number) => number): number {
    const bytes = new TextEncoder().encode(text);
    const address = this.#module._malloc(bytes.length + 1);
    if (address === 0) throw new CoreStopped("out of memory");
    this.#module.HEAPU8.set(bytes, address);
    const result = use(address, bytes.length);
    this.#module.HEAPU8.fill(0, address, address + bytes.length); // a request can hold a passphrase
    bytes.fill(0);
    this.#module._free(address);
    return result;
  }
}
