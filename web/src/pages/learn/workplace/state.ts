// SPDX-License-Identifier: MIT
// Looks at a workplace, in each of the two voices, and the questions chosen for an interview. Each look is an entry with
// all its answers; what is on screen at once counts as saved when the core has said so. Judges nothing; the core does.
import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { WorkplaceBody } from "../../../../../wasm/src/api.gen.ts";
import { ask, failureOf, store } from "../../../core.ts";
import type { Failure, Params } from "../../../core.ts";
import { today } from "../../../device.ts";
import type { SaveState } from "../../../ratings.ts";
import { changes, keepEntry, keepSetting, removeEntry, saving } from "../../../entries.ts";
import type { RowOf } from "../sections.ts";
import { answersOf, textOf } from "./answers.ts";
import type { Answers, AnswerText } from "./answers.ts";

export type Voice = Params<"review_workplace">["voice"];
export type Item = RowOf<"readiness">;

/** One look at a workplace. */
export interface Check {
  seriesId: string;
  voice: Voice;
  /** YYYY-MM-DD, when it was begun. */
  on: string;
  answers: Answers;
  /** Of a result whose answers were not kept; else null. So is the percent of a result of which nothing was known. */
  knownCount: number | null;
  percent: number | null;
}

/** Everything that is kept, the oldest look first, with what waits to be kept; null until the core has told. */
const kept = signal<readonly Check[] | null>(null);
const waiting = signal<ReadonlyMap<string, Check>>(new Map());
const chosenVoice = signal<Voice | null>(null);
const latestVoice = signal<Voice | null>(null);
/** Why the list has not come, when it could not be read. */
export const trouble = signal<Failure | null>(null);
/** False until it is known what is kept; what is answered before would begin another look beside it. */
export const isHere = computed(() => kept.value !== null);
export const save = signal<SaveState>({ kind: "idle" });

export const checks = computed<readonly Check[]>(() => {
  const all = new Map((kept.value ?? []).map((check) => [check.seriesId, check]));
  for (const [seriesId, check] of waiting.value) all.set(seriesId, check);
  return [...all.values()].sort((one, other) => one.on.localeCompare(other.on));
});
export const voice = computed<Voice | null>(() => chosenVoice.value ?? latestVoice.value);

/** The look of now: the newest one in the voice of now that has its answers. */
export const current = computed<Check | undefined>(() =>
  checks.value.filter((one) => one.voice === voice.value && one.knownCount === null).at(-1),
);
export const answers = computed<Answers>(() => current.value?.answers ?? {});

/** What is kept, read again whenever something changed. @returns what ends it */
export function startWorkplace(): () => void {
  return effect(() => {
    void changes.value;
    const { state } = store.value;
    if (state === "opening") return;
    void load();
    const canKeep = state === "open" || state === "memory";
    if (canKeep && waiting.peek().size > 0) untracked(write); // could not be kept before
  });
}

async function load(): Promise<void> {
  try {
    const { entries } = await ask("list_entries", { kind: "workplace" });
    const rows = entries.flatMap(({ series_id, noted_at, body }) =>
      body && "voice" in body ? [{ noted_at, check: checkOf(series_id, body) }] : [],
    );
    // Within one second an empty look is the one that was just begun.
    const sizeOf = ({ answers: given }: Check) => Object.keys(given).length;
    rows.sort(
      (one, other) =>
        one.noted_at.localeCompare(other.noted_at) || sizeOf(other.check) - sizeOf(one.check),
    );
    kept.value = rows.map(({ check }) => check);
    latestVoice.value = rows.at(-1)?.check.voice ?? null;
    trouble.value = null;
  } catch (error) {
    trouble.value = failureOf(error); // what is on screen stays
  }
}

function checkOf(seriesId: string, body: WorkplaceBody): Check {
  const { voice: said, on, percent, known_count } = body;
  const answered = answersOf(body.answers);
  return {
    seriesId,
    voice: said,
    on,
    answers: answered,
    percent: percent ?? null,
    knownCount: known_count ?? null,
  };
}

/** From now on in this voice. A first look begins at once, so that it is there after a reload. */
export function speak(said: Voice): void {
  chosenVoice.value = said;
  if (!current.peek()) begin();
}

/** Begins a new look; those of before stay with their dates. */
export function begin(): void {
  const said = voice.peek() ?? "seeker";
  chosenVoice.value = said;
  keep({
    seriesId: crypto.randomUUID(),
    voice: said,
    on: today(),
    answers: {},
    percent: null,
    knownCount: null,
  });
}

export function answer(itemId: string, text: AnswerText): void {
  if (!current.peek()) begin();
  const check = current.peek();
  if (check) keep({ ...check, answers: { ...check.answers, [itemId]: text } });
}

let writing: Promise<unknown> | undefined;

/** Puts a look on screen and keeps it; while one is being kept the newest state of each waits. */
export function keep(check: Check): void {
  waiting.value = new Map(waiting.peek()).set(check.seriesId, check);
  write();
}

/** Keeps what waits; also once more, after it could not be kept. */
export function write(): void {
  writing ??= saving(save, writeAll).finally(() => (writing = undefined));
}

async function writeAll(): Promise<void> {
  for (let [next] = waiting.peek().values(); next; [next] = waiting.peek().values()) {
    const check = next;
    await keepEntry("workplace", bodyOf(check), check.seriesId);
    batch(() => {
      kept.value = [...keptBut(check), check];
      if (waiting.peek().get(check.seriesId) === check) stopWaiting(check);
    });
  }
}

/** Takes a look away, also one that could not be kept; keeping it again brings it back. */
export async function remove(check: Check): Promise<void> {
  stopWaiting(check);
  await writing;
  if (waiting.peek().size === 0) save.value = { kind: "idle" };
  if (keptBut(check).length === kept.peek()?.length) return;
  await removeEntry(check.seriesId);
  kept.value = keptBut(check);
}

const keptBut = ({ seriesId }: Check) =>
  (kept.peek() ?? []).filter((one) => one.seriesId !== seriesId);

function stopWaiting({ seriesId }: Check): void {
  const others = new Map(waiting.peek());
  others.delete(seriesId);
  waiting.value = others;
}

function bodyOf({ voice: said, on, answers: given, percent, knownCount }: Check): WorkplaceBody {
  return { voice: said, on, answers: textOf(given), percent, known_count: knownCount };
}

/** @param ids  of the items on the interview sheet */
export async function keepQuestions(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await keepSetting("interview_questions", ids.join(" "));
  else await removeEntry("setting.interview_questions");
}

/** The question as a voice asks it. */
export function questionOf(item: Item, said: Voice): string {
  return said === "organization" ? item.organization : item.seeker;
}
