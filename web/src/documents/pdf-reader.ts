// SPDX-License-Identifier: MIT
// Reads the text of a PDF with PDF.js, in a worker of its own, so that a hostile or huge file can be given up on. Draws
// nothing, runs no script of the file, fetches nothing. One file in, one answer out.
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist";
import "pdfjs-dist/legacy/build/pdf.worker.mjs"; // its other half, which it finds here and so starts no further worker
import { linesOf } from "./pdf-lines.ts";
import type { Piece } from "./pdf-lines.ts";
import type { DocumentProblem } from "./problem.ts";

export type ReaderReply = { text: string } | { problem: DocumentProblem };

/** More pages than any posting has; the rest is not read. */
const pagesMax = 60;

// PDF.js talks on the worker's own line, so the answer comes on the line that the page sends along.
addEventListener("message", ({ data, ports: [line] }: MessageEvent<unknown>) => {
  if (line && data instanceof Uint8Array) void read(data).then((reply) => line.postMessage(reply));
});

async function read(data: Uint8Array): Promise<ReaderReply> {
  try {
    const pages = await piecesOf(data);
    const lines = linesOf(pages);
    return /\p{L}/u.test(lines.join(""))
      ? { text: lines.join("\n") }
      : { problem: "pdf_without_text" };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { problem: isLocked ? "password" : "damaged" };
  }
}

async function piecesOf(data: Uint8Array): Promise<Piece[][]> {
  const document = await getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  }).promise;
  const pages: Piece[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, pagesMax); number += 1)
    pages.push(await piecesOn(await document.getPage(number)));
  return pages;
}

async function piecesOn(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [, , skew, height, x, y] = item.transform as number[];
    const size = Math.hypot(skew ?? 0, height ?? 0);
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size, font: item.fontName }];
  });
}
