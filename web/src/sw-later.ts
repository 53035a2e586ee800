// SPDX-License-Identifier: MIT
// Files that most people never need, for example the PDF reader: no part of the first use, kept once they were used or
// when the page asks for them in a quiet moment (later-files.ts). Names carry a hash of the bytes, so a kept file is
// right for as long as this version lists it.
import { digestOf } from "./sw-digest.ts";

declare const self: ServiceWorkerGlobalScope;

const cacheName = "trellis-later";

/** @param files  addresses below the scope, as the build wrote them */
export function serveLater(files: readonly string[]): void {
  const addresses = files.map((file) => new URL(file, self.registration.scope).href);
  self.addEventListener("fetch", (event) => {
    if (event.request.method !== "GET" || !addresses.includes(event.request.url)) return;
    event.respondWith(keptOrFetched(event));
  });
  self.addEventListener("message", (event) => {
    if (event.data?.type !== "KEEP_LATER") return;
    const stems = event.data.stems as string[]; // none means all
    const wanted = addresses.filter(
      (address) => stems.length === 0 || stems.some((stem) => address.includes(`/assets/${stem}-`)),
    );
    event.waitUntil(keep(wanted));
  });
  self.addEventListener("activate", (event) => event.waitUntil(forgetOthers(addresses)));
}

async function keptOrFetched(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const kept = await caches.match(url, { cacheName, ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(url);
  if (response.ok) event.waitUntil(put(url, response.clone()));
  return response;
}

async function put(address: string, response: Response): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(address, response);
  } catch {
    // No room: it is fetched again next time.
  }
}

async function keep(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    if (await caches.match(address, { cacheName, ignoreVary: true })) continue;
    const response = await fetch(address).catch(() => undefined); // no network: another time
    if (response?.ok) await put(address, response);
  }
}

/** Fetches again what is kept, where the server has other bytes for it. @returns addresses */
export async function mendLater(): Promise<string[]> {
  const cache = await caches.open(cacheName);
  const mended: string[] = [];
  for (const { url } of await cache.keys()) {
    const kept = await caches.match(url, { cacheName, ignoreVary: true });
    const response = await fetch(url, { cache: "no-cache" });
    if (!kept || !response.ok || (await digestOf(kept)) === (await digestOf(response.clone())))
      continue;
    await cache.delete(url, { ignoreVary: true }); // what another request left would stay beside it
    await put(url, response);
    mended.push(url);
  }
  return mended;
}

/** Removes what another version kept and this one does not know. */
async function forgetOthers(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const request of await cache.keys())
    if (!addresses.includes(request.url)) await cache.delete(request);
}
