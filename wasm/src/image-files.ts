// SPDX-License-Identifier: MIT
// The store where a browser has no access handles: its files live in memory, and their whole image goes into
// IndexedDB in one transaction before an answer is acknowledged. Two slots are written in turn, so the last good image
// is never overwritten, and a checksum tells damage. Fetched only where it is needed; knows nothing of SQLite.
import { pack, unpack } from "./bundle.ts";
import type { Bundle } from "./bundle.ts";
import { MemoryHandle, fileCount } from "./memory-handle.ts";
import type { Shelf } from "./shelf.ts";
import type { StorageHandles, StoreFiles, StoreImage } from "./storage-handle.ts";

const slotNames = ["slot-0", "slot-1"] as const;

/** A file in memory that tells of changes, and whose flush fails while it is told to refuse. */
class ImageHandle extends MemoryHandle {
  isChanged = false;
  readonly #refuses: boolean;

  constructor(content: Uint8Array | undefined, refuses: boolean) {
    super(content);
    this.#refuses = refuses;
  }

  override write(from: Uint8Array, options: { at: number }): number {
    this.isChanged = true;
    return super.write(from, options);
  }

  override truncate(size: number): void {
    this.isChanged = true;
    super.truncate(size);
  }

  override flush(): void {
    if (this.#refuses) throw new DOMException("not kept", "QuotaExceededError");
  }
}

type ImageHandles = readonly ImageHandle[];

export class ImageFiles implements StoreFiles, StoreImage {
  readonly place = "image";
  readonly lasts: boolean;
  readonly spare: readonly Uint8Array[] | undefined;
  readonly #shelf: Shelf;
  #handles: ImageHandles;
  /** Names of the slots that are not what was written. */
  readonly #damaged: string[];
  /** What is on the device. */
  #kept: readonly Uint8Array[];
  #sequence: number;

  private constructor(shelf: Shelf, lasts: boolean, found: Found) {
    this.#shelf = shelf;
    this.lasts = lasts;
    this.#kept = found.files;
    this.#sequence = found.sequence;
    this.#damaged = found.damaged;
    this.spare = found.spare;
    this.#handles = this.#fresh(false);
  }

  /** @throws whatever the browser gives as a reason for not opening its database (shelf.ts) */
  static async open(lasts: boolean, openShelf: () => Promise<Shelf>): Promise<ImageFiles> {
    const shelf = await openShelf();
    return new ImageFiles(shelf, lasts, await find(shelf));
  }

  get handles(): StorageHandles {
    return this.#handles;
  }

  get image(): StoreImage {
    return this;
  }

  get isDamaged(): boolean {
    return this.#damaged.length > 0;
  }

  get isChanged(): boolean {
    return this.#handles.some((handle) => handle.isChanged);
  }

  async keep(): Promise<void> {
    if (this.isDamaged) throw new DOMException("damaged", "InvalidStateError");
    for (const handle of this.#handles) handle.isChanged = false;
    const files = this.#handles.map((handle) => handle.content());
    const sequence = this.#sequence + 1;
    await this.#shelf.put(slotOf(sequence), await pack({ head: { sequence }, files }));
    this.#sequence = sequence;
    this.#kept = files;
  }

  refuse(): void {
    this.#handles = this.#fresh(true);
  }

  allow(): void {
    this.#handles = this.#fresh(false);
  }

  async replace(): Promise<void> {
    for (const name of this.#damaged.splice(0)) await this.#shelf.delete(name);
  }

  close(): void {
    this.#shelf.close();
  }

  #fresh(refuses: boolean): ImageHandles {
    return Array.from({ length: fileCount }, (_none, at) => new ImageHandle(this.#kept[at], refuses));
  }
}

/** What lies in the two slots. Where some are damaged, `files` are their bytes as they are, each in one piece. */
interface Found {
  files: readonly Uint8Array[];
  sequence: number;
  damaged: string[];
  spare?: readonly Uint8Array[];
}

const slotOf = (sequence: number): string => slotNames[sequence % 2 === 0 ? 0 : 1];

/** A slot that is missing though it was written, or is not what was written, could be the newer one: that is damage. */
async function find(shelf: Shelf): Promise<Found> {
  const raw = await Promise.all(slotNames.map((name) => shelf.get(name)));
  const read = await Promise.all(raw.map((bytes) => bytes && unpack(bytes)));
  const isWhole = (slot: Bundle | undefined): slot is Bundle => slot?.files.length === fileCount;
  const [newest] = read.filter(isWhole).sort((one, other) => other.head.sequence - one.head.sequence);
  const sequence = newest?.head.sequence ?? 0;
  const isMissed = (at: number) => raw[at] === undefined && sequence >= 2;
  const damaged = slotNames.filter((_name, at) => (raw[at] && !isWhole(read[at])) || isMissed(at));
  if (damaged.length === 0) return { files: newest?.files ?? [], sequence, damaged };
  const files = raw.filter((bytes, at) => bytes !== undefined && !isWhole(read[at])) as Uint8Array[];
  return newest ? { files, sequence, damaged, spare: newest.files } : { files, sequence, damaged };
}
