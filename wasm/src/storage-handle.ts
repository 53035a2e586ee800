// SPDX-License-Identifier: MIT
// The storage port: what SQLite's VFS needs of one file, and of all of them. Nothing but types and names.
// The port is FileSystemSyncAccessHandle of https://fs.spec.whatwg.org/, so the browser's own handles need no adapter.

/** The bytes of one file. Every method works at once or throws; nothing is kept back until `flush`. */
export interface StorageHandle {
  /** @returns the bytes read; fewer than asked only at the end of the file */
  read(into: Uint8Array, options: { at: number }): number;
  /** @returns the bytes written; anything but all of them is a failure */
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  /** Returns when everything written is on the device. */
  flush(): void;
  getSize(): number;
  close(): void;
}

/**
 * Names of the files, in the order in which wasm/opfs_vfs.c knows them: database, rollback journal, write-ahead log, the
 * two records of its key, and a database that is about to take the place of the first (contract/sealed.md).
 */
export const fileNames = [
  "trellis.sqlite3",
  "trellis.sqlite3-journal",
  "trellis.sqlite3-wal",
  "trellis.sqlite3.key-a",
  "trellis.sqlite3.key-b",
  "trellis.sqlite3.staged",
] as const;

/** One handle for each of `fileNames`. */
export type StorageHandles = readonly StorageHandle[];

/** The files of the store while this tab holds them, and how what was written to them becomes durable. */
export interface StoreFiles {
  readonly place: "files" | "image";
  /** False where the browser forgets what is kept, as private windows do. */
  readonly lasts: boolean;
  /** Other ones after `refuse` and `allow`. */
  readonly handles: StorageHandles;
  /** Absent where a flush is durable when it returns. */
  readonly image?: StoreImage;
  /** False when the browser has removed the files under the open handles, which then may go on as if nothing was. */
  isThere?(): Promise<boolean>;
  close(): void;
}

/** Files whose flush cannot wait for the device: what was written counts once `keep` has resolved. */
export interface StoreImage {
  /** True when the bytes on the device are not those that were written. Nothing may be kept until `replace`. */
  readonly isDamaged: boolean;
  /** Whether something was written since the last `keep`. */
  readonly isChanged: boolean;
  /** Puts all files on the device at once, or rejects and leaves there what was there. */
  keep(): Promise<void>;
  /** Goes back to what is on the device, and fails at the next flush from now on. */
  refuse(): void;
  /** Goes back to what is on the device, and takes changes again. */
  allow(): void;
  /** The bytes before the last change, where they are whole: what is left when `isDamaged`. */
  readonly spare: readonly Uint8Array[] | undefined;
  /** Ends `isDamaged`: other bytes are coming, and the damaged ones were put aside. */
  replace(): Promise<void>;
}
