// SPDX-License-Identifier: MIT
// Where a person stands in the framework: what is answered, what is open, what comes before and after. Pure.
import type { Competency, Framework, Rating } from "../../wasm/src/api.gen.ts";

export type Answered = ReadonlyMap<string, Rating>;

/** The first competency without an answer, in the framework's order; undefined when all have one. */
export function firstOpen(framework: Framework, answered: Answered): Competency | undefined {
  return framework.competencies.find((competency) => !answered.has(competency.id));
}

/** How many of these competencies have an answer, opt-outs included. */
export function answeredCount(competencies: readonly Competency[], answered: Answered): number {
  return competencies.filter((competency) => answered.has(competency.id)).length;
}

export interface Place {
  competency: Competency;
  domainName: string;
  /** 1-based. */
  position: number;
  total: number;
  previous: Pick<Competency, "id"> | undefined;
  next: Pick<Competency, "id"> | undefined;
}

/**
 * Where a competency stands; undefined when the framework does not know it.
 * @param form  the competencies to go through, in order; all where none are given
 */
export function placeOf(
  framework: Framework,
  competencyId: string,
  form?: readonly { id: string }[],
): Place | undefined {
  const all = form ?? framework.competencies;
  const index = all.findIndex(({ id }) => id === competencyId);
  const competency = framework.competencies.find(({ id }) => id === competencyId);
  if (!competency) return undefined;
  const domain = framework.domains.find(({ id }) => id === competency.domain_id);
  return {
    competency,
    domainName: domain?.name ?? "",
    position: index + 1,
    total: all.length,
    previous: all[index - 1],
    next: all[index + 1],
  };
}
