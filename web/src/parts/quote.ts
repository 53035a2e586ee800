// SPDX-License-Identifier: MIT
// The words a finding rests on, with the rest of their line around them: alone they are often too few to recognise.
// Pure.
import type { Span } from "../../../wasm/src/api.gen.ts";

export interface Quote {
  before: string;
  words: string;
  after: string;
}

/** Most characters shown on either side. */
const aroundMax = 80;

/** @param span  in UTF-16 units of `text`, as the core gives it */
export function quoteAround(text: string, { begin, end }: Span): Quote {
  const lineBegin = text.lastIndexOf("\n", begin - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  return {
    before: cutBefore(text.slice(lineBegin, begin).replace(/^[\s•*–-]+/, "")),
    words: text.slice(begin, end),
    after: cutAfter(text.slice(end, lineEnd < 0 ? undefined : lineEnd).trimEnd()),
  };
}

function cutBefore(text: string): string {
  if (text.length <= aroundMax) return text;
  const cut = text.slice(-aroundMax);
  return `… ${cut.slice(cut.indexOf(" ") + 1)}`;
}

function cutAfter(text: string): string {
  if (text.length <= aroundMax) return text;
  const cut = text.slice(0, aroundMax);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(" ")))} …`;
}
