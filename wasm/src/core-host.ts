// SPDX-License-Identifier: MIT
// The worker's inside: passes calls to the core in their order and moves its database when storage comes or goes. Reads
// no request and no answer (carry-over.ts does, for what is in memory only). Everything it uses is given to it, so that
// tests run it without a worker.
import { carryOver } from "./carry-over.ts";
import type { Core } from "./core.ts";
import type { CopiesDesk } from "./copies.ts";
import type { StorageListener } from "./device-storage.ts";
import type { CopiesTask, PageMessage, WorkerMessage } from "./messages.ts";
import type { Sealing } from "./sealing.ts";
import { fileNames } from "./storage-handle.ts";
import type { StoreFiles, StoreImage } from "./storage-handle.ts";
import type { StorageStatus } from "./storage-state.ts";

/** How an answer says so. In a text that a person typed, quotes are escaped. */
const asksForSealing = '"code":"seal.not_ready"';
const asksForContent = '"code":"content.not_here"';
const asksForWhole = '"code":"content.not_here","detail":"whole"';
const asksForWholeWithStore = '"code":"content.not_here","detail":"whole store"';
const asksForMore = (response: string | undefined): response is string =>
  response !== undefined && (response.includes(asksForSealing) || response.includes(asksForContent));

export interface Storage {
  start(): void;
  takeOver(): void;
  close(): Promise<void>;
}

/** Everything around the host; the loaders are called when first needed. */
export interface HostParts {
  post(message: WorkerMessage): void;
  loadCore(): Promise<Core>;
  /** Fetches the build that has everything, the first time the core says that something is elsewhere. */
  loadWholeCore(): Promise<Core>;
  /** By language, or by the name that the core asks for: fetches content that the core does not bring along. */
  packs: ReadonlyMap<string, () => Promise<string>>;
  loadCopies(): Promise<(task: CopiesTask, desk: CopiesDesk) => Promise<string>>;
  /** Fetches what passphrases need, the first time the core asks for it. */
  loadSealing(): Promise<Sealing>;
  createStorage(listener: StorageListener): Storage;
}

/** An image is folded into one file before it is kept when its log has become longer than this, in bytes. */
const foldLogAbove = 256 * 1024;

export class CoreHost implements StorageListener {
  readonly #parts: HostParts;
  readonly #storage: Storage;
  #core: Core | undefined;
  /** What came before the core was there, or behind work that takes its time. */
  #early: PageMessage[] = [];
  /** Answers what the first core leaves to it; becomes `#core` when that needs the store, or a passphrase is at work. */
  #whole: Core | undefined;
  /** Content that came later, for the whole core when it comes. */
  #added: string[] = [];
  #sealing: Sealing | undefined;
  /** Content that is not here yet, and how to get it. */
  readonly #packs: Map<string, () => Promise<string>>;
  /** Work that takes its time, one after the other; calls wait behind it, so that their order stays. */
  #slow: Promise<void> = Promise.resolve();
  #slowCount = 0;
  #files: StoreFiles | undefined;
  #status: StorageStatus = { state: "opening" };
  #isLooking = false;

