// SPDX-License-Identifier: MIT
// Cutting a text along its findings: every character appears once, whatever overlaps.
import { expect, test } from "@playwright/test";
import { cutText } from "../../web/src/parts/cut-text.ts";

const span = (begin: number, end: number) => ({ span: { begin, end } });

test("a text without findings is one piece", () => {
  expect(cutText("hello", [])).toEqual([{ text: "hello", findings: [] }]);
});

test("pieces around and between findings are plain", () => {
  const pieces = cutText("drive people daily", [span(0, 5), span(13, 18)]);

  expect(pieces).toEqual([
    { text: "drive", findings: [0] },
    { text: " people ", findings: [] },
    { text: "daily", findings: [1] },
  ]);
});

test("a finding that overlaps the one before starts where that one ends", () => {
  const pieces = cutText("abcdef", [span(0, 4), span(2, 6)]);

  expect(pieces).toEqual([
    { text: "abcd", findings: [0] },
    { text: "ef", findings: [1] },
  ]);
});

test("a finding inside another shares its piece, so that both have a mark", () => {
  const pieces = cutText("abcdef", [span(0, 6), span(2, 4)]);

  expect(pieces).toEqual([{ text: "abcdef", findings: [0, 1] }]);
});

test("no character is lost or doubled, accents and emoji included", () => {
  const text = "Acompañar 🙂 a citas";

  const pieces = cutText(text, [span(0, 9), span(5, 12), span(5, 8)]);

  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});
