// SPDX-License-Identifier: MIT
// Answers as they are being given: what is chosen, what is written, and what the core has said is durable.
// An answer counts as saved only after the core's reply. Knows no component; never logs a note.
import { batch, computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Answer, Rating } from "../../wasm/src/api.gen.ts";
import { countAnswer, lookForLoss } from "./copies.ts";
import { ask, comeFirst, failureOf, store, unexpected, useHere } from "./core.ts";
import type { Failure } from "./core.ts";
import { t } from "./i18n.ts";
import { askToKeepStorage, nowInstant } from "./device.ts";
import { handOver, isStoreThere, putAside, waitingAnswers } from "./outbox.ts";
import { countAnswerHere } from "./reminder.ts";

export type SaveState =
  { kind: "idle" } | { kind: "saving" } | { kind: "saved" } | { kind: "failed"; failure: Failure };

const idle: SaveState = { kind: "idle" };
const saved: SaveState = { kind: "saved" };

/** One answer on screen. `answer` is null until something was chosen. */
export interface Draft {
  answer: Answer | null;
  level: number | null;
  note: string;
  save: SaveState;
}

/** What was chosen: a level's number, an opt-out, or nothing yet. */
export type Choice = number | Exclude<Answer, "level"> | null;

/** Pause after typing or moving with the arrow keys before an answer is kept, in milliseconds. */
const pauseBeforeSaving = 700;
/** What takes longer than this, in milliseconds, is told. */
const sayAfter = 150;

/** Current answer by competency id; null until the core has told. */
export const ratings = signal<ReadonlyMap<string, Rating> | null>(null);
const keepers = new Map<string, Keeper>();

/** Loads the current answers whenever this tab holds the store. */
export function startRatings(): void {
  effect(() => {
    if (isStoreThere()) takeWaiting(lookFirst);
  });
  void waitingAnswers().then((waiting) => {
    for (const answer of waiting) keeperOf(answer.competency_id).show(answer);
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void flushAll();
  });
  addEventListener("pagehide", () => void flushAll());
}

/**
 * Hands over what waits for the store, and reads the answers again. All else that is kept or read waits for it: a later
 * answer would come in before an earlier one, and a backup or a page would lack what was said to be saved.
 */
export function takeWaiting(before?: () => Promise<void>): void {
  const handing = handOver(before);
  comeFirst(handing);
  void handing.then(loadRatings);
}

/** Looks for loss before waiting answers come in: they would make an emptied store look used. */
async function lookFirst(): Promise<void> {
  try {
    const { ratings: kept } = await ask("list_ratings", {}, true);
    await lookForLoss(kept.length, (ratings.value?.size ?? 0) > 0);
  } catch {
    // The store notice says what is wrong.
  }
}

/** Keeps every answer that is still waiting for a pause. Resolves when the core has replied to all. */
export async function flushAll(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
}

/** Reads the current answers again, for example after a backup came in. */
export async function loadRatings(): Promise<void> {
  try {
    const { ratings: current } = await ask("list_ratings", {});
    const hadAnswers = (ratings.value?.size ?? 0) > 0;
    ratings.value = new Map(current.map((rating) => [rating.competency_id, rating]));
    if (hadAnswers && current.length === 0) keepers.forEach((keeper) => keeper.reclaim());
    await lookForLoss(current.length, hadAnswers);
  } catch {
    // The store notice says what is wrong; what is on screen stays.
  }
}

/** The keeper of one competency's answer; the same one each time, so nothing unsaved is lost between pages. */
export function keeperOf(competencyId: string): Keeper {
  let keeper = keepers.get(competencyId);
  if (!keeper) {
    keeper = new Keeper(competencyId);
    keepers.set(competencyId, keeper);
  }
  return keeper;
}

