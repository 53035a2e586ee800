// SPDX-License-Identifier: MIT
// What pictures of numbers have to say: the highest and the lowest, where a line came from and went to, and names in a
// row. The sentences belong to the pages.
import { locale, t } from "../i18n.ts";

export interface Extremes {
  /** Labels with the highest number, and the number; with the lowest likewise. */
  high: readonly string[];
  most: number;
  low: readonly string[];
  least: number;
  /** How many labels have a number. */
  known: number;
}

/** @returns null where no label has a number */
export function extremesOf(
  labels: readonly string[],
  values: readonly (number | null)[],
): Extremes | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const [most, least] = [Math.max(...known), Math.min(...known)];
  const having = (wanted: number) => labels.filter((_, nth) => values[nth] === wanted);
  return { high: having(most), most, low: having(least), least, known: known.length };
}

export interface Course {
  /** "back": as at the start, and different in between. */
  kind: "one" | "rose" | "fell" | "same" | "back";
  /** Labels and numbers of the first and the last one that is known. */
  from: string;
  first: number;
  to: string;
  last: number;
}

/** @returns null where no label has a number */
export function courseOf(
  labels: readonly string[],
  values: readonly (number | null)[],
): Course | null {
  const known = labels.flatMap((label, nth) => {
    const value = values[nth] ?? null;
    return value === null ? [] : [{ label, value }];
  });
  const [start, end] = [known[0], known.at(-1)];
  if (!start || !end) return null;
  const kind = (): Course["kind"] => {
    if (known.length === 1) return "one";
    if (end.value !== start.value) return end.value > start.value ? "rose" : "fell";
    return known.every(({ value }) => value === start.value) ? "same" : "back";
  };
  return { kind: kind(), from: start.label, first: start.value, to: end.label, last: end.value };
}

/** More names than this are counted and not listed. */
const namesMost = 3;

/** "A, B and C" in the chosen language. */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat(locale.value).format(names);
}

/** As `listOf`; of many only the first ones, and how many more there are. */
export function shortListOf(names: readonly string[]): string {
  const shown = names.length > namesMost ? names.slice(0, namesMost - 1) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, t("chart.more", { rest })] : shown;
  return listOf(parts);
}

/** Names in quotes: many have a comma or an "and" themselves. */
export function quoted(...names: readonly string[]): string {
  return shortListOf(names.map((name) => t("chart.name", { name })));
}
