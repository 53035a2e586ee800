// SPDX-License-Identifier: MIT
// Several files as one run of bytes with a checksum, so that damage is noticed. Knows nothing of what is in the files.
// Layout: SHA-256 of all that follows (32 bytes), length of the head (4 bytes, little-endian), the head as JSON, files.

const checksumBytes = 32;

/** Says what a bundle is; small, and never anything that a person typed. */
export interface BundleHead {
  /** Counts up with each write of the same thing. */
  sequence: number;
}

export interface Bundle {
  head: BundleHead;
  files: Uint8Array<ArrayBuffer>[];
}

export async function pack({ head, files }: { head: BundleHead; files: readonly Uint8Array[] }): Promise<Uint8Array<ArrayBuffer>> {
  const sizes = files.map(({ length }) => length);
  const text = new TextEncoder().encode(JSON.stringify({ ...head, sizes }));
  const start = checksumBytes + 4 + text.length;
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, start));
  new DataView(bytes.buffer).setUint32(checksumBytes, text.length, true);
  bytes.set(text, checksumBytes + 4);
  let at = start;
  for (const file of files) {
    bytes.set(file, at);
    at += file.length;
  }
  bytes.set(await checksum(bytes));
  return bytes;
}

/** @returns undefined when the bytes are not those that pack() made */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Bundle | undefined> {
  if (bytes.length < checksumBytes + 4) return undefined;
  const found = await checksum(bytes);
  if (found.some((byte, at) => byte !== bytes[at])) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(checksumBytes, true);
  let at = checksumBytes + 4 + length;
  const text = new TextDecoder().decode(bytes.subarray(checksumBytes + 4, at));
  const { sizes, ...head } = JSON.parse(text) as BundleHead & { sizes: number[] };
  return { head, files: sizes.map((size) => bytes.slice(at, (at += size))) };
}

async function checksum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray(checksumBytes)));
}
