// SPDX-License-Identifier: MIT
// What locks and unlocks this person's store, and what must happen around it: copies made before are not encrypted, and
// nothing of an open store may stay in memory. A passphrase passes through and is never kept, logged or shown.
import { workOnCopies, ask, store } from "./core.ts";
import { bringOlder } from "./older.ts";
import { closeOutbox } from "./outbox.ts";
import { currentProfile, startAnew } from "./profiles.ts";
import { flushAll } from "./ratings.ts";

/** Minutes without a touch after which a protected store is locked. */
export const lockAfterMinutes = 5;
const entropyBytes = 72;

/** Unicode has several spellings of one letter; a phone and a laptop may not choose the same. */
export const spell = (passphrase: string): string => passphrase.normalize("NFC");

/** Fresh random bytes as the core wants them. */
function freshEntropy(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(entropyBytes));
  return btoa(String.fromCharCode(...bytes));
}

/** What seals a backup; nothing for a plain one. */
export const sealing = (passphrase: string) =>
  passphrase === "" ? {} : { passphrase: spell(passphrase), entropy: freshEntropy() };

/** What opens a sealed backup; nothing for a plain one. */
export const opening = (passphrase: string) =>
  passphrase === "" ? {} : { passphrase: spell(passphrase) };

export async function unlock(passphrase: string): Promise<void> {
  await ask("unlock", { passphrase: spell(passphrase) });
}

/** Encrypts the store. What an older edition left outside it goes in first. */
export async function setPassphrase(passphrase: string): Promise<void> {
  await bringOlder();
  await flushAll();
  await closeOutbox();
  await ask("set_passphrase", { passphrase: spell(passphrase), entropy: freshEntropy() });
  await replaceCopies();
}

/** Copies made before open with what was true then, a passphrase or none: they go, and a new one is made. */
async function replaceCopies(): Promise<void> {
  const isDone = await workOnCopies({ do: "forget" }).then(
    (answer) => answer === "true",
    () => false, // its code is not here
  );
  if (!isDone) await (await import("./erase.ts")).eraseCopies(currentProfile());
  await workOnCopies({ do: "keep", isDue: true }).catch(() => "null");
}

export async function changePassphrase(now: string, next: string): Promise<void> {
  await ask("change_passphrase", {
    passphrase: spell(now),
    new_passphrase: spell(next),
    entropy: freshEntropy(),
  });
  await replaceCopies();
}

export async function removePassphrase(passphrase: string): Promise<void> {
  await flushAll();
  await ask("remove_passphrase", { passphrase: spell(passphrase) });
  await replaceCopies();
}

/** Closes the store, forgets its key and starts anew, so that no answer stays in this page's memory. */
export async function lockNow(): Promise<void> {
  if (store.value.state === "open") {
    await flushAll();
    await ask("lock", {}).catch(() => undefined); // a new start is locked either way
  }
  startAnew();
}
