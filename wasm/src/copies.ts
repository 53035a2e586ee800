// SPDX-License-Identifier: MIT
// Copies of the store's files in the browser's other stores, for the day when the files are damaged or gone. Copies
// bytes and never opens them: what is encrypted stays so. What is found damaged is put aside before anything takes its
// place. Fetched when first needed.
import { pack, unpack } from "./bundle.ts";
import type { Core } from "./core.ts";
import { MemoryHandle, fileCount } from "./memory-handle.ts";
import type { CopiesTask } from "./messages.ts";
import type { Sealing } from "./sealing.ts";
import { openCacheShelf, openDatabaseShelf } from "./shelf.ts";
import type { Shelf } from "./shelf.ts";
import type { StorageHandle, StoreFiles } from "./storage-handle.ts";

/** The shelf that has no copies holds this, so that losing either of the two is noticed. */
const markerKey = "marker";
const copiesKept = 3;
const dayMs = 24 * 60 * 60 * 1000;
/** The image before the last change, where the newest is damaged (image-files.ts). */
const spareId = "spare";

/** What the worker's host lends for one task. */
export interface CopiesDesk {
  files: StoreFiles | undefined;
  loadCore(): Promise<Core>;
  loadSealing(): Promise<Sealing>;
  /** Closes the database; the files stay open. */
  letGo(): void;
  /** Opens what is in the files now, and tells the page how that went. */
  openAgain(): void;
}

/** Tests give their own. */
export interface CopiesPlaces {
  database(): Promise<Shelf>;
  cache(): Promise<Shelf>;
  /** Removes both, with all that is on them. */
  remove(): Promise<void>;
  now(): number;
}

/** @param shelfName  of both shelves; that one of them is there tells that answers were kept (web/src/copies.ts) */
export const browserPlaces = (shelfName: string): CopiesPlaces => ({
  database: () => openDatabaseShelf(shelfName),
  cache: () => openCacheShelf(shelfName),
  remove: async () => {
    await caches.delete(shelfName);
    await new Promise((resolve) => {
      const removal = indexedDB.deleteDatabase(shelfName);
      removal.onsuccess = removal.onerror = removal.onblocked = resolve;
    });
  },
  now: () => Date.now(),
});

/**
 * @returns JSON. keep: whether a copy was made. list: `[{ copy, taken_at }]`, newest first; `taken_at` is an instant,
 *          null for the image before the last change. ask: the core's answer. restore, forget: true.
 * @throws where the place or the copy cannot be read or written; the store is then as it was, or empty and put aside
 */
export async function workOnCopies(task: CopiesTask, desk: CopiesDesk, places: CopiesPlaces): Promise<string> {
  const work = new Copies(desk, places);
  switch (task.do) {
    case "keep":
      return JSON.stringify(await work.keep(task.isDue));
    case "list":
      return JSON.stringify(await work.list());
    case "ask":
      return work.ask(task.copy, task.request, task.unlock);
    case "restore":
      return JSON.stringify(await work.restore(task.copy));
    case "forget":
      await desk.files?.image?.keep(); // the slot before the last one is a copy, too
      await places.remove();
      return "true";
  }
}

class Copies {
  readonly #desk: CopiesDesk;
  readonly #places: CopiesPlaces;

  constructor(desk: CopiesDesk, places: CopiesPlaces) {
    this.#desk = desk;
    this.#places = places;
  }

  async keep(isDue: boolean): Promise<boolean> {
    const { files } = this.#desk;
    if (!files || files.image?.isDamaged) return false;
    return this.#withShelf(this.#place(files), async (shelf) => {
      const kept = copiesIn(await shelf.keys());
      if (!isDue && kept.some((key) => this.#places.now() - Date.parse(instantOf(key)) < dayMs)) return false;
      await this.#put(shelf, "copy", files);
      for (const key of copiesIn(await shelf.keys()).slice(copiesKept)) await shelf.delete(key);
      await this.#mark(files);
      return true;
    });
  }

