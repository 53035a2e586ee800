// SPDX-License-Identifier: MIT
// The worker's inside: passes calls to the core in their order and moves its database when storage comes or goes. Reads
// no request and no answer. Everything it uses is given to it, so that tests run it without a worker.
import type { Core } from "./core.ts";
import type { PageMessage, WorkerMessage } from "./messages.ts";
import type { StorageListener } from "./opfs.ts";
import { fileNames } from "./storage-handle.ts";
import type { StorageHandles } from "./storage-handle.ts";
import type { StorageStatus } from "./storage-state.ts";

export interface Storage {
  start(): void;
  takeOver(): void;
  close(): Promise<void>;
}

export class CoreHost implements StorageListener {
  readonly #post: (message: WorkerMessage) => void;
  readonly #storage: Storage;
  #core: Core | undefined;
  /** What came before the core was there. */
  #early: PageMessage[] = [];
  /** Languages whose words are not here yet, and how to get them. */
  readonly #packs: Map<string, () => Promise<string>>;
  /** Whether a pack is on its way; calls wait behind it, so that their order stays. */
  #isFetching = false;
  #handles: StorageHandles | undefined;
  #status: StorageStatus = { state: "opening" };

  /**
   * Starts loading core and storage at once, side by side.
   * @param packs  by language: fetches the words that the core does not bring along
   */
  constructor(
    post: (message: WorkerMessage) => void,
    loadCore: () => Promise<Core>,
    packs: ReadonlyMap<string, () => Promise<string>>,
    createStorage: (listener: StorageListener) => Storage,
  ) {
    this.#post = post;
    this.#packs = new Map(packs);
    this.#storage = createStorage(this);
    this.#storage.start();
    loadCore().then(
      (core) => this.#guard(() => this.#begin(core)),
      (error: unknown) => this.#stop(error),
    );
  }

  receive(message: PageMessage): void {
    if (message.kind === "take_over") return this.#storage.takeOver();
    if (message.kind === "close") return void this.#close();
    if (!this.#core || this.#isFetching) return void this.#early.push(message);
    const fetchPack = this.#packs.get(message.locale);
    if (fetchPack) return void this.#fetch(message, fetchPack);
    this.#guard(() => this.#answer(message.id, message.request));
  }

  attached(handles: StorageHandles): void {
    this.#handles = handles;
    this.status({ state: "attached" });
  }

  released(): void {
    this.#handles = undefined;
    this.#guard(() => this.#core?.reopen(null));
  }

  status(status: StorageStatus): void {
    this.#status = status;
    this.#guard(() => this.#follow());
  }

  #begin(core: Core): void {
    this.#core = core;
    this.#follow();
    this.#catchUp();
  }

  #catchUp(): void {
    for (const message of this.#early.splice(0)) this.receive(message);
  }

  /** Gets the words of a language. Without them this call is answered in English, and the next one tries again. */
  async #fetch(message: PageMessage & { kind: "call" }, fetchPack: () => Promise<string>): Promise<void> {
    this.#isFetching = true;
    const pack = await fetchPack().catch(() => undefined);
    this.#guard(() => {
      if (pack !== undefined && this.#core?.addContent(pack)) this.#packs.delete(message.locale);
      this.#answer(message.id, message.request);
    });
    this.#isFetching = false;
    this.#catchUp();
  }

  /** Gives the core the database that fits the storage, then says so. Before the core is there, nothing is said. */
  #follow(): void {
    if (!this.#core) return;
    if (this.#status.state === "attached") this.#core.reopen(fileNames[0], this.#handles);
    if (this.#status.state === "memory") this.#core.reopen(":memory:");
    this.#post({ kind: "storage", status: this.#status });
  }

  #answer(id: number, request: string): void {
    if (this.#core) this.#post({ kind: "answer", id, response: this.#core.call(request) });
  }

  async #close(): Promise<void> {
    await this.#storage.close();
    this.#core?.close();
    this.#core = undefined;
    this.#post({ kind: "closed" });
  }

  /** A trap inside the wasm leaves its memory in doubt: nothing more goes in. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#stop(error);
    }
  }

  #stop(error: unknown): void {
    this.#core = undefined;
    void this.#storage.close();
    // Only the kind goes out: a message could quote what a person typed.
    this.#post({ kind: "stopped", detail: error instanceof Error ? error.name : "unknown" });
  }
}
