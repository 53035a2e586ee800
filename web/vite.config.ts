// SPDX-License-Identifier: MIT
// How the web app is built: into build/web/, for any static host and any path, with nothing inlined (the security
// policy allows no inline code). Needs build/wasm/wasm/trellis.{mjs,wasm} from the wasm preset.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { glossaryPlugin } from "./plugins/glossary.ts";
import { licencesPlugin } from "./plugins/licences.ts";
import { localesPlugin } from "./plugins/locales.ts";
import { manifestPlugin } from "./plugins/manifest.ts";
import { precachePlugin } from "./plugins/precache.ts";
import { questionsPlugin } from "./plugins/questions.ts";
import { shellPlugin } from "./plugins/shell.ts";

const root = new URL("../", import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(name, root));

const licences = licencesPlugin(pathOf(""));
/** A pattern for modules: those of packages, and files below web/src/ by folder. */
const modules = (...patterns: readonly string[]) => new RegExp(patterns.join("|"));
const files = (folder: string, ...names: readonly string[]) =>
  `/web/src/${folder}(${names.join("|")})[.]`;

/** What every visit runs. In one file: each further one would cost a slow network a round trip. */
const firstModules = modules(
  "/node_modules/(@?preact|lucide)/",
  "vite/preload-helper",
  "virtual:questions/en|trellis[.]wasm|/locales/en/ui[.]json",
  "/wasm/src/(client|core-address|profile|worker)[.]",
  files("", "app|outlet|core|i18n|ratings|copies|device|update|reading|framework|profiles"),
  files("", "guest|later-files|older|reminder|router|outbox|questions"),
  files("pages/", "home|competency"),
  files(
    "parts/",
    "notices|level-picker|save-state|loading|failure|page-heading|sources|copy-button",
  ),
  files("parts/", "icon|trellis-picture|promises|fold|worded"),
);
/**
 * For a later moment: the role at length, moving answers, privacy, about, opening files. Kept for offline use as soon as
 * the first visit has settled.
 */
const moreModules = modules(
  "/locales/en/ui-more|virtual:glossary/en",
  files("pages/", "about|backup|missing|privacy|role|tour"),
  files(
    "parts/",
    "late-notices|locked|labelled|terms|plain-role|passphrase-field|passphrase-card|erase-card",
  ),
  files("", "erase|backup-file|idle|passphrase"),
  files("styles/", "more|charts|growth|learn"),
  files("documents/", "open-document|plain-text|pdf|pdf-reader"),
  // What the pages for growing and those of the library share.
  files("", "entries|carry-over"),
  files("parts/", "file-picker|keep-focus|undo-notice"),
);
/** The other pages of a first visit, fetched quietly. One file for all compresses better than one for each. */
const pageModules = modules(
  "/locales/en/ui-pages",
  files("pages/", "check|competencies|results"),
  files("parts/", "backup-reminder|finding-card"),
  files("parts/", "verdict|marked-text|safeguards|task-result|posting-result|posting-summary"),
  files(
    "parts/",
    "file-opener|review|review-text|quote|cut-text|reveal|print-button|table|undo-line",
  ),
  files("", "unsaved|check-state|arrivals|launch|documents/problem"),
  files("styles/", "adopt|pages|check|print"),
);

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
        codeSplitting: {
          groups: [
            { name: "first", test: firstModules },
            { name: "more", test: moreModules },
            { name: "pages", test: pageModules },
            { name: "growth", test: modules("/locales/en/ui-growth|/web/src/pages/growth/") },
            {
              name: "pack-check",
              test: modules("/pack-check[.]|/content/schema/|/node_modules/@cfworker/"),
            },
            { name: "learn", test: modules("/locales/en/ui-learn|/web/src/pages/learn/") },
            { name: "qr-code", test: modules("/node_modules/qr/index[.]", "/parts/qr-code[.]") },
            {
              name: "qr-reader",
              test: modules("/node_modules/qr/decode[.]", "/parts/qr-reader[.]"),
            },
            {
              name: "chart",
              test: modules("/locales/en/ui-chart|/node_modules/(d3-|internmap)|/parts/chart[-.]"),
            },
          ],
          includeDependenciesRecursively: false, // what the first page needs too stays with it
        },
      },
    },
  },
  plugins: [
    localesPlugin(root),
    questionsPlugin(root),
    glossaryPlugin(root),
    shellPlugin(root),
    manifestPlugin(root),
    licences,
    precachePlugin(pathOf("web/public")),
  ],
});
