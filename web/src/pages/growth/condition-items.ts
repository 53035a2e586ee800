// SPDX-License-Identifier: MIT
// The conditions of the job that are asked about, in order. They are never summed and stand beside no level.
import type { ConditionBody } from "../../../../wasm/src/api.gen.ts";
import { t } from "../../i18n.ts";

export const conditionItems: readonly ConditionBody["item"][] = [
  "supervision",
  "isolation",
  "pay",
  "tasks_asked",
];

export const conditionLevels = [1, 2, 3, 4, 5] as const;

/** A level in words; empty where there is none. */
export function levelWords(level: number | null | undefined): string {
  const known = conditionLevels.find((each) => each === level);
  return known ? t(`conditions.level_${known}`) : "";
}
