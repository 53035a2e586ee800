// SPDX-License-Identifier: MIT
// Which hard moments a person has tried, and which three are for this week. No score: what was chosen is marked, not
// counted. The week comes from the date alone, so it is the same for everybody, with a network and without.
import { keep, readTexts } from "./kept.ts";

/** Option chosen last, by dilemma id. */
export const practice = keep("practice", {}, readTexts);

const weeklyCount = 3;
const dayMs = 86_400_000;
/** Any number that shares no divisor with the number of dilemmas (36) spreads neighbours over the weeks. */
const stride = 5;

/** @param date  YYYY-MM-DD  @returns weeks from Monday to Sunday, counted from January 5, 1970 */
export function weekOf(date: string): number {
  return Math.floor((Date.parse(date) / dayMs - 4) / 7);
}

/** Three of `rows` for a week; all have had their turn after as many weeks as it takes, and none before comes twice. */
export function weeklyOf<T>(rows: readonly T[], week: number): T[] {
  return Array.from({ length: Math.min(weeklyCount, rows.length) }, (_, nth) => {
    const row = rows[((week * weeklyCount + nth) * stride) % rows.length];
    if (row === undefined) throw new RangeError("no such row");
    return row;
  });
}
