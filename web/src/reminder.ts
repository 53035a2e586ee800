// SPDX-License-Identifier: MIT
// Counts answers that were given since the last backup, for the one reminder there is. Knows a number, no answer.
import { signal } from "@preact/signals";
import { currentProfile, isGuest } from "./profiles.ts";

/** So many answers that are on this device only make the reminder come; it comes again after as many more. */
export const remindAfter = 20;
const key = `${currentProfile()}.unsaved`;

/** Answers since the last backup, or since the reminder was put aside. */
export const answersOnlyHere = signal(read());

export function countAnswerHere(): void {
  write(answersOnlyHere.value + 1);
}

/** A backup was made, or a person wants no reminder now. */
export function settleReminder(): void {
  write(0);
}

function read(): number {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}

function write(count: number): void {
  answersOnlyHere.value = count;
  if (isGuest()) return; // a guest leaves nothing behind
  try {
    localStorage.setItem(key, String(count));
  } catch {
    // A browser without storage keeps no answers that could be lost.
  }
}
