// SPDX-License-Identifier: MIT
// Takes what a person shares from another app: a POST that never reaches the network. The share stays in this worker's
// memory until the page takes it, once, or a minute has passed; it is never put into an address, a cache or a log.
// https://www.w3.org/TR/web-share-target/ (manifest: web/plugins/manifest.ts; the page's side: src/arrivals.ts)
import type { Shared } from "./shared.ts";

declare const self: ServiceWorkerGlobalScope;

/** Milliseconds until a share that no page took is forgotten. */
const keptFor = 60_000;
let kept: Shared | null = null;
/** Ends the wait that keeps this worker, and with it the memory, alive. */
let release: () => void = () => undefined;

export function receiveShares(): void {
  self.addEventListener("fetch", (event) => {
    const isShare =
      event.request.method === "POST" &&
      event.request.url === new URL("share", self.registration.scope).href;
    if (isShare) event.respondWith(receive(event));
  });
  self.addEventListener("message", (event) => {
    if (event.data?.type !== "TAKE_SHARED") return;
    event.ports[0]?.postMessage(kept);
    forget();
  });
}

async function receive(event: FetchEvent): Promise<Response> {
  forget();
  try {
    kept = sharedFrom(await event.request.formData());
    event.waitUntil(untilTaken());
  } catch {
    // Not a form: the page will say that nothing arrived.
  }
  return Response.redirect(new URL("#/check/shared", self.registration.scope).href, 303);
}

function sharedFrom(form: FormData): Shared {
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const file = form.get("files");
  return {
    title: textOf("title"),
    text: textOf("text"),
    url: textOf("url"),
    file: file instanceof File && file.size > 0 ? file : null,
  };
}

function untilTaken(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(forget, keptFor);
    release = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function forget(): void {
  kept = null;
  release();
}
