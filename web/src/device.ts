// SPDX-License-Identifier: MIT
// What the device around the page can do: hand out a file, share, copy, promise storage. Asks no server for anything.
import { signal } from "@preact/signals";

/** True: the browser promised to keep what is stored. Null: not asked or not told yet. */
export const storageKept = signal<boolean | null>(null);
let asked = false;

/** Reads whether storage is promised, without asking for it. */
export async function readStoragePromise(): Promise<void> {
  storageKept.value = (await navigator.storage?.persisted?.()) ?? null;
}

/** Asks the browser once to keep what is stored. Firefox asks the person, so the answer may never come. */
export function askToKeepStorage(): void {
  if (asked) return;
  asked = true;
  navigator.storage?.persist?.().then(
    (kept) => (storageKept.value = kept),
    () => undefined, // not here, for example in a private window
  );
}

/** True where a share sheet takes this file: mostly phones, and the only way out of an installed app on iOS. */
export function canShare(file: File): boolean {
  return (
    matchMedia("(pointer: coarse)").matches && (navigator.canShare?.({ files: [file] }) ?? false)
  );
}

/** Opens the share sheet. @returns false when it was refused, for example because the tap was too long ago. */
export async function share(file: File, title: string): Promise<boolean> {
  try {
    await navigator.share({ files: [file], title });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/** Saves the file where the browser keeps downloads. @returns true: browsers do not tell more */
export function download(file: File): boolean {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

/** @returns false where copying is not allowed */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Today on this device, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Now, as an RFC 3339 instant in UTC with whole seconds. */
export function nowInstant(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}
