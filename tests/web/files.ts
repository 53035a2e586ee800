// SPDX-License-Identifier: MIT
// Files to open, made by the tests themselves: Word files zipped here, PDF files printed by Chromium.
import type { Browser } from "@playwright/test";
import { zipSync, strToU8 } from "fflate";

export interface OpenedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const types = {
  txt: "text/plain",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export function fileOf(name: string, bytes: Uint8Array | string): OpenedFile {
  const ending = name.split(".").at(-1) as keyof typeof types;
  const mimeType = types[ending] ?? "application/octet-stream";
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A Word file with this inside its body, in WordprocessingML. */
export function docxOf(body: string): OpenedFile {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`;
  return fileOf(
    "posting.docx",
    zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(xml) }),
  );
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export const listItem = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** A PDF file that Chromium prints from this page. */
export async function pdfOf(browser: Browser, html: string): Promise<OpenedFile> {
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ format: "Letter" });
  await page.close();
  return fileOf("posting.pdf", bytes);
}

/** The smallest PDF that asks for a password: its keys fit none, the empty one least of all. */
export function lockedPdf(): OpenedFile {
  const key = "00".repeat(32);
  return fileOf(
    "locked.pdf",
    [
      "%PDF-1.4",
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
      "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj",
      `3 0 obj<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>endobj`,
      `trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>`,
      "%%EOF",
    ].join("\n"),
  );
}
