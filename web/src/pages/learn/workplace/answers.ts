// SPDX-License-Identifier: MIT
// Answers about a workplace as the store keeps them: a line each, "RD01 2", or "RD02 ?" for "I could not find out".
// The command line reads and writes the same text.
import type { Params } from "../../../core.ts";

/** Points from 0 to 3 as text, or "?": could not find out. */
export type AnswerText = string;
export type Answers = Readonly<Record<string, AnswerText>>;
export const unknown = "?";

export function textOf(answers: Answers): string {
  return Object.entries(answers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([itemId, text]) => `${itemId} ${text}`)
    .join("\n");
}

/** Lines that are no answer are left out: a later edition of Trellis may write more. */
export function answersOf(text: string): Answers {
  const found = text.matchAll(/^(\S+) ([0-9]|\?)$/gm);
  return Object.fromEntries([...found].map(([, itemId = "", said = ""]) => [itemId, said]));
}

/** The answers as the core wants them. */
export function answered(answers: Answers): Params<"review_workplace">["answers"] {
  return Object.entries(answers).map(([item_id, text]) => ({
    item_id,
    points: text === unknown ? null : Number(text),
  }));
}
