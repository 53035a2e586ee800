// SPDX-License-Identifier: MIT
// How the web app is built: into build/web/, for any static host and any path, with nothing inlined (the security
// policy allows no inline code). Needs build/wasm/wasm/trellis.{mjs,wasm} from the wasm preset.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { licencesPlugin } from "./plugins/licences.ts";
import { localesPlugin } from "./plugins/locales.ts";
import { manifestPlugin } from "./plugins/manifest.ts";
import { precachePlugin } from "./plugins/precache.ts";
import { shellPlugin } from "./plugins/shell.ts";

const root = new URL("../", import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(name, root));

const licences = licencesPlugin(pathOf(""));
const pagesButTheFirst =
  /\/web\/src\/(pages\/(?!home)|parts\/(locked|passphrase-field|passphrase-card|erase-card|backup-reminder)\.|erase\.)/;

export default defineConfig({
  root: pathOf("web"),
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { fs: { allow: [pathOf("")] } },
  preview: { port: 4173 },
  worker: { format: "es", plugins: () => [licences] },
  build: {
    outDir: pathOf("build/web"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false, // its helper costs 1 kB, and pages come from the service worker anyway
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: pathOf("web/index.html"), sw: pathOf("web/src/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // One file for all pages but the first compresses better than one for each, and is fetched quietly anyway.
        codeSplitting: {
          groups: [{ name: "pages", test: pagesButTheFirst }],
          includeDependenciesRecursively: false, // what the first page needs too stays with it
        },
      },
    },
  },
  plugins: [
    localesPlugin(root),
    shellPlugin(root),
    manifestPlugin(root),
    licences,
    precachePlugin(pathOf("web/public")),
  ],
});
