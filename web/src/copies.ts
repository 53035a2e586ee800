// SPDX-License-Identifier: MIT
// When the worker makes a copy of the store, and whether answers that were here are missing. Knows no answer: it counts.
import { signal } from "@preact/signals";
import { namesOf } from "../../wasm/src/profile.ts";
import { ask, store, workOnCopies } from "./core.ts";
import { nowInstant } from "./device.ts";
import { keepLater } from "./later-files.ts";
import { currentProfile } from "./profiles.ts";

/** Answers were kept on this device and are not here now; stays until a person has decided. */
export const answersMissing = signal(false);

/** In localStorage: answers were kept, are missing, or are missing and a person went on without them. */
type Mark = "kept" | "missing" | "without";
const markKey = `${currentProfile()}.kept`;
const shelfName = namesOf(currentProfile()).copies;
const answersBetweenCopies = 20;
/** Milliseconds after the store was opened, when everything else has settled. */
const quietAfter = 8_000;
let answersSinceCopy = 0;

/**
 * Call it whenever the store was opened.
 * @param answers  how many current answers there are; what a person keeps beside them is counted when there is none
 * @param hadAnswers  whether there were some earlier in this visit
 */
export async function lookForLoss(answers: number, hadAnswers: boolean): Promise<void> {
  if (store.value.state !== "open") return;
  const mark = readMark();
  const wasKept = hadAnswers || mark === "kept" || (mark === null && (await hasTraces()));
  const count = answers === 0 && wasKept ? await countRecords() : answers;
  const isLost = count === 0 && wasKept;
  answersMissing.value = mark === "missing" || isLost;
  if (answersMissing.value) return writeMark("missing");
  if (count === 0) return;
  // First answers that came by way of the outbox are copied as those that came straight here.
  const isFirst = readMark() === null;
  writeMark("kept");
  if (isFirst) void keepCopy(true);
  else setTimeout(() => void keepCopy(false), quietAfter);
}

/** Call it after each answer, goal or other record that was kept. The first one is copied at once, the others now and then. */
export function countAnswer(): void {
  if (store.value.state !== "open" || answersMissing.value) return;
  answersSinceCopy += 1;
  if (readMark() === "kept" && answersSinceCopy < answersBetweenCopies) return;
  writeMark("kept");
  void keepCopy(true);
}

/** Answers, goals, hours and all else that is kept. */
async function countRecords(): Promise<number> {
  const { counts } = await ask("export_backup", { exported_at: nowInstant() }, true);
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** A person has their answers back, or goes on without them. */
export function settleLoss(mark: "kept" | "without"): void {
  writeMark(mark);
  answersMissing.value = false;
}

async function keepCopy(isDue: boolean): Promise<void> {
  if (store.value.state !== "open" || answersMissing.value) return;
  if ((await workOnCopies({ do: "keep", isDue })) !== "true") return;
  answersSinceCopy = 0;
  await keepLater("copies", "recovery", "memory-handle", "shelf");
}

/** What losing a part of the browser's storage leaves behind. */
async function hasTraces(): Promise<boolean> {
  try {
    if (await caches.has(shelfName)) return true;
    return (await indexedDB.databases()).some(({ name }) => name === shelfName);
  } catch {
    return false;
  }
}

function readMark(): Mark | null {
  try {
    return localStorage.getItem(markKey) as Mark | null;
  } catch {
    return null;
  }
}

function writeMark(mark: Mark): void {
  try {
    localStorage.setItem(markKey, mark);
  } catch {
    // The shelves are marks of their own.
  }
}
