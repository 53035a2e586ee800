// SPDX-License-Identifier: MIT
// The core as the page sees it: typed calls that never block, and the state of the store. Keeps no answer and no text.
// The wire is JSON-RPC 2.0 (contract/api.schema.json); its types come from api.gen.ts.
/// <reference path="./platform.d.ts" />
import type { Api, ErrorCode, ErrorData, Locale } from "./api.gen.ts";
import type { CopiesTask, PageMessage, WorkerMessage } from "./messages.ts";
import type { StorageStatus, StoreStatus } from "./storage-state.ts";
import workerAddress from "./worker.ts?worker&url";

export type { CopiesTask } from "./messages.ts";
export type { MemoryReason, StorePlace, StoreStatus } from "./storage-state.ts";

export type Method = keyof Api;
export type Params<M extends Method> = Api[M]["params"];
export type Result<M extends Method> = Api[M]["result"];

/** A failure in words that the core chose; `code` is stable, `detail` is for developers and holds nothing typed. */
export class CoreError extends Error {
  readonly code: ErrorCode;
  /** What to do next, translated. Empty, like `message`, where the core could not be reached. */
  readonly nextStep: string;
  readonly detail: string;

  constructor({ code, message, next_step, detail }: ErrorData) {
    super(message);
    this.name = "CoreError";
    this.code = code;
    this.nextStep = next_step;
    this.detail = detail;
  }
}

/** What the client needs of a Worker. */
export interface WorkerPort {
  postMessage(message: PageMessage): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** A call that needs the store and takes longer than this is told as stalled. Until the store is open, only a change is. */
export const stalledAfterMs = 5000;
/** How long close() waits for the last flush before the worker is ended anyway. */
export const closeWithinMs = 2000;

/** These wait until the store is open, or known not to open, and for what comes first. */
const storeMethods: ReadonlySet<Method> = new Set<Method>([
  "rate_competency",
  "list_ratings",
  "list_rating_history",
  "get_results",
  "export_backup",
  "preview_backup",
  "import_backup",
]);

/** Those of them that change the store. */
const changeMethods: ReadonlySet<Method> = new Set<Method>(["rate_competency", "import_backup"]);

/** These wait as well. They may have to fetch a part of Trellis first: nobody is told that they stall. */
const growthMethods: ReadonlySet<Method> = new Set<Method>([
  "put_entry",
  "remove_entry",
  "list_entries",
  "get_ladder",
  "get_gap",
  "get_log_totals",
  "export_csv",
  "get_drift_patterns",
  "get_agenda",
  "get_rating_trend",
  "export_second_view",
  "compare_second_view",
]);

/**
 * These change whether the store is open and what protects it. They wait as those above do, and take their time by design:
 * nobody is told that they stall.
 */
const keyMethods: ReadonlySet<Method> = new Set<Method>([
  "unlock",
  "lock",
  "set_passphrase",
  "change_passphrase",
  "remove_passphrase",
]);

type Response<M extends Method> = { result: Result<M> } | { error: { data: ErrorData } };

/**
 * Starts the worker. It loads core and store by itself; nothing here waits for it.
 * @param profile  whose store (profile.ts)
 */
export function startWorker(profile: string): Worker {
  // Where Trusted Types are enforced, this policy lets the worker's own address through and nothing else.
  const policy = globalThis.trustedTypes?.createPolicy("trellis-worker", { createScriptURL: () => workerAddress });
  // From an address that the page made itself (the one-file edition), Chromium takes no modules over file://.
  const type = workerAddress.startsWith("blob:") ? "classic" : "module";
  return new Worker(policy?.createScriptURL("") ?? workerAddress, { type, name: profile });
}

export class TrellisClient {
  readonly #port: WorkerPort;
  readonly #locale: () => Locale;
  readonly #pending = new Map<number, { resolve(response: string): void; reject(error: Error): void }>();
  readonly #listeners = new Set<(status: StoreStatus) => void>();
  /** Store calls that wait, in their order. */
  #held: { message: PageMessage; comesFirst: boolean }[] = [];
  /** How much is under way that goes before other store calls. */
  #firstCount = 0;
  #status: StoreStatus = { state: "opening" };
  #storage: StorageStatus = { state: "opening" };
  #storageTurn = 0;
  #lateCount = 0;
  #stopped: CoreError | undefined;
  #onClosed: (() => void) | undefined;
  #lastId = 0;

  /**
   * Returns at once, and calls may be made at once.
   * @param locale  language of what the store's state says, asked each time
   */
  constructor(port: WorkerPort, locale: () => Locale = () => "en") {
    this.#port = port;
    this.#locale = locale;
    port.onmessage = (event) => this.#receive(event.data);
    port.onerror = () => this.#stop("worker");
  }

  /** The state of the store now. */
  get store(): StoreStatus {
    return this.#lateCount > 0 ? { state: "stalled" } : this.#status;
  }

