// SPDX-License-Identifier: MIT
// Named runs of bytes in the browser's other two stores, IndexedDB and Cache Storage. Knows nothing of what they are.
// Sources: https://w3c.github.io/IndexedDB/ (strict durability), https://w3c.github.io/ServiceWorker/#cache-interface

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Shelf {
  keys(): Promise<string[]>;
  get(key: string): Promise<Bytes | undefined>;
  /** Resolves when the bytes are on the device, whole; when it rejects, what was there is still there. */
  put(key: string, bytes: Bytes): Promise<void>;
  delete(key: string): Promise<void>;
  close(): void;
}

const storeName = "bytes";

/** @throws whatever the browser gives as a reason, for example in a private window */
export async function openDatabaseShelf(name: string): Promise<Shelf> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const database = await settled(opening);
  database.onversionchange = () => database.close(); // whoever erases it need not wait
  const work = async <T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = database.transaction(storeName, mode, { durability: "strict" });
    const request = run(transaction.objectStore(storeName));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
    });
    return request.result;
  };
  return {
    keys: async () => (await work("readonly", (store) => store.getAllKeys())).map(String),
    get: (key) => work("readonly", (store) => store.get(key) as IDBRequest<Bytes | undefined>),
    put: async (key, bytes) => void (await work("readwrite", (store) => store.put(bytes, key))),
    delete: (key) => work("readwrite", (store) => store.delete(key)),
    close: () => database.close(),
  };
}

export async function openCacheShelf(name: string): Promise<Shelf> {
  const cache = await caches.open(name);
  const addressOf = (key: string) => new URL(`./${encodeURIComponent(key)}`, location.href).href;
  const keyOf = ({ url }: Request) => decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
  return {
    keys: async () => (await cache.keys()).map(keyOf),
    get: async (key) => {
      const kept = await cache.match(addressOf(key));
      return kept && new Uint8Array(await kept.arrayBuffer());
    },
    put: (key, bytes) => cache.put(addressOf(key), new Response(bytes)),
    delete: async (key) => void (await cache.delete(addressOf(key))),
    close: () => undefined,
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