  async list(): Promise<{ copy: string; taken_at: string | null }[]> {
    const found = [];
    for (const place of ["database", "cache"] as const) {
      const keys = await this.#withShelf(place, (shelf) => shelf.keys()).catch(() => []);
      for (const key of copiesIn(keys)) found.push({ copy: `${place} ${key}`, taken_at: instantOf(key) });
    }
    found.sort((one, other) => (one.taken_at < other.taken_at ? 1 : -1));
    return this.#desk.files?.image?.spare ? [{ copy: spareId, taken_at: null }, ...found] : found;
  }

  async ask(copy: string, request: string, unlock?: string): Promise<string> {
    const handles = (await this.#read(copy)).map((bytes) => new MemoryHandle(bytes));
    const core = await this.#desk.loadCore();
    core.reopen("trellis.sqlite3", handles);
    if (unlock) {
      core.useSealing(await this.#desk.loadSealing());
      core.call(unlock); // where it does not open, the request says that it is locked
    }
    const response = core.call(request);
    core.close();
    return response;
  }

  async restore(copy: string | null): Promise<boolean> {
    const { files } = this.#desk;
    if (!files) throw new RangeError("no files");
    const images = copy === null ? [] : await this.#read(copy);
    await this.#withShelf(this.#place(files), (shelf) => this.#put(shelf, "aside", files));
    this.#desk.letGo();
    try {
      await files.image?.replace();
      replaceAll(files.handles, images);
      await files.image?.keep();
    } finally {
      this.#desk.openAgain();
    }
    return true;
  }

  /** Where copies go: not where the store is. */
  #place({ place }: StoreFiles): "database" | "cache" {
    return place === "files" ? "database" : "cache";
  }

  async #withShelf<T>(place: "database" | "cache", work: (shelf: Shelf) => Promise<T>): Promise<T> {
    const shelf = await this.#places[place]();
    try {
      return await work(shelf);
    } finally {
      shelf.close();
    }
  }

  /** Puts the files as they are on the shelf, and reads them back. */
  async #put(shelf: Shelf, kind: "copy" | "aside", { handles }: StoreFiles): Promise<void> {
    const key = `${kind}-${new Date(this.#places.now()).toISOString()}`;
    await shelf.put(key, await pack({ head: { sequence: 0 }, files: handles.map(contentOf) }));
    const kept = await shelf.get(key);
    if (!kept || !(await unpack(kept))) throw new RangeError("not kept whole");
  }

  async #mark(files: StoreFiles): Promise<void> {
    const other = this.#place(files) === "database" ? "cache" : "database";
    await this.#withShelf(other, (shelf) => shelf.put(markerKey, new Uint8Array([1]))).catch(() => undefined);
  }

  async #read(copy: string): Promise<readonly Uint8Array[]> {
    const spare = this.#desk.files?.image?.spare;
    if (copy === spareId && spare) return spare;
    const [place, key = ""] = copy.split(" ");
    const bytes = await this.#withShelf(place === "cache" ? "cache" : "database", (shelf) => shelf.get(key));
    const bundle = bytes && (await unpack(bytes));
    if (bundle?.files.length !== fileCount) throw new RangeError("damaged copy");
    return bundle.files;
  }
}

/** Keys of copies, newest first. */
function copiesIn(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith("copy-")).sort().reverse();
}

const instantOf = (key: string): string => key.slice("copy-".length);

function contentOf(handle: StorageHandle): Uint8Array {
  const bytes = new Uint8Array(handle.getSize());
  if (handle.read(bytes, { at: 0 }) !== bytes.length) throw new RangeError("short read");
  return bytes;
}

/**
 * Empties all files, then fills them, the log before the database. Cut short at any point this leaves nothing, or what
 * the core refuses to open: never a database without the answers that are still in its log.
 */
function replaceAll(handles: readonly StorageHandle[], images: readonly Uint8Array[]): void {
  for (const handle of handles) handle.truncate(0);
  for (const handle of handles) handle.flush();
  for (const [nth, handle] of [...handles.entries()].reverse()) {
    const image = images[nth] ?? new Uint8Array(0);
    if (handle.write(image, { at: 0 }) !== image.length) throw new RangeError("short write");
    handle.flush();
  }
}
