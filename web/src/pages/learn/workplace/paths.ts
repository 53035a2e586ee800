// SPDX-License-Identifier: MIT
// What the pages of the workplace check share: their addresses, and the content that each is given.
import type { RowOf } from "../sections.ts";

export interface Workplace {
  items: readonly RowOf<"readiness">[];
  areas: readonly RowOf<"areas">[];
}

/** The address of a page of the workplace check. */
export function workplacePath(part?: string) {
  return { name: "learn", view: "workplace", section: part } as const;
}
