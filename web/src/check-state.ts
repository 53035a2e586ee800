// SPDX-License-Identifier: MIT
// The text being checked and what came of it. Lives in memory only: it is gone when the page closes, and is never put
// into storage, an address, the document's title or a log (ARCHITECTURE.md, promise 1; docs/decisions/0006).
import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { ask, failureOf } from "./core.ts";
import type { Failure, Result } from "./core.ts";
import { holdUnsaved } from "./unsaved.ts";

export type CheckKind = "posting" | "task";
export type PostingReview = Result<"check_posting">;
export type TaskReview = Result<"check_task">;

export type Outcome<R> =
  | { state: "idle" }
  | { state: "working" }
  | { state: "ready"; text: string; review: R }
  | { state: "failed"; failure: Failure };

interface SetAside {
  kind: CheckKind;
  why: "cleared" | "replaced";
  putBack: () => void;
}

export const texts: Record<CheckKind, Signal<string>> = { posting: signal(""), task: signal("") };
/** A role id, or "any". Chosen with chooseRole(). */
export const checkedRole = signal("any");
export const postingOutcome = signal<Outcome<PostingReview>>({ state: "idle" });
export const taskOutcome = signal<Outcome<TaskReview>>({ state: "idle" });
/** What stood there before it was cleared or another text took its place, for as long as nothing else is done. */
export const setAside = signal<SetAside | null>(null);
effect(() => holdUnsaved("check", texts.posting.value + texts.task.value !== ""));
const latest: Record<CheckKind, number> = { posting: 0, task: 0 };

/** Checks the text as it stands. A newer check of the same kind makes an older reply void. */
export function runCheck(kind: CheckKind): Promise<void> {
  return kind === "posting"
    ? settle(kind, postingOutcome, (params) => ask("check_posting", params))
    : settle(kind, taskOutcome, (params) => ask("check_task", params));
}

/** Another role has other rules: what is on screen is checked again. */
export function chooseRole(roleId: string): void {
  checkedRole.value = roleId;
  refreshCheck("posting");
  refreshCheck("task");
}

/** Checks again what is on screen, for example in another language. The old answer stays until the new one is there. */
export function refreshCheck(kind: CheckKind): void {
  if (outcomeOf(kind).peek().state === "ready") void runCheck(kind);
}

/** Gives up a check that has no answer yet. */
export function stopCheck(kind: CheckKind): void {
  latest[kind] += 1;
  outcomeOf(kind).value = { state: "idle" };
}

/** What went wrong before no longer matters, for example because another text is on its way. */
export function forgetFailure(kind: CheckKind): void {
  const outcome = outcomeOf(kind);
  if (outcome.peek().state === "failed") outcome.value = { state: "idle" };
}

/** Empties the box; what stood there is set aside. */
export function clearCheck(kind: CheckKind, why: SetAside["why"] = "cleared"): void {
  const text = texts[kind].peek();
  const isReviewed = outcomeOf(kind).peek().state === "ready";
  latest[kind] += 1;
  texts[kind].value = "";
  outcomeOf(kind).value = { state: "idle" };
  const putBack = () => {
    clearCheck(kind);
    texts[kind].value = text;
    setAside.value = null;
    if (isReviewed) void runCheck(kind);
  };
  setAside.value = text.trim() === "" ? null : { kind, why, putBack };
}

function outcomeOf(kind: CheckKind): Signal<Outcome<PostingReview>> | Signal<Outcome<TaskReview>> {
  return kind === "posting" ? postingOutcome : taskOutcome;
}

async function settle<R>(
  kind: CheckKind,
  outcome: Signal<Outcome<R>>,
  check: (params: { role_id: string; text: string }) => Promise<R>,
): Promise<void> {
  const turn = (latest[kind] += 1);
  const text = texts[kind].value;
  if (outcome.value.state !== "ready") outcome.value = { state: "working" };
  try {
    const review = await check({ role_id: checkedRole.value, text });
    if (turn === latest[kind]) outcome.value = { state: "ready", text, review };
  } catch (error) {
    if (turn === latest[kind]) outcome.value = { state: "failed", failure: failureOf(error) };
  }
}
