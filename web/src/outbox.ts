// SPDX-License-Identifier: MIT
// Answers given before the store is open: durable in a small database of the browser, and handed over to the core once
// it can keep them. The same id goes out each time, so handing over twice adds nothing. Only for a store that is known
// to have no passphrase, or that does not exist yet; what a passphrase guards is never written here.
import { namesOf } from "../../wasm/src/profile.ts";
import { ask, CoreError, store } from "./core.ts";
import type { Params } from "./core.ts";
import { currentProfile, isGuest, sharedKeys } from "./profiles.ts";

export type WaitingAnswer = Params<"rate_competency">;

const profile = currentProfile();
const names = namesOf(profile);
const table = "answers";

/** As it stands in the database. */
interface Waiting extends WaitingAnswer {
  /** Rises with each answer: two of one second are handed over in the order in which they were given. */
  order: number;
}

/** As earlier editions let it stand. */
type Earlier = Omit<Waiting, "answer" | "order"> & {
  answer: WaitingAnswer["answer"] | WaitingAnswer;
  order?: number;
};

/** In sessionStorage: what stands in forms (pages/growth/drafts.ts), where nothing guards the store. boot.js knows it. */
export const draftsKey = "trellis.drafts";
/** In localStorage, with "1": this store was last seen open without a passphrase. */
export const plainKey = `${profile}.plain`;
/** UTF-16 units: far below what the core takes, so that it never refuses what was acknowledged here. */
const noteLengthMax = 2000;
let database: Promise<IDBDatabase | undefined> | undefined;
let turn: Promise<void> = Promise.resolve();
/** A tab that has no store tells the one that has it. */
let channel: BroadcastChannel | undefined;

/**
 * Gets ready to keep answers, where that is allowed. Call it once, before anything is answered.
 * @param keptElsewhere  called when another tab has put an answer aside
 * @returns when it is known whether there was a store; only then may one be made
 */
export async function openOutbox(keptElsewhere: () => void): Promise<void> {
  if (isGuest()) return write(null); // this tab may have been somebody's before another one made it a guest's
  const may = mayKeep();
  database = may.then((yes) => (yes ? openFirst() : undefined)).catch(() => undefined);
  channel = new BroadcastChannel(names.outbox);
  channel.onmessage = keptElsewhere;
  store.subscribe((status) => {
    if (status.state === "open" && !status.isProtected) write("1");
    else if (status.state === "open" || status.state === "locked") forbid();
  });
  await may.catch(() => false);
}

function forbid(): void {
  database = undefined;
  write(null);
}

/** Call it before a passphrase is set: hands over what is waiting, and from then on nothing is kept here. */
export async function closeOutbox(): Promise<void> {
  await handOver();
  forbid();
  if ((await waitingAnswers()).length === 0) globalThis.indexedDB?.deleteDatabase(names.outbox);
}

/**
 * Keeps an answer while the store is not open yet.
 * @returns true once it is durable; false where it has to go to the core
 */
export async function putAside(answer: WaitingAnswer): Promise<boolean> {
  if (store.value.state !== "opening" || answer.note.length > noteLengthMax) return false;
  const opened = await database;
  if (!opened || store.value.state !== "opening") return false;
  try {
    const change = opened.transaction(table, "readwrite", { durability: "strict" });
    change.objectStore(table).put({ ...answer, order: nextOrder() } satisfies Waiting);
    await completed(change);
  } catch {
    return false; // no room, or the database was removed meanwhile
  }
  channel?.postMessage("kept");
  return true;
}

/** What is waiting, oldest first. */
export async function waitingAnswers(): Promise<WaitingAnswer[]> {
  try {
    const opened = (await database) ?? (await openIfThere());
    if (!opened) return [];
    const rows = await resultOf<Waiting[]>(opened.transaction(table).objectStore(table).getAll());
    return rows
      .sort((one, other) => one.order - other.order)
      .map(({ order: _order, ...answer }) => answer);
  } catch {
    return [];
  }
}

