// SPDX-License-Identifier: MIT
// What a worker keeps beside ratings, by kind, as it is on this device. A thing counts as saved only after the core's
// reply. Knows no component; never logs what was written.
import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type * as Wire from "../../wasm/src/api.gen.ts";
import { countAnswer } from "./copies.ts";
import { ask, failureOf, store, useHere } from "./core.ts";
import type { Failure } from "./core.ts";
import { askToKeepStorage, nowInstant } from "./device.ts";
import type { SaveState } from "./ratings.ts";
import { countAnswerHere } from "./reminder.ts";

interface Bodies {
  goal: Wire.GoalBody;
  log: Wire.LogBody;
  certificate: Wire.CertificateBody;
  drift: Wire.DriftBody;
  condition: Wire.ConditionBody;
  agreement: Wire.AgreementBody;
  second_view: Wire.SecondViewBody;
  setting: Wire.SettingBody;
  practice: Wire.PracticeBody;
  workplace: Wire.WorkplaceBody;
  pack: Wire.PackBody;
}
export type Kind = keyof Bodies;

export interface Kept<K extends Kind> {
  series_id: string;
  noted_at: string;
  body: Bodies[K];
}

export interface Entries<K extends Kind> {
  /** Null until the core has told. */
  all: readonly Kept<K>[] | null;
  failure: Failure | null;
}

/** Grows with everything that is kept or removed, for readings that hang on it. */
export const changes = signal(0);
// A store that was opened anew may hold something else, for example a copy that was brought back.
store.subscribe(() => (changes.value = changes.peek() + 1));
const lists = new Map<Kind, Signal<Entries<Kind>>>();

function listOf(kind: Kind): Signal<Entries<Kind>> {
  let list = lists.get(kind);
  if (!list) {
    list = signal<Entries<Kind>>({ all: null, failure: null });
    lists.set(kind, list);
  }
  return list;
}

/** What is kept of a kind, for as long as the component is shown. */
export function useEntries<K extends Kind>(kind: K): Entries<K> {
  const state = store.value.state;
  const stamp = changes.value;
  useEffect(() => void loadOnce(kind), [kind, state, stamp]);
  return listOf(kind).value as unknown as Entries<K>; // the core has checked the bodies by their kind
}

/** What is asked for now, with the moment of `changes` that it is good for; all who want the same kind wait together. */
const asked = new Map<Kind, number>();

async function loadOnce(kind: Kind): Promise<void> {
  const stamp = changes.peek();
  if (asked.get(kind) === stamp) return;
  asked.set(kind, stamp);
  await load(kind);
  if (asked.get(kind) === stamp) asked.delete(kind);
}

async function load(kind: Kind): Promise<void> {
  const list = listOf(kind);
  try {
    const { entries } = await ask("list_entries", { kind });
    const all = entries.flatMap(({ body, ...rest }) => (body ? [{ ...rest, body }] : []));
    list.value = { all, failure: null };
  } catch (error) {
    list.value = { ...list.value, failure: failureOf(error) };
  }
}

/**
 * Keeps a thing, new or changed. Resolves when it is durable; rejects as the core does.
 * @param seriesId  of what is changed; a new one for a new thing
 * @param notedAt   RFC 3339 instant in UTC
 */
export async function keepEntry<K extends Kind>(
  kind: K,
  body: Bodies[K],
  seriesId: string = crypto.randomUUID(),
  notedAt = nowInstant(),
): Promise<void> {
  const entry_id = crypto.randomUUID();
  await ask("put_entry", { entry_id, series_id: seriesId, kind, body, noted_at: notedAt });
  noteChange();
}

/** Hides a thing; keeping its body again brings it back. */
export async function removeEntry(seriesId: string): Promise<void> {
  const entry_id = crypto.randomUUID();
  await ask("remove_entry", { entry_id, series_id: seriesId, noted_at: nowInstant() });
  choose(seriesId, undefined);
  noteChange();
}

/** Call it when something was kept or removed. */
export function noteChange(): void {
  changes.value += 1;
  askToKeepStorage();
  countAnswerHere();
  countAnswer();
}

/** Does something that keeps, and says in `save` how it went. @returns false when it failed */
export async function saving(
  save: Signal<SaveState>,
  act: () => Promise<unknown>,
): Promise<boolean> {
  const { value } = save;
  if (value.kind === "failed" && value.failure.code === "store.io") useHere();
  save.value = { kind: "saving" };
  try {
    await act();
    save.value = { kind: "saved" };
    return true;
  } catch (error) {
    save.value = { kind: "failed", failure: failureOf(error) };
    return false;
  }
}

/** What was chosen on this screen, at once; what is kept follows. */
const choices = signal<Readonly<Record<string, string>>>({});
let stateBefore = store.peek().state;
store.subscribe(({ state }) => {
  if (stateBefore !== "opening") choices.value = {}; // what was chosen before it opened is on its way into it
  stateBefore = state;
});

function choose(seriesId: string, value: string | undefined): void {
  const { [seriesId]: _before, ...others } = choices.peek();
  choices.value = value === undefined ? others : { ...others, [seriesId]: value };
}

/** A choice that is kept for all pages: the role, the rung, the form. Empty when nothing was chosen. */
export function useSetting(name: Wire.SettingBody["name"]): string {
  const { all } = useEntries("setting");
  const kept = all?.find(({ body }) => body.name === name)?.body.value;
  return choices.value[`setting.${name}`] ?? kept ?? "";
}

/** Rejects as the core does; what was chosen then counts no more. */
export async function keepSetting(name: Wire.SettingBody["name"], value: string): Promise<void> {
  const seriesId = `setting.${name}`;
  choose(seriesId, value);
  try {
    await keepEntry("setting", { name, value }, seriesId);
  } catch (error) {
    choose(seriesId, undefined);
    throw error;
  }
}
