// SPDX-License-Identifier: MIT
// The competencies in use: those for everybody, of leaders, and of the program whose steps are kept; and where each is.
import type { Framework } from "../../../../wasm/src/api.gen.ts";
import type { Result } from "../../core.ts";
import { useReading } from "../../reading.ts";
import type { Reading } from "../../reading.ts";
import type { Page } from "../../router.ts";
import { changes } from "../../entries.ts";

export function useFramework(): Reading<Result<"get_full_framework">> {
  return useReading("get_full_framework", {}, changes.value);
}

/** Areas for everybody begin so; the others are asked by role, step or program. */
export const isFurther = (id: string): boolean => !id.startsWith("D");

/** An item of the form in use, or the overview. */
export const assessPageOf = (id?: string): Page => ({ name: "grow", view: "assess", id });

/** Where an item is answered from anywhere. */
export const itemPage = (id: string): Page =>
  isFurther(id) ? assessPageOf(id) : { name: "competency", competencyId: id };

/** The items of one area, in order. */
export const areaOf = (framework: Framework, competencyId: string) => {
  const item = framework.competencies.find(({ id }) => id === competencyId);
  return framework.competencies.filter(({ domain_id }) => domain_id === item?.domain_id);
};