/**
 * Hands what is waiting over to the core, if the store is open. An answer leaves the outbox only after the core has
 * said that it is durable; one that the core refuses stays.
 * @param before  done first, before anything that waits comes in
 */
export function handOver(before?: () => Promise<void>): Promise<void> {
  if (isStoreThere()) turn = turn.then(before).then(handOverAll).catch(() => undefined);
  return turn;
}

/** Whether the core can keep answers now. */
export function isStoreThere(): boolean {
  return store.value.state === "open" || store.value.state === "memory";
}

async function handOverAll(): Promise<void> {
  if (!isStoreThere()) return;
  const { state } = store.value;
  for (const answer of await waitingAnswers()) {
    try {
      await ask("rate_competency", answer, true);
    } catch (error) {
      if (error instanceof CoreError && !error.code.startsWith("store.")) continue;
      return; // the store has gone again; the next opening goes on
    }
    if (state === "open") await remove(answer.rating_id);
  }
}

let lastOrder = 0;

/** Milliseconds since 1970 as far as possible, and always more than before. */
function nextOrder(): number {
  lastOrder = Math.max(lastOrder + 1, Date.now());
  return lastOrder;
}

async function remove(ratingId: string): Promise<void> {
  const opened = (await database) ?? (await openIfThere());
  if (!opened) return;
  const change = opened.transaction(table, "readwrite");
  change.objectStore(table).delete(ratingId);
  await completed(change);
}

/** True for a store that was last seen without a passphrase, and where there is none at all. */
async function mayKeep(): Promise<boolean> {
  if (localStorage.getItem(plainKey) === "1") return true;
  const marks = Object.keys(localStorage).filter((key) => key.startsWith(`${profile}.`));
  if (marks.some((key) => !sharedKeys.has(key))) return false;
  const [databases, root] = await Promise.all([
    indexedDB.databases(),
    navigator.storage.getDirectory(),
  ]);
  if (databases.some(({ name }) => name === names.image || name === names.copies)) return false;
  return root.getDirectoryHandle(names.folder).then(
    () => false,
    (error: DOMException) => error.name === "NotFoundError",
  );
}

/** From now on this store is known to have no passphrase, also when the page goes before the core has come. */
function openFirst(): Promise<IDBDatabase> {
  write("1");
  return openDatabase();
}

async function openIfThere(): Promise<IDBDatabase | undefined> {
  if (isGuest()) return undefined;
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === names.outbox) ? openDatabase() : undefined;
}

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(names.outbox, 2);
  opening.onupgradeneeded = () => makeTable(opening);
  const opened = await resultOf(opening);
  opened.onversionchange = () => opened.close(); // it is being erased
  return opened;
}

/** Makes the table; what an earlier edition left waiting, without an order or with its answer inside, goes on waiting. */
function makeTable({ result: made, transaction }: IDBOpenDBRequest): void {
  const create = () => made.createObjectStore(table, { keyPath: "rating_id" });
  if (!made.objectStoreNames.contains(table)) return void create();
  const reading = transaction?.objectStore(table).getAll() as IDBRequest<Earlier[]>;
  reading.onsuccess = () => {
    made.deleteObjectStore(table);
    const rows = create();
    for (const { order = 0, answer, ...row } of reading.result)
      rows.put(typeof answer === "string" ? { order, answer, ...row } : { order, ...answer });
  };
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("", "UnknownError"));
  });
}

function completed(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error ?? new DOMException("", "AbortError"));
  });
}

/** What stands in forms goes with the mark. */
function write(mark: "1" | null): void {
  try {
    if (mark) return localStorage.setItem(plainKey, mark);
    localStorage.removeItem(plainKey);
    sessionStorage.removeItem(draftsKey);
  } catch {
    // Without a mark answers wait for the core.
  }
}
