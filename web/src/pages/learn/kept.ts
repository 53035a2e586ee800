// SPDX-License-Identifier: MIT
// What a person practised or answered in the library, kept in this browser alone and erased with the person. It is not
// encrypted: a guest keeps nothing, and neither does a person with a passphrase. Knows no component.
import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { store } from "../../core.ts";
import { currentProfile, isGuest } from "../../profiles.ts";

/** True where things stay until they are erased; else they go with the page. */
export function mayKeep(): boolean {
  const status = store.value;
  return !isGuest() && status.state === "open" && !status.isProtected;
}

export interface Kept<T> {
  value: ReadonlySignal<T>;
  set: (next: T) => void;
}

/**
 * @param name   ends the name of the key; the person's profile begins it, so that erasing the person erases it
 * @param empty  what is there when nothing was kept
 * @param read   makes the value of what was parsed; may throw on what it does not know
 */
export function keep<T>(name: string, empty: T, read: (parsed: unknown) => T): Kept<T> {
  const key = `${currentProfile()}.${name}`;
  const value = signal(empty);
  let isLoaded = false;
  effect(() => {
    const status = store.value;
    if (status.state === "open" && status.isProtected) forget(key);
    if (!mayKeep() || isLoaded) return;
    isLoaded = true;
    if (value.peek() === empty) value.value = load(key, read) ?? empty;
  });
  return {
    value,
    set: (next) => {
      value.value = next;
      if (mayKeep()) save(key, next);
    },
  };
}

function load<T>(key: string, read: (parsed: unknown) => T): T | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : read(JSON.parse(text));
  } catch {
    return undefined; // what cannot be read counts as nothing
  }
}

function save(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser without storage forgets; the page says so nowhere because nothing was promised.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could have been kept.
  }
}

/** A record of texts, from what was parsed. @throws on anything else */
export function readTexts(parsed: unknown): Readonly<Record<string, string>> {
  if (parsed === null || typeof parsed !== "object") throw new TypeError("no record");
  const rows: [string, unknown][] = Object.entries(parsed);
  return Object.fromEntries(
    rows.filter((row): row is [string, string] => typeof row[1] === "string"),
  );
}
