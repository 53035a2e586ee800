// SPDX-License-Identifier: MIT
// Cuts a checked text along its findings. Pure.
import type { Finding } from "../../../wasm/src/api.gen.ts";

export interface Piece {
  text: string;
  /** Findings that speak about this piece, as indexes; none for plain text. */
  findings: number[];
}

/**
 * Cuts a text along its findings so that every unit of it appears exactly once.
 * @param findings  ordered by begin; where two overlap, the later one starts after the earlier one ends
 */
export function cutText(text: string, findings: readonly Pick<Finding, "span">[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  findings.forEach(({ span }, index) => {
    const begin = Math.max(span.begin, position);
    const last = pieces.at(-1);
    if (span.end <= begin) {
      if (last) last.findings.push(index);
      return;
    }
    if (begin > position) pieces.push({ text: text.slice(position, begin), findings: [] });
    pieces.push({ text: text.slice(begin, span.end), findings: [index] });
    position = span.end;
  });
  if (position < text.length) pieces.push({ text: text.slice(position), findings: [] });
  return pieces;
}