export class Keeper {
  readonly draft: Signal<Draft> = signal({
    answer: null,
    level: null,
    note: "",
    save: idle,
  });
  // What is rendered apart, so that a tap renders no more than what changed.
  readonly chosen: ReadonlySignal<Choice> = computed(() => {
    const { answer, level } = this.draft.value;
    return answer === "level" ? level : answer;
  });
  readonly save: ReadonlySignal<SaveState> = computed(() => this.draft.value.save);
  readonly note: ReadonlySignal<string> = computed(() => this.draft.value.note);
  readonly #competencyId: string;
  /** True while something on screen has not gone to the core. */
  #touched = false;
  #ratingId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(competencyId: string) {
    this.#competencyId = competencyId;
    effect(() => this.#adopt(ratings.value?.get(competencyId)));
  }

  /** Chooses a level or an opt-out. `soon` waits for a pause first, for choices that arrow keys pass over. */
  choose(answer: Answer, level: number | null, soon: boolean): void {
    this.#change({ answer, level }, soon ? pauseBeforeSaving : 0);
  }

  /** Takes over the note as it is typed; kept after a pause, once there is an answer. */
  write(note: string): void {
    this.#change({ note }, pauseBeforeSaving);
  }

  /** Shows an answer that is durable and that the core does not know yet. */
  show({ answer, level, note }: Pick<Rating, "answer" | "level" | "note">): void {
    if (this.#touched || this.#writing) return;
    this.draft.value = { answer, level, note, save: saved };
  }

  /** Keeps what is waiting now. Resolves when the core has replied. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#writing) await this.#writing;
    if (!this.#touched || this.draft.value.answer === null) return;
    this.#writing ??= this.#save().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  /** Tries again after a failure. Files that fail once may be gone, so they are opened anew. */
  async retry(): Promise<void> {
    const { save } = this.draft.value;
    if (save.kind === "failed" && save.failure.code === "store.io") useHere();
    await this.flush();
  }

  /** What was called saved is gone: the answer on screen counts as unsaved again. */
  reclaim(): void {
    if (this.draft.value.save.kind !== "saved") return;
    this.#touched = true;
    this.#ratingId = undefined;
    this.#show({
      kind: "failed",
      failure: { ...unexpected(), message: t("notice.missing_title") },
    });
  }

  #change(part: Partial<Draft>, wait: number): void {
    this.#touched = true;
    this.#ratingId = undefined;
    clearTimeout(this.#timer);
    // In one batch, so that an answer is on its way before it is drawn.
    batch(() => {
      this.draft.value = { ...this.draft.value, ...part, save: idle };
      if (wait === 0) void this.flush();
      else this.#timer = setTimeout(() => void this.flush(), wait);
    });
  }

  async #save(): Promise<void> {
    const { answer, level, note } = this.draft.value;
    if (answer === null) return;
    this.#ratingId ??= crypto.randomUUID();
    const rating_id = this.#ratingId;
    this.#touched = false;
    // Mostly it is kept before anybody could read that it is being kept.
    const late = setTimeout(() => this.#show({ kind: "saving" }), sayAfter);
    try {
      const competency_id = this.#competencyId;
      const rated_at = nowInstant();
      const given = { rating_id, competency_id, answer, level, note, rated_at };
      const isAside = store.value.state === "opening" && (await putAside(given));
      const rating = isAside ? null : (await ask("rate_competency", given)).rating;
      performance.mark("saved");
      if (!this.#touched) this.#show(saved);
      if (rating) {
        ratings.value = new Map(ratings.value ?? []).set(competency_id, rating);
        countAnswer(); // only what the store has: one in the outbox is no loss when the store is empty
      } else if (isStoreThere()) takeWaiting(); // it has opened meanwhile
      askToKeepStorage();
      countAnswerHere();
    } catch (error) {
      this.#touched = true; // The same rating_id goes out again, so a second try cannot add the answer twice.
      this.#show({ kind: "failed", failure: failureOf(error) });
    } finally {
      clearTimeout(late);
    }
  }

  #show(save: SaveState): void {
    this.draft.value = { ...this.draft.value, save };
  }

  #adopt(rating: Rating | undefined): void {
    if (rating) this.show(rating);
  }
}
