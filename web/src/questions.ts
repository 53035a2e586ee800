// SPDX-License-Identifier: MIT
// The first questions, here before the core is. The core's own framework takes their place as soon as it can be asked.
import english from "virtual:questions/en";
import type { Competency, Domain, Level, Locale } from "../../wasm/src/api.gen.ts";
import type { Place } from "./framework.ts";
import { locale } from "./i18n.ts";

export interface FirstQuestions {
  /** Of all competencies, in the framework's order. */
  ids: string[];
  levels: Level[];
  /** Those of the first questions. */
  domains: Domain[];
  competencies: Omit<Competency, "clauses">[];
}

const found: Partial<Record<Locale, FirstQuestions>> = { en: english };

/** Fetches the first questions of a language. Rejects without a network. */
export async function loadQuestions(tag: Locale): Promise<void> {
  if (tag === "es") found.es ??= (await import("virtual:questions/es")).default;
}

export interface EarlyPlace {
  place: Place;
  levels: readonly Level[];
}

/** Where a person starts who has answered nothing yet. */
export const firstQuestionId = english.ids[0] ?? "";
export const questionTotal = english.ids.length;

/** One of the first questions; undefined for the others, which the core knows. */
export function earlyPlaceOf(competencyId: string): EarlyPlace | undefined {
  const questions = found[locale.value];
  const question = questions?.competencies.find(({ id }) => id === competencyId);
  if (!questions || !question) return undefined;
  const { ids } = questions;
  const index = ids.indexOf(competencyId);
  const neighbour = (id: string | undefined) => (id === undefined ? undefined : { id });
  const place = {
    competency: { ...question, clauses: [] },
    domainName: questions.domains.find(({ id }) => id === question.domain_id)?.name ?? "",
    position: index + 1,
    total: ids.length,
    previous: neighbour(ids[index - 1]),
    next: neighbour(ids[index + 1]),
  };
  return { place, levels: questions.levels };
}
