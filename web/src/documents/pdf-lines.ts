// SPDX-License-Identifier: MIT
// Lines from the pieces of text on a PDF page. A PDF knows where letters stand, not what a line is: pieces on one
// height make a row, and a row that only broke at the right edge goes on in the next. Bullets and headings stay
// apart. Pure.

/** A piece of text as PDF.js gives it, in the page's units with y upwards. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the letters. */
  size: number;
  font: string;
}

interface Row {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
  /** Where the words start after a bullet. */
  textLeft: number;
}

/** Signs that open a list item; some fonts keep theirs in the private area. */
const bullet = /^(?:[•◦▪▫■□●○‣⁃∙·►▶➢✓✔❖\u{f000}-\u{f0ff}]|[-–—*o](?=\s))\s*/u;
const numbered = /^\(?(?:\d{1,2}|[a-zA-Z])[.)]\s/;

/** @param pages  pieces in the order of the file */
export function linesOf(pages: readonly (readonly Piece[])[]): string[] {
  const lines: string[] = [];
  for (const pieces of pages) {
    const added = joinRows(rowsOf(pieces));
    const [first] = added;
    const last = lines.at(-1);
    if (first !== undefined && last !== undefined && goesOnOverleaf(last, first))
      lines.splice(-1, 1, `${last} ${added.shift()}`);
    lines.push(...added);
  }
  return lines;
}

/** Rows in the order of the file, which is the order of reading in columns too. */
function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (piece.text.trim() === "") continue;
    if (row && isBeside(row, piece)) append(row, piece);
    else rows.push(rowFrom(piece));
  }
  return rows;
}

function isBeside(row: Row, piece: Piece): boolean {
  const reach = 0.5 * Math.max(row.size, piece.size);
  return (
    Math.abs(row.y - piece.y) < reach && piece.x >= row.right - reach && !isFarAway(row, piece)
  );
}

/** A new column, unless only a bullet stood there so far. */
function isFarAway(row: Row, piece: Piece): boolean {
  return piece.x - row.right > 6 * row.size && !isOnlyBullet(row.text);
}

function isOnlyBullet(text: string): boolean {
  return text.length <= 3 && (bullet.test(`${text} `) || numbered.test(`${text} `));
}

function rowFrom({ text, x, y, width, size, font }: Piece): Row {
  return { text, left: x, right: x + width, y, size, font, textLeft: x };
}

function append(row: Row, piece: Piece): void {
  const opensText = isOnlyBullet(row.text.trim());
  const isApart = piece.x - row.right > 0.15 * piece.size && !/\s$/.test(row.text);
  row.text += isApart ? ` ${piece.text}` : piece.text;
  row.right = Math.max(row.right, piece.x + piece.width);
  if (!opensText) return;
  row.textLeft = piece.x;
  row.size = piece.size;
  row.font = piece.font;
  row.y = piece.y;
}

function joinRows(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    const last = lines.at(-1);
    const text = row.text.replace(/\s+/g, " ").trim();
    if (before && last !== undefined && goesOn(before, row, text, rightEdge(rows, before)))
      lines.splice(-1, 1, /\p{L}-$/u.test(last) ? last + text : `${last} ${text}`);
    else lines.push(text.replace(bullet, "- "));
    before = row;
  }
  return lines;
}

/**
 * True when `row` is the rest of the line that `before` began: same letters, next row, and no room for its first
 * word.
 */
function goesOn(before: Row, row: Row, text: string, edge: number): boolean {
  if (bullet.test(text) || numbered.test(text)) return false;
  if (Math.abs(row.size - before.size) > 0.1 * before.size) return false;
  const step = before.y - row.y;
  if (step <= 0 || step > 1.9 * before.size) return false;
  const isUnder = Math.abs(row.left - before.textLeft) < before.size || row.left < before.left + 1;
  if (!isUnder) return false;
  const [word = ""] = text.split(" ", 1);
  const letter = (row.right - row.left) / Math.max(1, row.text.length);
  const wasFull = before.right + (word.length + 1) * letter > edge;
  return (
    wasFull &&
    (row.font === before.font || /^\p{Ll}/u.test(text) || !/[.:!?]$/.test(before.text.trim()))
  );
}

/** How far right the rows of the same column reach. */
function rightEdge(rows: readonly Row[], row: Row): number {
  const column = rows.filter((other) => other.left < row.right && other.right > row.left);
  return Math.max(...column.map((other) => other.right));
}

/** A sentence that runs over the end of a page. */
function goesOnOverleaf(last: string, first: string): boolean {
  return /[\p{L},]$/u.test(last) && /^\p{Ll}/u.test(first);
}
