// SPDX-License-Identifier: MIT
// The conditions of the job that are asked about, in order. They are never summed and stand beside no level.
import type { ConditionBody } from "../../../../wasm/src/api.gen.ts";

export const conditionItems: readonly ConditionBody["item"][] = [
  "supervision",
  "isolation",
  "pay",
  "tasks_asked",
];
