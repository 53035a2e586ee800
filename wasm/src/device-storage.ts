// SPDX-License-Identifier: MIT
// Gets the files of the store for one tab at a time: from the browser's private file system, or where it has no access
// handles as an image in IndexedDB. Opens and closes; never reads, writes, truncates or deletes a file.
// Sources: https://fs.spec.whatwg.org/ (access handles are exclusive), https://w3c.github.io/web-locks/
import type { ProfileNames } from "./profile.ts";
import { fileNames } from "./storage-handle.ts";
import type { StorageHandle, StorageHandles, StoreFiles } from "./storage-handle.ts";
import type { StorageStatus } from "./storage-state.ts";

/** A page that was just closed or reloaded may hold its handles for a moment longer. */
const retryDelaysMs = [20, 40, 80, 160, 320, 640, 1280];

/** The part of the browser that is used here; tests give their own. */
export interface StoragePlatform {
  /** Undefined where the browser has no locks. */
  locks: Pick<LockManager, "request"> | undefined;
  hasAccessHandles: boolean;
  getDirectory(): Promise<FileSystemDirectoryHandle>;
  /** The store as an image. Rejects with `notFetched` where its code is not here, else where the browser has no place. */
  openImage(lasts: boolean): Promise<StoreFiles>;
  createChannel(name: string): Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;
  delay(ms: number): Promise<void>;
}

export interface StorageListener {
  /** The files are here and stay open until `released` is called. */
  attached(files: StoreFiles): void;
  /** The files are closed as soon as this returns: close the database now. */
  released(): void;
  /** No files for now; never called with "attached". */
  status(status: StorageStatus): void;
}

/** Why openImage() rejects when there may be an image that cannot be read now. */
export const notFetched = new Error("image-files");

