// SPDX-License-Identifier: MIT
// What stands in forms and is not saved, by form: it outlives going elsewhere, and, where nothing guards the store, a
// reload or a tab that the system put away (sessionStorage, one key). Never in an address or a log; a guest's, and what a
// passphrase guards, stays in memory. Goes when the form is saved, the store is locked, or the person leaves quickly.
import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { store } from "../../core.ts";
import { draftsKey, plainKey } from "../../outbox.ts";
import { currentProfile, isGuest } from "../../profiles.ts";
import { holdUnsaved } from "../../unsaved.ts";

/** A form as it is typed: every field is a text, empty where nothing was said. */
export type Fields = Readonly<Record<string, string>>;

export interface Draft<F extends Fields> {
  /** Of the form. */
  name: string;
  /** As they stand now. */
  fields: F;
  /** True where they differ from what the form began with. */
  isChanged: boolean;
  change: (part: Partial<F>) => void;
  /** Back to what the form begins with. */
  drop: () => void;
  /** What an input needs of its field. */
  field: (key: keyof F & string) => FieldState;
}

export interface FieldState {
  value: string;
  onInput: (value: string) => void;
}

const drafts = new Map<string, Signal<Fields | null>>();
/** In sessionStorage, set by src/boot.js: the person has left, so nothing may be written any more. */
const leftMark = "left";

/**
 * The fields of a form, the same ones whenever it is shown again.
 * @param form   its name; for one of many it holds the id of what it belongs to
 * @param blankOf  what it begins with; asked anew, for the day may have changed since it was shown
 */
export function useDraft<F extends Fields>(form: string, blankOf: () => F): Draft<F> {
  const draft = draftOf(form);
  const change = (part: Partial<F>) => {
    const blank = blankOf();
    const next = { ...fitted(draft.peek(), blank), ...part };
    const isBlank = Object.keys(blank).every((key) => next[key] === blank[key]);
    draft.value = isBlank ? null : next;
    keepDrafts();
  };
  const fields = fitted(draft.value, blankOf());
  return {
    name: form,
    fields,
    isChanged: draft.value !== null,
    change,
    drop: () => {
      draft.value = null;
      keepDrafts();
    },
    field: (key) => ({
      value: fields[key] ?? "",
      onInput: (value) => change({ [key]: value } as Partial<F>), // the key is one of F, its value a text
    }),
  };
}

function draftOf(form: string): Signal<Fields | null> {
  let draft = drafts.get(form);
  if (!draft) {
    draft = signal<Fields | null>(null);
    drafts.set(form, draft);
  }
  return draft;
}

/** The fields that the form has today; an older edition may have had others. */
function fitted<F extends Fields>(draft: Fields | null, blank: F): F {
  const known = Object.entries(draft ?? {}).filter(([key]) => key in blank);
  return { ...blank, ...Object.fromEntries(known) };
}

function forgetDrafts(): void {
  for (const draft of drafts.values()) draft.value = null;
  keepDrafts();
}

function keepDrafts(): void {
  const rows = [...drafts].filter(([, { value }]) => value !== null);
  holdUnsaved("drafts", rows.length > 0);
  try {
    if (rows.length === 0 || !mayStay()) return sessionStorage.removeItem(draftsKey);
    const forms = Object.fromEntries(rows.map(([form, { value }]) => [form, value]));
    sessionStorage.setItem(draftsKey, JSON.stringify({ profile: currentProfile(), forms }));
  } catch {
    // Storage is off or full: they live as long as the page.
  }
}

/** @throws where storage is off */
function mayStay(): boolean {
  if (isGuest() || sessionStorage.getItem(leftMark) !== null) return false;
  return localStorage.getItem(plainKey) === "1";
}

/** Takes up what stood in the forms before the page was loaded. */
function takeUp(): void {
  try {
    if (!mayStay()) return;
    const kept: unknown = JSON.parse(sessionStorage.getItem(draftsKey) ?? "null");
    if (!isRecord(kept) || kept["profile"] !== currentProfile() || !isRecord(kept["forms"])) return;
    for (const [form, fields] of Object.entries(kept["forms"]))
      if (isFields(fields)) draftOf(form).value = fields;
    holdUnsaved("drafts", drafts.size > 0);
  } catch {
    // Storage is off, or what is there is not ours.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isFields(value: unknown): value is Fields {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}

takeUp();
store.subscribe(({ state }) => {
  if (state === "locked") forgetDrafts();
});
// Another tab may have set a passphrase, or erased this person's answers.
addEventListener("storage", () => {
  try {
    if (!mayStay()) sessionStorage.removeItem(draftsKey);
  } catch {
    // Storage is off: nothing is there.
  }
});
