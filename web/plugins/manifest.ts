// SPDX-License-Identifier: MIT
// The web app manifest, once for each language: same app, same id, other words. public/boot.js picks the one to use.
import type { Plugin } from "vite";
import { localeTags, readMessages } from "./locales.ts";

export function manifestPlugin(root: URL): Plugin {
  return {
    name: "trellis:manifest",
    apply: "build",
    async generateBundle() {
      for (const tag of localeTags) {
        const words = await readMessages(root, tag);
        const fileName = tag === "en" ? "manifest.webmanifest" : `manifest.${tag}.webmanifest`;
        const source = `${JSON.stringify(
          manifestIn(tag, (key) => String(words[key])),
          null,
          2,
        )}\n`;
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}

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
