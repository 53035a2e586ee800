// SPDX-License-Identifier: MIT
// What the pages of the workplace check share: their addresses, and the content that each is given.
import type { RowOf } from "../sections.ts";
import type { Answers } from "./answers.ts";
import type { Check, Voice } from "./state.ts";

export interface Questions {
  items: readonly RowOf<"readiness">[];
  areas: readonly RowOf<"areas">[];
}

export interface Workplace extends Questions {
  /** What a result can be, from the lowest up. */
  bands: readonly RowOf<"bands">[];
}

/** Answers in a voice: those of now, or of an earlier look, which has its date. */
export interface Look extends Partial<Pick<Check, "on">> {
  voice: Voice;
  answers: Answers;
}

/** The address of a page of the workplace check. */
export function workplacePath(part?: string) {
  return { name: "learn", view: "workplace", section: part } as const;
}
