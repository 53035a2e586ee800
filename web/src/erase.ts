// SPDX-License-Identifier: MIT
// Removes a person's store from every storage of the browser, or everything Trellis ever kept here but the app itself.
// The names are those of wasm/src/profile.ts. Fetched when first needed.
import { namesOf, profileOf } from "../../wasm/src/profile.ts";
import { closeCore } from "./core.ts";
import { forgetSession, people, remove, sharedKeys, startAnew } from "./profiles.ts";

/** A tab that was just closed may hold its files for a moment longer; so may another tab that is open. */
const retryDelaysMs = [50, 100, 200, 400, 800, 1600];

/** Erases one person's answers, copies and marks, and starts anew. @throws when another tab holds the files */
export async function erasePerson(profile: string): Promise<void> {
  await closeCore();
  await eraseStore(profile);
  remove(profile);
  forgetSession();
  startAnew();
}

/** Erases all people's stores, their names and every choice. @throws when another tab holds a file */
export async function eraseEverything(): Promise<void> {
  await closeCore();
  for (const profile of await allProfiles()) await eraseStore(profile);
  for (const key of sharedKeys) localStorage.removeItem(key);
  forgetSession();
  startAnew();
}

async function eraseStore(profile: string): Promise<void> {
  const names = namesOf(profile);
  await eraseFolder(names.folder);
  await deleteDatabase(names.outbox);
  await deleteDatabase(names.image);
  await eraseCopies(profile);
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`${profile}.`) && !sharedKeys.has(key)) localStorage.removeItem(key);
}

/** The copies of a store, in both places where they may be. */
export async function eraseCopies(profile: string): Promise<void> {
  const { copies } = namesOf(profile);
  await deleteDatabase(copies);
  if ("caches" in globalThis) await caches.delete(copies);
}

/** Every store in this browser, also one that the list of people has lost. Another app may share this address. */
async function allProfiles(): Promise<Set<string>> {
  const names = people().map(({ profile }) => profile);
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined);
  if (root) for await (const name of root.keys()) names.push(name);
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  names.push(
    ...databases.map(({ name }) => name ?? ""),
    ...((await globalThis.caches?.keys()) ?? []),
  );
  return new Set(names.flatMap((name) => profileOf(name) ?? []));
}

async function eraseFolder(name: string): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined);
  if (!root) return;
  for (const delayMs of retryDelaysMs) {
    try {
      return await root.removeEntry(name, { recursive: true });
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotFoundError") return;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  await root.removeEntry(name, { recursive: true });
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!("indexedDB" in globalThis)) return resolve();
    const removal = indexedDB.deleteDatabase(name);
    removal.onsuccess = () => resolve();
    removal.onerror = () =>
      reject(removal.error ?? new DOMException("not removed", "UnknownError"));
    removal.onblocked = () => undefined; // whoever has it open lets go when asked (wasm/src/shelf.ts)
  });
}
