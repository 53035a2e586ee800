// SPDX-License-Identifier: MIT
// The text of a Word file (.docx): a zip with the paragraphs in word/document.xml. One line for each paragraph; list
// items start with "- ". Left out: what was deleted, headers, footers, notes, pictures. Names of the elements:
// ECMA-376 part 1, section 17 (WordprocessingML).
import { unzipSync } from "fflate";
import { DocumentError } from "./problem.ts";

/** Largest text part, in bytes; a zip that swells beyond it is not a posting. */
const partBytesMax = 20_000_000;

export function readDocx(bytes: Uint8Array<ArrayBuffer>): string {
  const xml = new TextDecoder().decode(documentPart(bytes));
  const body = parseXml(xml).documentElement;
  const lines: string[] = [];
  collect(body, lines);
  return lines.join("\n");
}

function documentPart(bytes: Uint8Array): Uint8Array {
  const isText = (name: string) => name === "word/document.xml";
  const names: string[] = [];
  const parts = unzip(bytes, ({ name, originalSize }) => {
    names.push(name);
    if (isText(name) && originalSize > partBytesMax) throw new DocumentError("too_big");
    return isText(name);
  });
  const part = Object.values(parts)[0];
  if (part) return part;
  throw new DocumentError(
    names.some((name) => name.startsWith("word/")) ? "damaged" : "unknown_type",
  );
}

function unzip(
  ...[bytes, filter]: [Uint8Array, (file: { name: string; originalSize: number }) => boolean]
) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError("damaged");
  }
}

/**
 * Parsed as XML, a document runs nothing and is never put on the page. Where Trusted Types are enforced, this policy
 * lets the text of a Word file through to the parser, and is known to this file alone.
 */
const policy = globalThis.trustedTypes?.createPolicy("trellis-docx", { createHTML: (xml) => xml });

function parseXml(xml: string): Document {
  const trusted = (policy?.createHTML(xml) ?? xml) as string;
  const parsed = new DOMParser().parseFromString(trusted, "application/xml");
  if (parsed.querySelector("parsererror")) throw new DocumentError("damaged");
  return parsed;
}

/** Adds the lines of every paragraph inside `element`, in order. */
function collect(element: Element, lines: string[]): void {
  for (const child of element.children) {
    if (child.localName === "p") paragraph(child, lines);
    else if (!leftOut.has(child.localName)) collect(child, lines);
  }
}

/** `Fallback` says again, for older programs, what stands in the `Choice` before it. */
const leftOut = new Set(["del", "moveFrom", "Fallback", "sectPr", "rPr", "delText", "instrText"]);

function paragraph(element: Element, lines: string[]): void {
  const inside: string[] = []; // a text box hangs in a paragraph and brings its own
  const text = textOf(element, inside);
  const first = isListItem(element) && text.trim() !== "" ? `- ${text.trimStart()}` : text;
  lines.push(first, ...inside);
}

function textOf(element: Element, boxes: string[]): string {
  let text = "";
  for (const child of element.children) {
    const name = child.localName;
    if (leftOut.has(name) || name === "pPr") continue;
    if (name === "txbxContent") collect(child, boxes);
    else text += marks[name] ?? (name === "t" ? child.textContent : textOf(child, boxes));
  }
  return text;
}

const marks: Record<string, string> = {
  tab: " ",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
  ptab: " ",
};

function isListItem(paragraphElement: Element): boolean {
  const properties = childOf(paragraphElement, "pPr");
  const numbering = properties && childOf(properties, "numPr");
  if (numbering) return valueOf(childOf(numbering, "numId")) !== "0";
  return /^List(Bullet|Number)/.test(valueOf(properties && childOf(properties, "pStyle")));
}

function childOf(element: Element, name: string): Element | undefined {
  return [...element.children].find((child) => child.localName === name);
}

function valueOf(element: Element | undefined): string {
  return [...(element?.attributes ?? [])].find(({ localName }) => localName === "val")?.value ?? "";
}
