// SPDX-License-Identifier: MIT
// What a person answered about a workplace, in each of the two voices, which questions they chose for an interview, and
// results of before. Judges nothing; the core does (review_workplace).
import { computed } from "@preact/signals";
import type { Params } from "../../../core.ts";
import { keep, readTexts } from "../kept.ts";
import type { RowOf } from "../sections.ts";

export type Voice = Params<"review_workplace">["voice"];
export type Item = RowOf<"readiness">;
/** Points from 0 to 3 as text, or "unknown": could not find out. */
export type AnswerText = string;
export const unknown = "unknown";

export interface PastResult {
  /** YYYY-MM-DD */
  date: string;
  voice: Voice;
  /** Null: nothing was known. */
  percent: number | null;
  known_count: number;
}

const isVoice = (text: unknown): text is Voice => text === "organization" || text === "seeker";

export const voice = keep<Voice | null>("workplace.voice", null, (parsed) =>
  isVoice(parsed) ? parsed : null,
);
const answersBy = {
  organization: keep("workplace.organization", {}, readTexts),
  seeker: keep("workplace.seeker", {}, readTexts),
};
/** Item id of each question on the interview sheet. */
export const chosen = keep("workplace.questions", {}, readTexts);
export const past = keep<readonly PastResult[]>("workplace.past", [], (parsed) =>
  Array.isArray(parsed) ? parsed.filter(isPast) : [],
);

/** Answers in the voice of now, by item id. */
export const answers = computed<Readonly<Record<string, AnswerText>>>(
  () => answersBy[voice.value.value ?? "seeker"].value.value,
);

export function answer(itemId: string, text: AnswerText): void {
  answersBy[voice.value.peek() ?? "seeker"].set({ ...answers.peek(), [itemId]: text });
}

/** Takes the answers of the voice of now away; results of before stay. */
export function startOver(): void {
  answersBy[voice.value.peek() ?? "seeker"].set({});
}

export function choose(itemId: string, isChosen: boolean): void {
  const { [itemId]: _, ...others } = chosen.value.peek();
  chosen.set(isChosen ? { ...others, [itemId]: "yes" } : others);
}

/** The answers as the core wants them. */
export const answered = computed<Params<"review_workplace">["answers"]>(() =>
  Object.entries(answers.value).map(([item_id, text]) => ({
    item_id,
    points: text === unknown ? null : Number(text),
  })),
);

/** @returns points of what could be had in percent, rounded down; null where nothing is known */
export function percentOf(items: readonly Item[]): number | null {
  const known = items.flatMap(({ id }) => {
    const text = answers.value[id];
    return text === undefined || text === unknown ? [] : [Number(text)];
  });
  if (known.length === 0) return null;
  const sum = known.reduce((total, points) => total + points, 0);
  return Math.floor((sum * 100) / (known.length * 3));
}

/** The question as the voice of now asks it. */
export function questionOf(item: Item): string {
  return voice.value.value === "organization" ? item.organization : item.seeker;
}

function isPast(row: unknown): row is PastResult {
  const { date, voice: said, percent, known_count } = (row ?? {}) as Partial<PastResult>;
  return (
    typeof date === "string" &&
    isVoice(said) &&
    (percent === null || typeof percent === "number") &&
    typeof known_count === "number"
  );
}