  /** Starts loading core and storage at once, side by side. */
  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#packs = new Map(parts.packs);
    this.#storage = parts.createStorage(this);
    this.#storage.start();
    parts.loadCore().then(
      (core) => this.#guard(() => this.#begin(core)),
      (error: unknown) => this.#stop(error),
    );
  }

  receive(message: PageMessage): void {
    if (message.kind === "take_over") return this.#storage.takeOver();
    if (message.kind === "close") return void this.#close();
    if (!this.#core || this.#slowCount > 0) return void this.#early.push(message);
    if (message.kind === "copies") return void this.#workOnCopies(message.id, message.task);
    const fetchPack = this.#packs.get(message.locale);
    // Without the words what comes is answered in English, and the next call tries again.
    if (fetchPack) this.#runSlowly(async () => void (await this.#addPack(message.locale)));
    if (fetchPack || this.#files?.image) return this.#runSlowly(() => this.#answer(message.id, message.request));
    this.#guard(() => {
      const response = this.#call(message.request);
      if (asksForMore(response)) this.#runSlowly(() => this.#answer(message.id, message.request));
      else this.#post(message.id, response);
    });
    void this.#lookForFiles();
  }

  attached(files: StoreFiles): void {
    this.#files = files;
    this.status({ state: "attached", place: files.place, lasts: files.lasts });
  }

  released(): void {
    this.#files = undefined;
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

  /** Runs after all that was begun before; calls that come meanwhile wait. */
  #runSlowly(work: () => Promise<void>): void {
    this.#slowCount += 1;
    this.#slow = this.#slow
      .then(work)
      .catch((error: unknown) => this.#stop(error))
      .then(() => {
        this.#slowCount -= 1;
        if (this.#slowCount === 0) this.#catchUp();
      });
  }

  /** Gets one part of the content, where it is not here yet. @returns whether that has brought anything */
  async #addPack(name: string): Promise<boolean> {
    const pack = await this.#packs.get(name)?.().catch(() => undefined);
    if (pack === undefined || !this.#core?.addContent(pack)) return false;
    if (this.#whole !== this.#core) this.#whole?.addContent(pack);
    this.#added.push(pack);
    this.#packs.delete(name);
    return true;
  }

  /** Gets the whole core, once. @returns whether it has come */
  async #addWholeCore(): Promise<boolean> {
    if (this.#whole) return false;
    const whole = await this.#parts.loadWholeCore().catch(() => undefined);
    for (const pack of this.#added) whole?.addContent(pack);
    this.#whole = whole;
    return whole !== undefined;
  }

  /**
   * Closes the store in the first core and opens it in the whole one, where that has come; it answers everything from
   * then on. Done at one go, since storage may come or go at any time.
   * @returns whether that was done just now
   */
  #moveStore(): boolean {
    const [first, whole] = [this.#core, this.#whole];
    if (!first || !whole || first === whole) return false;
    if (this.#status.state === "memory" && !carryOver(first, whole)) return false;
    first.close();
    this.#core = whole;
    if (this.#sealing) whole.useSealing(this.#sealing);
    if (this.#status.state === "attached") this.#open();
    return true;
  }

  /** Gives the core the database that fits the storage, then says so. Before the core is there, nothing is said. */
  #follow(): void {
    if (!this.#core) return;
    const status = this.#status;
    const image = this.#files?.image;
    if (status.state === "attached") this.#open();
    if (status.state === "memory") this.#core.reopen(":memory:");
    if (!image) return this.#parts.post({ kind: "storage", status });
    this.#runSlowly(async () => {
      // A new database is written when it is opened. Where that cannot be kept, the core opens it anew and says why.
      await this.#keep(image, () => undefined);
      if (this.#status !== status) return;
      const isDamaged = status.state === "attached" && image.isDamaged;
      this.#parts.post({ kind: "storage", status: isDamaged ? { state: "failed", detail: "damaged" } : status });
    });
  }

  /** Opens the store anew when the browser has removed its files, so that nothing more is kept in files that are gone. */
  async #lookForFiles(): Promise<void> {
    const files = this.#files;
    if (!files?.isThere || this.#isLooking) return;
    this.#isLooking = true;
    const isThere = await files.isThere();
    this.#isLooking = false;
    if (!isThere && this.#files === files) this.#storage.takeOver();
  }

  #open(): void {
    const isUsable = this.#files && !this.#files.image?.isDamaged;
    if (isUsable) this.#core?.reopen(fileNames[0], this.#files?.handles);
    else this.#core?.reopen(null);
  }

  /** Answers once what the call has changed is durable. */
  async #answer(id: number, request: string): Promise<void> {
    let response = await this.#callWhenReady(request);
    const image = this.#files?.image;
    if (image) await this.#keep(image, () => (response = this.#core?.call(request)));
    this.#post(id, response);
  }

  /** Gets what the core asks for. Where that cannot be had the answer stands, and the next call tries again. */
  async #callWhenReady(request: string): Promise<string | undefined> {
    let response = this.#call(request);
    while (asksForMore(response) && (await this.#getMore(response))) response = this.#call(request);
    return response;
  }

  #call(request: string): string | undefined {
    const response = this.#core?.call(request);
    return this.#whole && response?.includes(asksForWhole) ? this.#whole.call(request) : response;
  }

  /** @returns whether asking again can give another answer */
  async #getMore(response: string): Promise<boolean> {
    if (response.includes(asksForWholeWithStore)) return this.#goOnWithWholeCore();
    if (response.includes(asksForWhole)) return this.#addWholeCore();
    if (response.includes(asksForContent)) return this.#addPack(JSON.parse(response).error?.data?.detail);
    return this.#addSealing();
  }

  /** What was moved while it was open with a passphrase is locked, and the page is told. */
  async #goOnWithWholeCore(): Promise<boolean> {
    await this.#addWholeCore();
    const hasMoved = this.#moveStore();
    if (hasMoved && this.#isProtected) this.#parts.post({ kind: "storage", status: this.#status });
    return hasMoved;
  }

  /**
   * Gets what passphrases need, and the whole core with it: moved later, a protected store would be locked again. Where
   * only the whole core cannot be had, the first one goes on.
   */
  async #addSealing(): Promise<boolean> {
    const loading = this.#parts.loadSealing().catch(() => undefined);
    await this.#addWholeCore();
    this.#sealing = await loading;
    if (!this.#sealing) return false;
    this.#core?.useSealing(this.#sealing);
    this.#moveStore();
    return true;
  }

  /**
   * Keeps what has changed. Where that fails, the core goes back to what is on the device, does `again` while nothing
   * can be written, so that the failure is told in its own words, and goes on from there.
   */
  async #keep(image: StoreImage, again: () => void): Promise<void> {
    if (!image.isChanged) return;
    try {
      if (this.#isLogLong()) this.#open();
      await image.keep();
    } catch {
      if (this.#files?.image !== image) return again(); // the storage has gone meanwhile, and the core says so
      this.#core?.close();
      image.refuse();
      this.#open();
      again();
      this.#core?.close();
      image.allow();
      this.#open();
      this.#parts.post({ kind: "storage", status: this.#status }); // opened anew, a protected store is locked
    }
  }

  /** A protected store is left as it is: opening it anew would lock it. */
  #isLogLong(): boolean {
    const log = this.#files?.handles[2];
    return log !== undefined && log.getSize() > foldLogAbove && !this.#isProtected;
  }

  /** A file of the key holds something. */
  get #isProtected(): boolean {
    return (this.#files?.handles ?? []).slice(3, 5).some((handle) => handle.getSize() > 0);
  }

  /** Calls go on while the code for copies is fetched, and wait while it works. */
  async #workOnCopies(id: number, task: CopiesTask): Promise<void> {
    const work = await this.#parts.loadCopies().catch(() => undefined); // no network, and never used before
    this.#runSlowly(async () => {
      const response = await work?.(task, {
        files: this.#files,
        loadCore: this.#parts.loadCore,
        loadSealing: this.#parts.loadSealing,
        letGo: () => this.#core?.reopen(null),
        openAgain: () => this.#follow(),
      }).catch(() => undefined); // no room, or not readable
      this.#post(id, response ?? "null");
    });
  }

  #post(id: number, response: string | undefined): void {
    if (response !== undefined) this.#parts.post({ kind: "answer", id, response });
  }

  async #close(): Promise<void> {
    await this.#slow;
    await this.#storage.close();
    this.#core?.close();
    this.#core = undefined;
    this.#parts.post({ kind: "closed" });
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
    this.#parts.post({ kind: "stopped", detail: error instanceof Error ? error.name : "unknown" });
  }
}
