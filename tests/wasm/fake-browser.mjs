// SPDX-License-Identifier: MIT
// Enough of a browser for several tabs in one Node process: locks, channels, and a private file system whose handles
// are exclusive, as in https://w3c.github.io/web-locks/ and https://fs.spec.whatwg.org/. Time passes only when asked.
import { ImageFiles, MemoryHandle } from "./sources.mjs";

/** Promises that are due run before this returns. */
export const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

export class FakeBrowser {
  /** Bytes of each file by name. */
  files = new Map();
  #open = new Set();
  #queue = [];
  #held = false;
  #channels = new Set();
  /** Set to a DOMException name to make the calls fail: getDirectory, createSyncAccessHandle (by file name). */
  failures = { getDirectory: undefined, createSyncAccessHandle: () => undefined };
  /** Bytes on the shelves (wasm/src/shelf.ts) by shelf and key; undefined where the browser has no IndexedDB. */
  shelves = { image: undefined, database: new Map(), cache: new Map() };
  /** Called before each change of a shelf; throw to make it fail. */
  beforePut = async () => undefined;
  /** Called before each flush of a file; throw to make it fail. */
  beforeFlush = () => undefined;
  now = Date.parse("2026-11-22T12:00:00Z");
  waitedMs = 0;
  /** Order in which a message reaches the other tabs. Real browsers promise none. */
  isNewestToldFirst = false;

  get openHandleCount() {
    return this.#open.size;
  }

  /** What one tab is given. */
  platform() {
    return {
      locks: { request: (...args) => this.#request(...args) },
      hasAccessHandles: true,
      openImage: (lasts) => ImageFiles.open(lasts, () => this.#shelf("image")),
      getDirectory: () => this.#failing(this.failures.getDirectory, () => this.#folder()),
      createChannel: () => this.#channel(),
      delay: async (ms) => {
        this.waitedMs += ms;
        await settle();
      },
    };
  }

  /** Where copies of the store go. */
  copiesPlaces() {
    return {
      database: () => this.#shelf("database"),
      cache: () => this.#shelf("cache"),
      remove: async () => Object.assign(this.shelves, { database: new Map(), cache: new Map() }),
      now: () => this.now,
    };
  }

  async #shelf(name) {
    const kept = this.shelves[name];
    if (!kept) throw new DOMException("made to fail", "InvalidStateError");
    return {
      keys: async () => [...kept.keys()],
      get: async (key) => kept.get(key)?.slice(),
      put: async (key, bytes) => {
        await this.beforePut(name, key);
        kept.set(key, bytes.slice());
      },
      delete: async (key) => void kept.delete(key),
      close: () => undefined,
    };
  }

  async #failing(name, work) {
    if (name) throw new DOMException("made to fail", name);
    return work();
  }

  #folder() {
    const folder = {
      getDirectoryHandle: async () => folder,
      getFileHandle: async (name, { create } = {}) => ({
        ...(create || this.files.has(name) ? {} : this.#missing()),
        createSyncAccessHandle: () =>
          this.#failing(this.failures.createSyncAccessHandle(name), () => this.#handle(name)),
      }),
    };
    return folder;
  }

  #missing() {
    throw new DOMException("no such file", "NotFoundError");
  }

  #handle(name) {
    if (this.#open.has(name)) throw new DOMException("already open", "NoModificationAllowedError");
    this.#open.add(name);
    if (!this.files.has(name)) this.files.set(name, new Uint8Array(0));
    const handle = new MemoryHandle(this.files.get(name));
    // A handle of a file that was removed goes on as if nothing was.
    const flush = () => this.files.has(name) && this.files.set(name, handle.content());
    handle.flush = () => {
      this.beforeFlush(name);
      flush();
    };
    handle.close = () => {
      flush();
      this.#open.delete(name);
    };
    return handle;
  }

  #channel() {
    const channel = {
      onmessage: null,
      close: () => this.#channels.delete(channel),
      postMessage: (data) => {
        const others = [...this.#channels].filter((other) => other !== channel);
        if (this.isNewestToldFirst) others.reverse();
        for (const other of others) setImmediate(() => other.onmessage?.({ data }));
      },
    };
    this.#channels.add(channel);
    return channel;
  }

  async #request(_name, { ifAvailable, signal }, work) {
    if (this.#held && ifAvailable) return work(null);
    if (this.#held) {
      await new Promise((resolve, reject) => {
        const place = { resolve };
        this.#queue.push(place);
        signal?.addEventListener("abort", () => {
          const at = this.#queue.indexOf(place);
          if (at >= 0) this.#queue.splice(at, 1);
          reject(new DOMException("aborted", "AbortError"));
        });
      });
    }
    this.#held = true;
    try {
      return await work({});
    } finally {
      this.#held = false;
      const next = this.#queue.shift();
      if (next) {
        this.#held = true;
        next.resolve();
      }
    }
  }
}
