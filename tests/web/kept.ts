// SPDX-License-Identifier: MIT
// Reads all that Trellis left on the device, to show that a text a person checked is not among it.
import type { Page } from "@playwright/test";
import { leaveApp } from "./fixtures.ts";

/** All that this origin keeps on the device, as one text. Leaves the app, so that no file is held open. */
export async function everythingKept(page: Page): Promise<string> {
  await leaveApp(page);
  return page.evaluate(readEverythingKept);
}

async function readEverythingKept(): Promise<string> {
  const found = [
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
  ];
  for (const database of await indexedDB.databases()) found.push(database.name ?? "");
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      found.push(request.url, (await (await cache.match(request))?.text()) ?? "");
  }
  const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const entry of folder.values()) {
      if (entry.kind === "directory") await visit(entry as FileSystemDirectoryHandle);
      else found.push(await (await (entry as FileSystemFileHandle).getFile()).text());
    }
  };
  await visit(await navigator.storage.getDirectory());
  return found.join("\n");
}
