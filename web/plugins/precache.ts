// SPDX-License-Identifier: MIT
// Writes the lists of files of this build into the service worker, and stops the build when the worker would need
// another file to start. Files with a hash in their name need no revision; the others get one from their bytes.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

const placeholder = "self.__WB_MANIFEST";
const laterPlaceholder = "self.__TRELLIS_LATER";
/** Icons are fetched by the system's installer, and manifest.first.* counts only while no service worker is there. */
const leftOut = /^(sw\.js|icons\/.*\.png|manifest\.first\..*)$/;
/**
 * Kept when they were used, or in a quiet moment of a later visit: the readers of PDF and Word files, words of other languages, the library
 * and the whole core that reads and searches it, copies of the store, the reader of QR codes, the store of browsers without access handles, and what passphrases need.
 */
const later =
  /^(licences\.txt|assets\/((pdf-reader|docx|growth|learn|pack-check|more|chart|qr-code|qr-reader|ui|es|copies|image-files|recovery|sealing|shelf|memory-handle)-.*\.js|trellis-whole-.*|content-.*\.txt))$/;

export function precachePlugin(publicFolder: string): Plugin {
  return {
    name: "trellis:precache",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const worker = Object.values(bundle).find((file) => file.fileName === "sw.js");
        if (worker?.type !== "chunk" || worker.imports.length > 0)
          return this.error("sw.js must stand alone");
        const entries = [...bundledEntries(bundle), ...(await publicEntries(publicFolder))];
        const files = entries
          .filter(({ url }) => !leftOut.test(url) && !later.test(url))
          .sort((a, b) => (a.url < b.url ? -1 : 1));
        const laterFiles = entries.map(({ url }) => url).filter((url) => later.test(url));
        for (const [name, list] of [
          [placeholder, files],
          [laterPlaceholder, laterFiles],
        ] as const) {
          if (!worker.code.includes(name)) return this.error(`sw.js has no ${name}`);
          worker.code = worker.code.replace(name, () => JSON.stringify(list));
        }
      },
    },
  };
}

interface Entry {
  url: string;
  revision: string | null;
  digest?: string;
}

function bundledEntries(bundle: Rolldown.OutputBundle): Entry[] {
  return Object.values(bundle).map((file) => {
    const bytes = file.type === "chunk" ? file.code : file.source;
    const digest = revisionOf(bytes);
    return file.fileName.startsWith("assets/")
      ? { url: file.fileName, revision: null, digest: digest.slice(0, 8) }
      : { url: file.fileName, revision: digest };
  });
}

async function publicEntries(folder: string): Promise<Entry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (path) => ({
      url: path.slice(folder.length).replaceAll("\\", "/").replace(/^\//, ""),
      revision: revisionOf(await readFile(path)),
    })),
  );
}

function revisionOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