  /** Calls `listener` at each change of the store's state. @returns a function that ends it */
  onStore(listener: (status: StoreStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Asks the core. A change to the store is acknowledged only after its flush.
   * @param comesFirst  the call is part of what first() was told of, and does not wait for it
   * @throws CoreError
   */
  call<M extends Method>(method: M, params: Params<M>, comesFirst = false): Promise<Result<M>> {
    const needsStore = [storeMethods, growthMethods, keyMethods].some((methods) => methods.has(method));
    const answer = this.#send(method, params, needsStore ? comesFirst : undefined);
    if (keyMethods.has(method)) return this.#thenLook(answer);
    return storeMethods.has(method) ? this.#watch(answer, changeMethods.has(method)) : answer;
  }

  /** From now on calls that need the store wait until `work` has ended, well or not; its own say that they come first. */
  async first(work: Promise<unknown>): Promise<void> {
    this.#firstCount += 1;
    await work.catch(() => undefined);
    this.#firstCount -= 1;
    this.#release();
  }

  /**
   * Works on copies of the store (copies.ts).
   * @returns what came of it, as JSON; "null" where it could not be done
   */
  async copies(task: CopiesTask): Promise<string> {
    if (this.#stopped) throw this.#stopped;
    const id = ++this.#lastId;
    return this.#exchange(id, { kind: "copies", id, task });
  }

  /** Asks the tab that has the store to let go of it, or opens it anew. */
  takeOver(): void {
    // Calls that need the store wait from now on.
    if (this.#status.state === "failed" || this.#status.state === "open") this.#setStatus({ state: "opening" });
    this.#port.postMessage({ kind: "take_over" });
  }

  /** Answers what is under way, flushes, lets go of the store and ends the worker. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.#onClosed = resolve));
    this.#port.postMessage({ kind: "close" });
    const timer = setTimeout(() => this.#onClosed?.(), closeWithinMs);
    await closed;
    clearTimeout(timer);
    this.#port.terminate();
    this.#end("closed", { state: "closed" });
  }

  /** @param comesFirst  as for call(); left out where no store is needed */
  async #send<M extends Method>(method: M, params: Params<M>, comesFirst?: boolean): Promise<Result<M>> {
    if (this.#stopped) throw this.#stopped;
    const id = ++this.#lastId;
    const request = JSON.stringify({ jsonrpc: "2.0", id, method, params }, wellFormed);
    const text = await this.#exchange(id, { kind: "call", id, locale: params.locale, request }, comesFirst);
    const response = JSON.parse(text) as Response<M>; // the one gate; contract tests hold the core to these types
    if ("error" in response) throw new CoreError(response.error.data);
    return response.result;
  }

  #exchange(id: number, message: PageMessage, comesFirst?: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      if (comesFirst === undefined || this.#mayGo(comesFirst)) this.#port.postMessage(message);
      else this.#held.push({ message, comesFirst });
    });
  }

  #mayGo(comesFirst: boolean): boolean {
    return this.#status.state !== "opening" && (comesFirst || this.#firstCount === 0);
  }

  #release(): void {
    for (const call of this.#held.splice(0)) {
      if (this.#mayGo(call.comesFirst)) this.#port.postMessage(call.message);
      else this.#held.push(call);
    }
  }

  /**
   * Tells when a call takes too long; it stays under way and may still come through. What is only read waits silently for a
   * store that is still opening: nothing is being saved, and answers can be put aside as long as the state says so.
   */
  async #watch<T>(answer: Promise<T>, isChange: boolean): Promise<T> {
    let isLate = false;
    const look = () => {
      if (isChange || this.#status.state !== "opening") {
        isLate = true;
        this.#countLate(1);
      } else timer = setTimeout(look, stalledAfterMs);
    };
    let timer = setTimeout(look, stalledAfterMs);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (isLate) this.#countLate(-1);
    }
  }

  #countLate(change: number): void {
    const wasLate = this.#lateCount > 0;
    this.#lateCount += change;
    if (wasLate !== this.#lateCount > 0) this.#tell();
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === "answer") this.#settle(message.id, message.response);
    else if (message.kind === "storage") void this.#follow(message.status);
    else if (message.kind === "stopped") this.#stop(message.detail);
    else this.#onClosed?.();
  }

  #settle(id: number, response: string): void {
    this.#pending.get(id)?.resolve(response);
    this.#pending.delete(id);
  }

  async #thenLook<T>(answer: Promise<T>): Promise<T> {
    const result = await answer;
    await this.#follow(this.#storage);
    return result;
  }

  /** Storage came or went. Where files are there, the core says whether the database in them can be used. */
  async #follow(storage: StorageStatus): Promise<void> {
    this.#storage = storage;
    const turn = ++this.#storageTurn;
    const status = await this.#understand(storage);
    if (turn !== this.#storageTurn || this.#stopped) return; // it has changed again meanwhile
    this.#setStatus(status);
    this.#release();
  }

  async #understand(storage: StorageStatus): Promise<StoreStatus> {
    if (storage.state === "failed") return { ...storage, error: null };
    if (storage.state !== "attached") return storage;
    try {
      const { store } = await this.#send("about", { locale: this.#locale() });
      if (store.state === "open" && !storage.lasts) return { state: "memory", reason: "blocked" };
      if (store.state === "open") return { state: "open", place: storage.place, isProtected: store.is_protected };
      if (store.state === "locked") return { state: "locked" };
      return { state: "failed", error: store.error, detail: store.error?.detail ?? store.state };
    } catch {
      return { state: "failed", error: null, detail: "about" };
    }
  }

  #setStatus(status: StoreStatus): void {
    const isNews = status.state !== "opening" || this.#status.state !== "opening";
    this.#status = status;
    if (isNews) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.store);
  }

  #stop(detail: string): void {
    this.#end(detail, { state: "failed", error: null, detail });
  }

  /** No answer will come any more. */
  #end(detail: string, status: StoreStatus): void {
    const stopped = new CoreError({ code: "internal.failure", message: "", next_step: "", detail });
    this.#stopped ??= stopped;
    this.#held = [];
    for (const { reject } of this.#pending.values()) reject(stopped);
    this.#pending.clear();
    this.#setStatus(status);
  }
}

/** Half of a surrogate pair is no text, and the core refuses it. A replacement character of equal length stands in. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD") : value;
}
