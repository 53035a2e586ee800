// SPDX-License-Identifier: MIT
// The service worker from the page's side: registered once the first screen is up and the store has settled, and
// exchanged only when a person says so. Never reloads by itself.
import { signal } from "@preact/signals";
import { isOneFile } from "./edition.ts";

/** Set while a new version waits. */
export const waitingUpdate = signal<ServiceWorker | null>(null);

const address = "./sw.js";

/** Makes Trellis work without a network from now on. Does nothing where service workers are missing. */
export async function registerServiceWorker(): Promise<void> {
  if (isOneFile || !("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    // Where Trusted Types are enforced, this policy lets this one address through and nothing else.
    const policy = globalThis.trustedTypes?.createPolicy("trellis-service-worker", {
      createScriptURL: () => address,
    });
    const script = policy?.createScriptURL("") ?? address;
    const registration = await navigator.serviceWorker.register(script, { updateViaCache: "none" });
    watch(registration);
    navigator.serviceWorker.controller?.postMessage({ type: "MEND" }); // parts of the shell may be gone
    addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
    });
  } catch {
    // Refused, for example in a private window: Trellis works, but needs the network to open.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = (worker: ServiceWorker | null) => {
    // Without a controller this is the first version: there is nothing to exchange.
    if (worker && navigator.serviceWorker.controller) waitingUpdate.value = worker;
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") offer(worker);
    });
  });
}

/**
 * Looks at every file that is kept for use without a network and fetches broken ones again; boot.js knows how.
 * @returns whether something came anew, so that opening Trellis again may help
 */
export function mendFiles(): Promise<boolean> {
  return new Promise((detail) => dispatchEvent(new CustomEvent("mend", { detail })));
}

/** Switches to the version that waits and opens Trellis anew. Call it only when nothing is unsaved. */
export function applyUpdate(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  waitingUpdate.value?.postMessage({ type: "SKIP_WAITING" });
}
