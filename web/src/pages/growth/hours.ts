// SPDX-License-Identifier: MIT
// Hours as people write them, and minutes as the core keeps them.
import { formatNumber, t } from "../../i18n.ts";

/** Minutes as hours in words, with a half or quarter where there is one. */
export function hoursOf(minutes: number): string {
  return t("log.hours", { hours: formatNumber(minutes / 60, minutes % 60 === 0 ? 0 : 2) });
}

/** @param typed  hours with a point or a comma @returns whole minutes; 0 where it is no number */
export function minutesOf(typed: string): number {
  const hours = Number(typed.trim().replace(",", "."));
  return Number.isFinite(hours) && hours > 0 ? Math.round(hours * 60) : 0;
}

/** An amount of a requirement in its unit. */
export function amount(value: number, unit: "" | "competencies" | "minutes" | "times"): string {
  return unit === "minutes" ? hoursOf(value) : formatNumber(value);
}
