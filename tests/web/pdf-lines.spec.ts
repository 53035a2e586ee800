// SPDX-License-Identifier: MIT
// Lines from what a PDF holds: letters at places. Wrapped rows join, bullets, headings and columns stay apart.
import { expect, test } from "@playwright/test";
import { linesOf } from "../../web/src/documents/pdf-lines.ts";
import type { Piece } from "../../web/src/documents/pdf-lines.ts";

/** A piece whose letters are half as wide as they are high. */
function piece(text: string, x: number, y: number, size = 10, font = "body"): Piece {
  return { text, x, y, width: text.length * size * 0.5, size, font };
}

const wide = "x".repeat(60);

test("a row that broke at the right edge goes on in the next", () => {
  const page = [
    piece(`Remind people to take ${wide}`, 50, 700),
    piece("their medication", 50, 688),
  ];

  expect(linesOf([page])).toEqual([`Remind people to take ${wide} their medication`]);
});

test("a row with room for the next word ends there", () => {
  const page = [piece("Pay: $24", 50, 700), piece("Full time", 50, 688), piece(wide, 50, 600)];

  expect(linesOf([page])).toEqual(["Pay: $24", "Full time", wide]);
});

test("a bullet begins a line, keeps its wrapped rows, and reads as a dash", () => {
  const page = [
    piece("\uf0b7", 50, 700, 10, "symbol"),
    piece(`Drive people ${wide}`, 68, 700),
    piece("to court", 68, 688),
    piece("•", 50, 676),
    piece("Lead groups", 68, 676),
    piece(wide, 68, 600),
  ];

  expect(linesOf([page])).toEqual([`- Drive people ${wide} to court`, "- Lead groups", wide]);
});

test("a numbered line begins anew though the row above was full", () => {
  const page = [piece(`1. ${wide}`, 50, 700), piece("2. Keep records", 50, 688)];

  expect(linesOf([page])).toEqual([`1. ${wide}`, "2. Keep records"]);
});

test("larger letters are a heading of their own", () => {
  const page = [piece(wide, 50, 700, 16), piece("What you will do", 50, 680)];

  expect(linesOf([page])).toEqual([wide, "What you will do"]);
});

test("columns side by side are not one row", () => {
  const page = [piece("Benefits", 50, 700), piece("Duties", 350, 700)];

  expect(linesOf([page])).toEqual(["Benefits", "Duties"]);
});

test("pieces of one row join with the space between them", () => {
  const page = [piece("Peer", 50, 700), piece("Specialist", 74, 700.4), piece("s", 124, 700)];

  expect(linesOf([page])).toEqual(["Peer Specialists"]);
});

test("a sentence goes on overleaf; a new one does not", () => {
  const pages = [[piece("Help people", 50, 60)], [piece("with forms.", 50, 700)]];

  expect(linesOf(pages)).toEqual(["Help people with forms."]);
  expect(linesOf([[piece("Done.", 50, 60)], [piece("With forms", 50, 700)]])).toHaveLength(2);
});

test("a word with a hyphen at the edge keeps it and gains no space", () => {
  const page = [piece(`${wide} peer-`, 50, 700), piece("led groups", 50, 688)];

  expect(linesOf([page])).toEqual([`${wide} peer-led groups`]);
});
