// SPDX-License-Identifier: MIT
// Asks the PDF reader for the text of one file, and ends it afterwards. The reader is fetched when first needed.
import { keepLater } from "../later-files.ts";
import pdfReaderAddress from "./pdf-reader.ts?worker&url";
import type { ReaderReply } from "./pdf-reader.ts";
import { DocumentError } from "./problem.ts";
import type { DocumentProblem } from "./problem.ts";

/** A posting is read in a second or two on a slow phone; longer than this, in milliseconds, and something is wrong. */
const patience = 30_000;

/** Where Trusted Types are enforced, this policy lets the reader's own address through and nothing else. */
const policy = globalThis.trustedTypes?.createPolicy("trellis-pdf-reader", {
  createScriptURL: () => pdfReaderAddress,
});

/** @throws DocumentError */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const address = policy?.createScriptURL("") ?? pdfReaderAddress;
  const reader = new Worker(address, { type: "module", name: "trellis-pdf-reader" });
  try {
    const reply = await replyOf(reader, bytes);
    void keepLater("pdf-reader");
    if ("problem" in reply) throw new DocumentError(reply.problem);
    return reply.text;
  } finally {
    reader.terminate();
  }
}

function replyOf(reader: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<ReaderReply> {
  return new Promise((resolve, reject) => {
    const fail = (problem: DocumentProblem) => () => reject(new DocumentError(problem));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<ReaderReply>) => resolve(data);
    reader.addEventListener("error", fail("reader_missing")); // could not be fetched
    setTimeout(fail("too_slow"), patience);
    reader.postMessage(bytes, [port2, bytes.buffer]);
  });
}
