// SPDX-License-Identifier: MIT
// Bytes of a plain text file as text: UTF-8 or UTF-16 by its mark, UTF-8 without one, else Windows-1252. Pure.

type Bytes = Uint8Array<ArrayBuffer>;

/** Never fails: what is not UTF-8 is read as Windows-1252, in which every byte means something. */
export function decodeText(bytes: Bytes): string {
  const marked = markOf(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** False for pictures, programs and the like: they hold control characters that no text has. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  if (markOf(bytes)?.startsWith("utf-16")) return true;
  return !bytes.some((byte) => byte < 32 && !isLayout(byte));
}

/** Tab, line feed, vertical tab, form feed, carriage return; and the end mark (0x1a) of very old text files. */
function isLayout(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || byte === 0x1a;
}

/** The encoding that a byte order mark names (https://encoding.spec.whatwg.org/#bom-sniff). */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}
