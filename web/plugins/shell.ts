// SPDX-License-Identifier: MIT
// Fills index.html at build time: the first screen in every language, the role for readers without scripts, the
// security policy, and early fetches of what the first visit needs.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin } from "vite";
import { metaPolicy } from "../../scripts/security-headers.mjs";
import { localeTags } from "./locales.ts";
import { escapeHtml, plainRole } from "./plain.ts";
import { questionsPlugin } from "./questions.ts";

type Prerender = typeof import("../src/prerender.tsx");

export function shellPlugin(root: URL): Plugin {
  return {
    name: "trellis:shell",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(template, context) {
        const { module } = await runnerImport<Prerender>(
          fileURLToPath(new URL("web/src/prerender.tsx", root)),
          {
            configFile: false,
            oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
            plugins: [withoutWorker, questionsPlugin(root)],
          },
        );
        const shells = localeTags.map(
          (tag) => `<div class="shell" lang="${tag}">${module.renderShell(tag)}</div>`,
        );
        const plainPart = await plainRole(root);
        const filled = template
          .replace("<!--shell-->", () => shells.join(""))
          .replace("<!--plain-->", () => plainPart)
          .replace("%description%", () => escapeHtml(module.textOf("en", "app.description")));
        const html = bootLast(filled, earlyFetches(context), wordsOf(context));
        return { html, tags: [policyTag()] };
      },
    },
  };
}

/** At build time there is no worker to start; the first screen never asks it anything while rendering. */
const withoutWorker: Plugin = {
  name: "trellis:without-worker",
  enforce: "pre",
  resolveId: (id) => (id.includes("?worker") ? "\0no-worker" : undefined),
  load: (id) => (id === "\0no-worker" ? "export default '';" : undefined),
};

function policyTag(): HtmlTagDescriptor {
  const attrs = { "http-equiv": "Content-Security-Policy", content: metaPolicy };
  return { tag: "meta", attrs, injectTo: "head-prepend" };
}

const bootTag = '<script src="./boot.js"></script>';

/**
 * Puts the one script that blocks behind everything else in the head. Chromium's look-ahead stops at a policy in a
 * meta element: whatever stands behind a blocking script would be fetched one round trip later.
 */
function bootLast(html: string, fetches: string, words: string): string {
  const boot = bootTag.replace(" src", ` ${words} src`);
  return html.replace(bootTag, "").replace("</head>", () => `${fetches}${boot}</head>`);
}

/** Where the words of each language but English are, for boot.js to fetch them beside the script that asks for them. */
function wordsOf({ bundle }: IndexHtmlTransformContext): string {
  const addressIn = (tag: string) =>
    Object.values(bundle ?? {}).find(
      (file) =>
        file.type === "chunk" && file.facadeModuleId?.endsWith(`/locales/${tag}/ui.json`) === true,
    )?.fileName;
  return localeTags
    .filter((tag) => tag !== "en")
    .map((tag) => `data-${tag}="./${addressIn(tag)}"`)
    .join(" ");
}

/**
 * What the entry imports is fetched beside it. So are the worker and the core, at low priority, so that the first
 * screen does not wait.
 */
function earlyFetches({ bundle }: IndexHtmlTransformContext): string {
  const all = Object.keys(bundle ?? {});
  const first = all.find((name) => /\/first-[\w-]+\.js$/.test(name));
  const names = all.filter((name) => /\/worker-[\w-]+\.js$|\.wasm$/.test(name));
  const attributes = 'rel="preload" as="fetch" crossorigin fetchpriority="low"';
  const fetches = names.map((name) => `<link ${attributes} href="./${name}">`);
  return [`<link rel="modulepreload" crossorigin href="./${first}">`, ...fetches].join("");
}
