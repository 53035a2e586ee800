// SPDX-License-Identifier: MIT
// Fills index.html at build time: the first screen and the first question in every language, the style, what runs before
// the first paint, the role for readers without scripts, the security policy, and early fetches of what a visit needs.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { minifySync, runnerImport } from "vite";
import type { HtmlTagDescriptor, IndexHtmlTransformContext, Plugin, Rolldown } from "vite";
import { metaPolicy } from "../../scripts/security-headers.mjs";
import { localeTags } from "./locales.ts";
import { escapeHtml, plainRole } from "./plain.ts";
import { glossaryPlugin } from "./glossary.ts";
import { questionsPlugin } from "./questions.ts";

type Prerender = typeof import("../src/prerender.tsx");

/** @param edition  the app on a server, or all of it in one file */
export function shellPlugin(root: URL, edition: "hosted" | "one-file" = "hosted"): Plugin {
  const isOneFile = edition === "one-file";
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
            mode: isOneFile ? "one-file" : "production",
            oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
            plugins: [withoutWorker, questionsPlugin(root), glossaryPlugin(root)],
          },
        );
        const screens = localeTags.flatMap((tag) =>
          module.shellPages.map(
            (page) =>
              `<script type="text/html" lang="${tag}" data-at="${page}">${module.renderShell(tag, page)}</script>`,
          ),
        );
        const plainPart = await plainRole(root);
        const boot = await inlineText(root, "boot.js", {
          IS_ONE_FILE: isOneFile,
          FIRST_QUESTION: module.firstQuestionHref,
        });
        const show = await inlineText(root, "first-screen.js", { IS_ONE_FILE: isOneFile });
        const style = takeStyle(context);
        const html = template
          .replace(
            "<!--screens-->",
            () => `${screens.join("")}<script id="screen">${show}</script>`,
          )
          .replace("<!--plain-->", () => plainPart)
          .replace("%description%", () => escapeHtml(module.textOf("en", "app.description")))
          .replace(/<link rel="stylesheet"[^>]*>/, "")
          .replace("<!--boot-->", () => {
            // Nothing is painted before the screen is there: a frame without it only holds it up.
            const start = `<link rel="expect" href="#screen" blocking="render"><style>${style}</style><script`;
            if (isOneFile) return `${start}>${boot}</script>`;
            return `${start} ${earlyFiles(context)}>${boot}</script>`;
          });
        if (isOneFile) return html; // its policy comes with its script (one-file.ts)
        const start = await inlineText(root, "start.js", { APP: appFiles(context) });
        return {
          html: html.replace(appScript, () => `<script type="module">${start}</script>`),
          tags: [policyTag([boot, start, show], style)],
        };
      },
    },
  };
}

/** As Vite writes the element of the app's script. */
const appScript = /<script type="module" crossorigin src="[^"]*"><\/script>/;

/** At build time there is no worker to start; the first screen never asks it anything while rendering. */
const withoutWorker: Plugin = {
  name: "trellis:without-worker",
  enforce: "pre",
  resolveId: (id) => (/\?worker|\.wasm\?url/.test(id) ? "\0no-worker" : undefined),
  load: (id) => (id === "\0no-worker" ? "export default '';" : undefined),
};

function policyTag(scripts: string[], style: string): HtmlTagDescriptor {
  const content = metaPolicy({ scripts, styles: [style] });
  const attrs = { "http-equiv": "Content-Security-Policy", content };
  return { tag: "meta", attrs, injectTo: "head-prepend" };
}

/** What has to run before the first paint; inside the page it costs no round trip. */
async function inlineText(
  root: URL,
  name: string,
  values: Record<string, string | boolean | string[]>,
): Promise<string> {
  let text = await readFile(new URL(`web/src/${name}`, root), "utf8");
  for (const [key, value] of Object.entries(values))
    text = text.replaceAll(key, JSON.stringify(value));
  const compress = { target: "es2015" }; // older browsers are told that they are too old
  return minifySync(name, text, { compress, module: name === "start.js" }).code.trim();
}

/** The one style sheet, which moves into the page: a file of its own would hold up the first paint. */
function takeStyle({ bundle = {} }: IndexHtmlTransformContext): string {
  const name = Object.keys(bundle).find((file) => file.endsWith(".css")) ?? "";
  const file = bundle[name];
  if (file?.type !== "asset") throw new Error("no style sheet was built");
  delete bundle[name];
  return String(file.source).trim();
}

/**
 * For boot.js, which fetches early what start.js asks for: the app's files, and the words of each language but English;
 * and where the address asks for another page, what all of them stand on, one round trip earlier each. The core is not
 * fetched early: it would share the line with the first screen.
 */
function earlyFiles(context: IndexHtmlTransformContext): string {
  const words = (tag: string) =>
    fileNameOf(
      context,
      (file) => file.facadeModuleId?.endsWith(`/locales/${tag}/ui.json`) === true,
    );
  const attributes = localeTags
    .filter((tag) => tag !== "en")
    .map((tag) => `data-${tag}="${words(tag)}"`);
  const deep = ["rolldown-runtime", "pages", "more"].map((stem) =>
    fileNameOf(context, ({ name }) => name === stem),
  );
  return [
    `data-app="${appFiles(context).join(" ")}"`,
    `data-deep="${deep.join(" ")}"`,
    ...attributes,
  ].join(" ");
}

/** What every visit runs, and the script that starts it. */
function appFiles(context: IndexHtmlTransformContext): string[] {
  return [
    fileNameOf(context, ({ fileName }) => /\/first-[\w-]+\.js$/.test(fileName)),
    fileNameOf(context, ({ fileName, isEntry }) => isEntry && fileName !== "sw.js"),
  ];
}

function fileNameOf(
  { bundle = {} }: IndexHtmlTransformContext,
  isWanted: (chunk: Rolldown.OutputChunk) => boolean,
): string {
  const found = Object.values(bundle).find((file) => file.type === "chunk" && isWanted(file));
  if (!found) throw new Error("a file that every visit runs was not built");
  return `./${found.fileName}`;
}
