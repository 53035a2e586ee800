// SPDX-License-Identifier: MIT
// From the page's side: files that are fetched when first needed and kept for offline use by the service worker
// (sw-later.ts). A file is named by its stem, for example "pdf-reader" for assets/pdf-reader-HASH.js.
import { isOneFile } from "./edition.ts";

const cacheName = "trellis-later";
/** Milliseconds after the start of a visit, when everything else has settled. */
const quietAfter = 8_000;
/** The same on a first visit: somebody who only looks in briefly has to fetch no more than that needs. */
const quietAfterFirst = 60_000;
/** What growing in the role and the library are made of: pages, words, and the core that knows them. */
const otherPages = [
  "growth",
  "learn",
  "chart",
  "qr-code",
  "ui-chart",
  "ui-growth",
  "ui-learn",
  "trellis-whole",
];
const otherContent = ["content-growth", "content-library"];

/** True when the file can be had without a network. */
export async function isKept(stem: string): Promise<boolean> {
  try {
    const kept = await (await caches.open(cacheName)).keys();
    return kept.some(({ url }) => url.includes(`/assets/${stem}-`));
  } catch {
    return false; // no such store here, for example in a private window
  }
}

/**
 * Keeps files from now on; call it once they were used. The first visit has no service worker that sees the use.
 * None named means all.
 */
export async function keepLater(...stems: string[]): Promise<void> {
  if (isOneFile || !("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "KEEP_LATER", stems });
}

/** Keeps the pages for growing in the role and the library, with all that they need. */
export function keepOtherPages(): void {
  void keepLater(...otherPages, ...otherContent);
}

/** Where data costs nothing extra: on a first visit keeps every page, on a later one all such files. */
export function keepAllQuietly(): void {
  if (savesData()) return;
  const isLater = isLaterVisit();
  const keep = () => navigator.onLine && (isLater ? void keepLater() : keepOtherPages());
  setTimeout(keep, isLater ? quietAfter : quietAfterFirst);
}

/** The service worker steers a page only from the second visit on. */
function isLaterVisit(): boolean {
  return "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string } };
  return connection?.saveData === true || connection?.type === "cellular";
}
