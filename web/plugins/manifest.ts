// SPDX-License-Identifier: MIT
// The web app manifest, once for each language: same app, same id, other words. Each also without what needs the
// service worker ("first"), for the time before there is one. src/boot.js picks the one to use.
import type { Plugin } from "vite";
import { localeTags, readMessages } from "./locales.ts";

export function manifestPlugin(root: URL): Plugin {
  return {
    name: "trellis:manifest",
    apply: "build",
    async generateBundle() {
      for (const tag of localeTags) {
        const words = await readMessages(root, tag);
        const ending = tag === "en" ? "webmanifest" : `${tag}.webmanifest`;
        const first = manifestIn(tag, (key) => String(words[key]));
        const emit = (fileName: string, manifest: object) => {
          const source = `${JSON.stringify(manifest)}\n`;
          this.emitFile({ type: "asset", fileName, source });
        };
        emit(`manifest.first.${ending}`, first);
        emit(`manifest.${ending}`, { ...first, ...arrivals });
      }
    },
  };
}

/** Kinds of files that can be opened; what they are is told by their bytes later (src/documents/open-document.ts). */
const kinds = {
  "text/plain": [".txt"],
  "application/pdf": [".pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
};

/**
 * How texts and files come in from other apps. The share goes to the service worker and to no server (src/sw-
 * share.ts).
 */
const arrivals = {
  share_target: {
    action: "./share",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title",
      text: "text",
      url: "url",
      files: [{ name: "files", accept: Object.entries(kinds).flat(2) }],
    },
  },
  file_handlers: [{ action: "./#/check", accept: kinds }],
  launch_handler: { client_mode: ["navigate-existing", "auto"] },
};

function manifestIn(tag: string, say: (key: string) => string) {
  return {
    id: "./",
    name: `${say("app.name")}: ${say("app.tagline")}`,
    short_name: say("app.name"),
    description: say("app.description"),
    lang: tag,
    dir: "ltr",
    start_url: "./",
    scope: "./",
    display: "standalone",
    theme_color: "#faf5ec",
    background_color: "#faf5ec",
    icons: [
      { src: "./icons/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "./icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "./icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "./icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "./icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: say("home.check_title"), url: "./#/check" },
      { name: say("home.rate_title"), url: "./#/competencies" },
    ],
  };
}
