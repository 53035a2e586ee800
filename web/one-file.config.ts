// SPDX-License-Identifier: MIT
// How the one-file edition is built: build/one-file/trellis.html, everything inside, opened from a disk or a USB stick
// with no server and no network. Same sources as the app; web/src/edition.ts says where the two differ.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { glossaryPlugin } from "./plugins/glossary.ts";
import { licencesPlugin } from "./plugins/licences.ts";
import { localesPlugin } from "./plugins/locales.ts";
import { oneFilePlugin } from "./plugins/one-file.ts";
import { questionsPlugin } from "./plugins/questions.ts";
import { shellPlugin } from "./plugins/shell.ts";

const root = new URL("../", import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(name, root));
const licences = licencesPlugin(pathOf(""));

export default defineConfig({
  root: pathOf("web"),
  mode: "one-file",
  base: "./",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: pathOf("build/one-file"),
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: pathOf("web/index.html"), output: { codeSplitting: false } },
  },
  plugins: [
    localesPlugin(root),
    questionsPlugin(root),
    glossaryPlugin(root),
    shellPlugin(root, "one-file"),
    licences,
    oneFilePlugin(root, licences),
  ],
});
