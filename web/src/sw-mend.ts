// SPDX-License-Identifier: MIT
// Browsers and people remove parts of what is kept. When files of the shell are gone while this worker stays, they are
// fetched again at the next start; workbox itself would ask the network each time from then on.
import { getCacheKeyForURL } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope;

export interface ShellFile {
  url: string;
  /** First 16 hexadecimal digits of the SHA-256; null where the address holds a hash. */
  revision: string | null;
}

/** Looks after the files whenever the page asks, which it does once at each start (update.ts). */
export function mendShell(files: readonly ShellFile[]): void {
  self.addEventListener("message", (event) => {
    if (event.data?.type === "MEND") event.waitUntil(mend(files).catch(() => undefined));
  });
}

async function mend(files: readonly ShellFile[]): Promise<void> {
  for (const { url, revision } of files) {
    const key = getCacheKeyForURL(url);
    if (!key || (await caches.match(key))) continue;
    const response = await fetch(key, { cache: "no-cache" });
    const bytes = await response.clone().arrayBuffer();
    // A server that has another version by now: that version comes as an update, whole.
    if (!response.ok || (revision && (await digest(bytes)) !== revision)) continue;
    await (await caches.open(cacheName())).put(key, response);
  }
}

/** As workbox names it (workbox-core, cacheNames.precache). */
const cacheName = () => `workbox-precache-v2-${self.registration.scope}`;

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
