// SPDX-License-Identifier: MIT
// Browsers and people remove parts of what is kept. When files of the shell are gone while this worker stays, they are
// fetched again at the next start; workbox itself would ask the network each time from then on. What is kept can also be
// cut short or damaged: that is looked for when something did not start.
import { getCacheKeyForURL } from "workbox-precaching";
import { digestOf } from "./sw-digest.ts";
import { mendLater } from "./sw-later.ts";

declare const self: ServiceWorkerGlobalScope;

export interface ShellFile {
  url: string;
  /** First 16 hexadecimal digits of the SHA-256; null where the address holds a hash. */
  revision: string | null;
  /** First 8 hexadecimal digits of the SHA-256, where the address holds a hash of another kind. */
  digest?: string;
}

/**
 * Looks after the files whenever the page asks, which it does once at each start (update.ts): those that are gone come
 * again. Where something did not start (boot.js) it asks with a port: then every byte is looked at, also of what was
 * kept later, and the port is told which came anew.
 */
export function mendShell(files: readonly ShellFile[]): void {
  self.addEventListener("message", (event) => {
    if (event.data?.type !== "MEND") return;
    const [port] = event.ports;
    const mending = port ? mendAll(files) : mend(files, false);
    event.waitUntil(mending.catch(() => []).then((mended: string[]) => port?.postMessage(mended)));
  });
}

async function mendAll(files: readonly ShellFile[]): Promise<string[]> {
  const mended = [...(await mend(files, true)), ...(await mendLater())];
  // What is no longer to be had may belong to an earlier version.
  await self.registration.update().catch(() => undefined);
  return mended;
}

/** @returns addresses of what came anew */
async function mend(files: readonly ShellFile[], isDoubtful: boolean): Promise<string[]> {
  const mended: string[] = [];
  for (const { url, revision, digest } of files) {
    const key = getCacheKeyForURL(url);
    if (!key) continue;
    const isRight = async (found: Response) =>
      (await digestOf(found.clone())).startsWith(revision ?? digest ?? "");
    const kept = await caches.match(key, { ignoreVary: true });
    if (kept && (!isDoubtful || (await isRight(kept)))) continue;
    const response = await fetch(key, { cache: "no-cache" });
    // A server that has another version by now: that version comes as an update, whole.
    if (!response.ok || !(await isRight(response))) continue;
    const cache = await caches.open(cacheName());
    await cache.delete(key, { ignoreVary: true }); // what another request left would stay beside it
    await cache.put(key, response);
    mended.push(key.split("?")[0] ?? "");
  }
  return mended;
}

/** As workbox names it (workbox-core, cacheNames.precache). */
const cacheName = () => `workbox-precache-v2-${self.registration.scope}`;
