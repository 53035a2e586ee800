// SPDX-License-Identifier: MIT
// Files in memory, as wasm/src/storage-handle.ts wants them. Used by files that are fetched later, and by tests: the
// worker's own file must not hold what they import, because WebKit runs a worker's file again when it is imported.
import type { StorageHandle } from "./storage-handle.ts";

/** As many as storage-handle.ts has names for, which a part that is fetched later must not import; a test holds it. */
export const fileCount = 6;

/** A file that lives and dies with the page: tests, and browsers that offer nothing better. */
export class MemoryHandle implements StorageHandle {
  #bytes: Uint8Array;
  #size: number;

  /** @param content  the bytes to start with; copied */
  constructor(content: Uint8Array = new Uint8Array(0)) {
    this.#bytes = content.slice();
    this.#size = content.length;
  }

  read(into: Uint8Array, { at }: { at: number }): number {
    const found = this.#bytes.subarray(Math.min(at, this.#size), Math.min(at + into.length, this.#size));
    into.set(found);
    return found.length;
  }

  write(from: Uint8Array, { at }: { at: number }): number {
    this.#reach(at + from.length);
    this.#bytes.set(from, at);
    return from.length;
  }

  truncate(size: number): void {
    this.#reach(size);
    this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }

  flush(): void {}

  getSize(): number {
    return this.#size;
  }

  close(): void {}

  /** A copy of all bytes. */
  content(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  /** Makes the file at least `size` bytes long; new bytes are zero. */
  #reach(size: number): void {
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#size = Math.max(this.#size, size);
  }
}

/** Empty files in memory, one for each that the store has. */
export function memoryHandles(): readonly MemoryHandle[] {
  return Array.from({ length: fileCount }, () => new MemoryHandle());
}
