// SPDX-License-Identifier: MIT
// Texts that come in other ways than by typing: an opened file, a file opened with Trellis, a share from another app.
// They land in the check's text box, ready to check, and live in memory like everything there (check-state.ts).
import { signal } from "@preact/signals";
import { clearCheck, forgetFailure, texts } from "./check-state.ts";
import { fetched, problemOf } from "./documents/problem.ts";
import type { DocumentProblem } from "./documents/problem.ts";
import type { Shared } from "./shared.ts";

export type Way = "file" | "share";
export type Arrival =
  | { state: "none" }
  | { state: "reading" }
  /** `isOnlyLink`: an address came and no posting. */
  | { state: "ready"; way: Way; lineCount: number; isOnlyLink: boolean }
  | { state: "failed"; problem: DocumentProblem };

/** How the text in the box of the posting came there. */
export const arrival = signal<Arrival>({ state: "none" });
/** Milliseconds to wait for the service worker's answer. */
const patience = 5_000;
/** Fewer letters than this beside an address are a title, not a posting. */
const postingLettersMin = 80;
let latest = 0;

/** Puts the text of a file into the box. Never rejects: `arrival` tells how it went. */
export async function takeFile(file: Blob, way: Way = "file"): Promise<void> {
  const turn = (latest += 1);
  forgetFailure("posting");
  arrival.value = { state: "reading" };
  try {
    const { openDocument } = await fetched(import("./documents/open-document.ts"));
    const text = await openDocument(file);
    if (turn === latest) show(text, way);
  } catch (error) {
    if (turn === latest) arrival.value = { state: "failed", problem: problemOf(error) };
  }
}

/** Takes over what was shared with Trellis; the service worker forgets it at once. */
export async function takeShared(): Promise<void> {
  forgetFailure("posting");
  arrival.value = { state: "reading" };
  const shared = await askForShared();
  if (shared?.file) return takeFile(shared.file, "share");
  const text = shared ? textOf(shared) : "";
  if (text === "") arrival.value = { state: "failed", problem: "share_lost" };
  else show(text, "share");
}

/** The person now types: how the text first came no longer matters. */
export function forgetArrival(): void {
  latest += 1;
  arrival.value = { state: "none" };
}

function show(text: string, way: Way): void {
  clearCheck("posting", "replaced");
  texts.posting.value = text;
  const lineCount = text.split("\n").filter((line) => line.trim() !== "").length;
  arrival.value = { state: "ready", way, lineCount, isOnlyLink: isOnlyLink(text) };
}

/**
 * Apps put the title of a page first, and its address into `text` or `url`. The address alone adds nothing to a
 * text.
 */
function textOf({ title, text, url }: Shared): string {
  const parts = text.includes(title) ? [text] : [title, text];
  const words = parts.map((part) => part.trim()).filter(Boolean);
  return words.length > 0 ? words.join("\n") : url.trim();
}

const address = /\bhttps?:\/\/\S+/g;

function isOnlyLink(text: string): boolean {
  return text.search(address) >= 0 && text.replace(address, "").trim().length < postingLettersMin;
}

async function askForShared(): Promise<Shared | null> {
  if (!("serviceWorker" in navigator)) return null;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Shared | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Shared | null>) => resolve(data);
    setTimeout(() => resolve(null), patience);
  });
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active) return null;
  registration.active.postMessage({ type: "TAKE_SHARED" }, [port2]);
  return answer;
}
