// SPDX-License-Identifier: MIT
// A file that a person opened, as plain text, one line for each line of it. What kind it is, its first bytes say, not
// its name. Everything happens on this device; nothing is stored. Fetched only when a file is opened.
import { isOneFile } from "../edition.ts";
import { keepLater } from "../later-files.ts";
import { DocumentError, fetched } from "./problem.ts";
import { decodeText, looksLikeText } from "./plain-text.ts";

/** Largest file, in bytes. A posting is a few pages; more than this is another kind of file. */
export const fileBytesMax = 10_000_000;

type Kind = "pdf" | "zip" | "ole" | "rtf" | "text" | "unknown";

/**
 * Reads the text of a .txt, .docx or .pdf file.
 * @returns  lines divided by "\n", without empty ones at the ends
 * @throws   DocumentError
 */
export async function openDocument(file: Blob): Promise<string> {
  if (file.size > fileBytesMax) throw new DocumentError("too_big");
  const bytes = await bytesOf(file);
  const text = tidy(await textOf(bytes));
  if (text === "") throw new DocumentError("empty");
  return text;
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new DocumentError("damaged"); // moved or removed since it was chosen
  }
}

async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  switch (kindOf(bytes)) {
    case "pdf":
      if (isOneFile) throw new DocumentError("pdf_left_out");
      return (await fetched(import("./pdf.ts"))).readPdf(bytes);
    case "zip":
      return readZip(bytes);
    case "ole":
      // Word keeps a document with a password in this old container; without one it is a .doc.
      throw new DocumentError(includes(bytes, utf16("EncryptedPackage")) ? "password" : "old_word");
    case "rtf":
      throw new DocumentError("old_word");
    case "text":
      return decodeText(bytes);
    case "unknown":
      throw new DocumentError(bytes.length === 0 ? "empty" : "not_text");
  }
}

async function readZip(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readDocx } = await fetched(import("./docx.ts"));
  void keepLater("docx");
  return readDocx(bytes);
}

/** Signatures: PDF 32000-1 (7.5.2, anywhere in the first 1,024 bytes), ZIP appnote 4.3.7, MS-CFB 2.2, RTF 1.9. */
export function kindOf(bytes: Uint8Array): Kind {
  if (includes(bytes.subarray(0, 1024), ascii("%PDF-"))) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return "zip";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "ole";
  if (startsWith(bytes, ascii("{\\rtf"))) return "rtf";
  return looksLikeText(bytes) ? "text" : "unknown";
}

/** One kind of line end, no space at line ends, no invisible marks, at most one empty line in a row. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes.subarray(at), wanted)) return true;
  return false;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function utf16(text: string): number[] {
  return ascii(text).flatMap((code) => [code, 0]);
}
