// SPDX-License-Identifier: MIT
// Power cuts without a power switch: records what is done to the three files, then makes every state in which a cut
// could leave them. Knows bytes only, nothing of SQLite or of ratings. Same seed, same states.
// Idea: SQLite's crash tests (https://www.sqlite.org/testing.html, 3.3): old data may be lost in any mixture since the
// last flush, whole sectors at a time.
import { MemoryHandle } from "./sources.mjs";

const sectorBytes = 512;

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A file in memory that writes down each change. */
class RecordingHandle extends MemoryHandle {
  #log;
  #file;

  constructor(content, log, file) {
    super(content);
    this.#log = log;
    this.#file = file;
  }

  write(from, options) {
    this.#log.push({ kind: "write", file: this.#file, at: options.at, bytes: from.slice() });
    return super.write(from, options);
  }

  truncate(size) {
    this.#log.push({ kind: "truncate", file: this.#file, size });
    super.truncate(size);
  }

  flush() {
    this.#log.push({ kind: "flush", file: this.#file });
  }
}

/** Three recorded files and their shared log; the log may also be given marks of other kinds. */
export function recordedFiles(images = [undefined, undefined, undefined]) {
  const log = [];
  return { log, handles: images.map((image, file) => new RecordingHandle(image, log, file)) };
}

const isChange = (entry) => entry.kind === "write" || entry.kind === "truncate" || entry.kind === "flush";

function apply(handle, change) {
  if (change.kind === "write") handle.write(change.bytes, { at: change.at });
  else handle.truncate(change.size);
}

/** A change cut at sector borders: a sector is written whole or not at all. */
function pieces(change) {
  if (change.kind !== "write") return [change];
  const parts = [];
  for (let from = 0; from < change.bytes.length; ) {
    const at = change.at + from;
    const to = Math.min(change.bytes.length, from + sectorBytes - (at % sectorBytes));
    parts.push({ kind: "write", at, bytes: change.bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

/** One mixture of what was and was not written since the last flush. New sectors that were lost may hold junk. */
function mixture(flushed, pending, random) {
  const file = new MemoryHandle(flushed);
  const kept = [0.1, 0.5, 0.9][Math.floor(random() * 3)];
  const hasJunk = random() < 0.25;
  for (const piece of pending.flatMap(pieces)) {
    const isNew = piece.kind === "write" && piece.at >= flushed.length;
    if (random() < kept) apply(file, piece);
    else if (isNew && hasJunk) file.write(piece.bytes.map(() => random() * 256), { at: piece.at });
  }
  return file.content();
}

/**
 * Every state a cut could leave: after each entry of the log the files with all changes (the program was killed), with
 * flushed changes only (the power failed and nothing else had reached the disk), and `mixtures` cases between.
 * @param images  the files before the first entry
 * @param from  no states before this position
 * @yields {{ position: number, kind: "killed" | "flushed" | "torn", images: Uint8Array[] }}
 */
export function* crashStates(log, { images = [], seed = 1, mixtures = 2, from = 0 } = {}) {
  const random = randomFrom(seed);
  const flushed = [0, 1, 2].map((file) => images[file] ?? new Uint8Array(0));
  const written = flushed.map((image) => new MemoryHandle(image));
  const pending = [[], [], []];
  for (const [index, entry] of log.entries()) {
    if (!isChange(entry)) continue;
    const { file } = entry;
    if (entry.kind === "flush") {
      flushed[file] = written[file].content();
      pending[file] = [];
    } else {
      apply(written[file], entry);
      pending[file].push(entry);
    }
    const position = index + 1;
    if (position < from) continue;
    yield { position, kind: "killed", images: written.map((handle) => handle.content()) };
    if (pending.every((changes) => changes.length === 0)) continue; // the others would be equal
    yield { position, kind: "flushed", images: [...flushed] };
    for (let nth = 0; nth < mixtures; ++nth) {
      yield { position, kind: "torn", images: flushed.map((image, at) => mixture(image, pending[at], random)) };
    }
  }
}
