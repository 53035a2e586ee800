// SPDX-License-Identifier: MIT
// The states in which the store of answers can be, as the page sees them. Types only.
import type { ErrorData } from "./api.gen.ts";

/**
 * Why answers live in memory only. `blocked` also stands for private windows, which do not say what they are; `guest` is
 * what a person chose.
 */
export type MemoryReason = "unsupported" | "blocked" | "guest";

/** Where the store is: files in the private file system, or one image of them in IndexedDB. */
export type StorePlace = "files" | "image";

export type StoreStatus =
  /** Not known yet. Calls that need the store wait. */
  | { state: "opening" }
  /** Answers are kept on this device, encrypted where `isProtected`. */
  | { state: "open"; place: StorePlace; isProtected: boolean }
  /** Encrypted, and the passphrase has not been given. */
  | { state: "locked" }
  /** Another tab has it. `takeOver()` asks that tab to let go; when it closes, this one opens by itself. */
  | { state: "in_use" }
  /** Everything works, but is gone when the page closes, or the private window that it may be. */
  | { state: "memory"; reason: MemoryReason }
  /**
   * Not opened; whatever is there was left as it is. `error` is null where the core was not asked: with the detail
   * "damaged" the image in IndexedDB is not what was written, otherwise the core was not reached at all.
   */
  | { state: "failed"; error: ErrorData | null; detail: string }
  /** A call that needs the store has taken longer than `stalledAfterMs`; it may still come through. */
  | { state: "stalled" }
  /** close() was called. */
  | { state: "closed" };

/** What the worker knows of its storage, before the core has looked into the database. */
export type StorageStatus =
  | { state: "opening" }
  /** @property lasts  false where the browser forgets what is kept, as private windows do */
  | { state: "attached"; place: StorePlace; lasts: boolean }
  | { state: "in_use" }
  | { state: "memory"; reason: MemoryReason }
  | { state: "failed"; detail: string };
