// SPDX-License-Identifier: MIT
// Which hard moments a person has tried, and what was chosen last. No score: a choice is marked, never counted as right.
import { signal } from "@preact/signals";
import { keepEntry, removeEntry, saving, useEntries } from "../../entries.ts";
import type { SaveState } from "../../ratings.ts";

export type Choices = Readonly<Record<string, string>>;

/** Chosen since the page was opened; on screen at once, called saved only when it is. */
const chosenHere = signal<Choices>({});
export const practiceSave = signal<SaveState>({ kind: "idle" });

const seriesOf = (dilemmaId: string) => `practice.${dilemmaId}`;

/** Option chosen last, by dilemma id. */
export function usePractice(): Choices {
  const { all } = useEntries("practice");
  const kept = (all ?? []).map(({ body }) => [body.dilemma_id, body.option_id]);
  return { ...Object.fromEntries(kept), ...chosenHere.value };
}

export function keepChoice(dilemmaId: string, optionId: string): void {
  chosenHere.value = { ...chosenHere.peek(), [dilemmaId]: optionId };
  void saving(practiceSave, () => put(dilemmaId, optionId));
}

/** Takes the marks away; `rememberPractice` brings them back. */
export async function forgetPractice(tried: Choices): Promise<void> {
  chosenHere.value = {};
  for (const dilemmaId of Object.keys(tried)) await removeEntry(seriesOf(dilemmaId));
}

/** What was chosen anew meanwhile stays. */
export async function rememberPractice(tried: Choices): Promise<void> {
  for (const [dilemmaId, optionId] of Object.entries(tried))
    if (chosenHere.peek()[dilemmaId] === undefined) await put(dilemmaId, optionId);
}

function put(dilemmaId: string, optionId: string): Promise<void> {
  const body = { dilemma_id: dilemmaId, option_id: optionId };
  return keepEntry("practice", body, seriesOf(dilemmaId));
}
