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
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: pathOf("web/index.html"), sw: pathOf("web/src/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
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