export function browserPlatform(names: ProfileNames): StoragePlatform {
  const hasHandles = "FileSystemFileHandle" in globalThis && "createSyncAccessHandle" in FileSystemFileHandle.prototype;
  const isComplete = "locks" in navigator && "BroadcastChannel" in globalThis;
  return {
    locks: isComplete ? navigator.locks : undefined,
    hasAccessHandles: hasHandles,
    getDirectory: () => navigator.storage.getDirectory(),
    openImage: async (lasts) => {
      const parts = Promise.all([import("./image-files.ts"), import("./shelf.ts")]);
      const [{ ImageFiles }, { openDatabaseShelf }] = await parts.catch(() => {
        throw notFetched;
      });
      return ImageFiles.open(lasts, () => openDatabaseShelf(names.image));
    },
    createChannel: (name) => new BroadcastChannel(name),
    delay: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** Owns the store of this device while the tab holds its lock. */
export class DeviceStorage {
  readonly #platform: StoragePlatform;
  readonly #names: ProfileNames;
  readonly #listener: StorageListener;
  readonly #locks: StoragePlatform["locks"];
  readonly #channel: ReturnType<StoragePlatform["createChannel"]> | undefined;
  /** Ends this tab's turn; set from the moment the lock is held. */
  #letGo: (() => void) | undefined;
  /** Leaves the queue; set while this tab waits in it. */
  #waiting: AbortController | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** While the files are closed and opened anew, no other tab has them. */
  #isRestarting = false;

  constructor(platform: StoragePlatform, names: ProfileNames, listener: StorageListener) {
    this.#platform = platform;
    this.#names = names;
    this.#listener = listener;
    this.#locks = platform.locks;
    this.#channel = platform.locks && platform.createChannel(names.lock);
    if (this.#channel) this.#channel.onmessage = () => this.#stepBack();
  }

  /** Opens the files, or says why not. */
  start(): void {
    if (!this.#locks) return this.#listener.status({ state: "memory", reason: "unsupported" });
    this.#turn = this.#locks
      .request(this.#names.lock, { ifAvailable: true }, (lock) => (lock ? this.#own() : this.#queue()))
      .catch(() => this.#listener.status({ state: "memory", reason: "blocked" })); // no locks for this origin
  }

  /** Asks the tab that has the files to let go. Where this tab has them, or opening failed, opens them anew. */
  takeOver(): void {
    if (!this.#locks) return;
    if (this.#letGo) return this.#startAgain(this.#letGo);
    if (!this.#waiting) this.#queue();
    this.#channel?.postMessage("want");
  }

  #startAgain(letGo: () => void): void {
    this.#isRestarting = true;
    letGo();
    void this.#turn.then(() => {
      this.#isRestarting = false;
      if (!this.#isClosed) this.start();
    });
  }

  /** Closes the files and stops waiting for them. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting?.abort();
    this.#letGo?.();
    await this.#turn;
    this.#channel?.close();
  }

  /** Another tab wants the files: the owner lets go, and everyone else in the queue goes behind that tab. */
  #stepBack(): void {
    this.#letGo?.();
    if (!this.#waiting) return;
    this.#waiting.abort();
    this.#queue();
  }

  /** Waits its turn without blocking the caller. */
  #queue(): void {
    if (this.#isClosed || !this.#locks) return;
    this.#listener.status({ state: "in_use" });
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#turn = this.#locks
      .request(this.#names.lock, { signal: waiting.signal }, () => {
        this.#waiting = undefined;
        return this.#own();
      })
      .catch(() => {
        if (!waiting.signal.aborted) this.#listener.status({ state: "failed", detail: "lock" });
      });
  }

  /** Runs for as long as this tab holds the lock. */
  async #own(): Promise<void> {
    let isAsked = false;
    const asked = new Promise<void>((resolve) => {
      this.#letGo = () => {
        isAsked = true;
        resolve();
      };
    });
    this.#listener.status({ state: "opening" });
    const opened = await openFiles(this.#platform, this.#names.folder);
    if ("handles" in opened) {
      if (!isAsked) {
        this.#listener.attached(opened);
        await asked;
        this.#listener.released();
      }
      opened.close();
    }
    this.#letGo = undefined;
    if (this.#isRestarting) return;
    if ("handles" in opened) this.#queue();
    else this.#listener.status(opened);
  }
}

/** A guest's answers live in memory, in every browser. */
export function guestStorage(listener: StorageListener) {
  return {
    start: () => listener.status({ state: "memory", reason: "guest" }),
    takeOver: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** The files wherever this browser can keep them, or why there are none. */
async function openFiles(platform: StoragePlatform, folderName: string): Promise<StoreFiles | StorageStatus> {
  const opened = await openHandles(platform, folderName);
  if ("handles" in opened || opened.state !== "memory") return opened;
  try {
    return await platform.openImage(opened.reason === "unsupported");
  } catch (error) {
    return error === notFetched ? { state: "failed", detail: notFetched.message } : opened;
  }
}

async function openHandles(platform: StoragePlatform, folderName: string): Promise<StoreFiles | StorageStatus> {
  if (!platform.hasAccessHandles) return { state: "memory", reason: "unsupported" };
  let root: FileSystemDirectoryHandle;
  try {
    root = await platform.getDirectory();
  } catch {
    return { state: "memory", reason: "blocked" };
  }
  for (const delayMs of retryDelaysMs) {
    const outcome = await tryHandles(root, folderName);
    if ("handles" in outcome) {
      const { handles } = outcome;
      return { place: "files", lasts: true, handles, isThere: () => hasFiles(root, folderName), close: () => closeAll(handles) };
    }
    if (outcome.failure === "NotSupportedError") return { state: "memory", reason: "unsupported" };
    if (outcome.failure !== "NoModificationAllowedError") return { state: "failed", detail: outcome.failure };
    await platform.delay(delayMs);
  }
  return { state: "in_use" };
}

/** All handles or none: one left open would lock the store out for as long as the tab lives. */
async function tryHandles(
  root: FileSystemDirectoryHandle,
  folderName: string,
): Promise<{ handles: StorageHandles } | { failure: string }> {
  const opened: StorageHandle[] = [];
  try {
    const folder = await root.getDirectoryHandle(folderName, { create: true });
    for (const name of fileNames) {
      const file = await folder.getFileHandle(name, { create: true });
      opened.push(await file.createSyncAccessHandle());
    }
    return { handles: opened };
  } catch (error) {
    closeAll(opened);
    return { failure: error instanceof Error ? error.name : "unknown" };
  }
}

async function hasFiles(root: FileSystemDirectoryHandle, folderName: string): Promise<boolean> {
  try {
    await (await root.getDirectoryHandle(folderName)).getFileHandle(fileNames[0]);
    return true;
  } catch (error) {
    return !(error instanceof Error && error.name === "NotFoundError");
  }
}

function closeAll(handles: readonly StorageHandle[]): void {
  for (const handle of handles) handle.close();
}
