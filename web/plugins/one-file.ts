// SPDX-License-Identifier: MIT
// What makes one file of the app: the worker, the core and the packs of content as text inside the script, and the
// script, the icon, the neutral page and the licences inside the page. PDF.js and libsodium stay outside.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import type { Plugin, Rolldown } from "vite";
import { oneFilePolicy } from "../../scripts/security-headers.mjs";
import { licencesFile } from "./licences.ts";
import { localeTags } from "./locales.ts";
import { escapeHtml } from "./plain.ts";

export const oneFileName = "trellis.html";

/** @param licences  the plugin that collects the packages of the page, so that it sees those of the worker too */
export function oneFilePlugin(root: URL, licences: Plugin): Plugin {
  return {
    name: "trellis:one-file",
    enforce: "pre",
    resolveId: (id) => (/\/worker\.ts\?worker&url$/.test(id) ? "\0worker" : outside(id)),
    load: async (id) => (id === "\0worker" ? workerModule(await buildWorker(root, licences)) : emptyModule(id)),
    transformIndexHtml: { order: "pre", handler: (html) => html.replace("/src/main.tsx", "/src/one-file.ts") },
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") return this.error("no page was built");
        page.source = await closePage(root, String(page.source), bundle);
        page.fileName = oneFileName;
        const files = Object.values(bundle).map(({ fileName }) => fileName);
        if (files.length > 1) this.error(`more than one file: ${files.join(", ")}`);
      },
    },
  };
}

/** Addresses that the page never asks for here: the core, which the worker carries, and the reader of PDF files. */
function outside(id: string): string | undefined {
  return /\.wasm\?url$|\/pdf-reader\.ts\?/.test(id) ? "\0address" : undefined;
}

function emptyModule(id: string): string | undefined {
  return id === "\0address" ? 'export default "";' : undefined;
}

/** A worker may come from an address that the page made itself, also where there is no server. */
function workerModule(code: string): string {
  const blob = `new Blob([${JSON.stringify(code)}], { type: "text/javascript" })`;
  return `export default URL.createObjectURL(${blob});`;
}

async function buildWorker(root: URL, licences: Plugin): Promise<string> {
  const output = { format: "iife", codeSplitting: false, entryFileNames: "worker.js" } as const;
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root: fileURLToPath(new URL("web", root)),
    publicDir: false,
    plugins: [packedPlugin, { name: licences.name, moduleParsed: licences.moduleParsed }],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("wasm/src/worker.ts", root)),
        output,
        checks: { emptyImportMeta: false }, // of Vite's helper, which does nothing here
      },
    },
  });
  const [{ output: chunks }] = [built].flat() as [Rolldown.RolldownOutput];
  if (chunks.length !== 1) throw new Error(`the worker must stand alone: ${chunks.map(({ fileName }) => fileName).join(", ")}`);
  return chunks[0].code;
}

/**
 * Files that the worker fetches, from packed bytes that it carries: the core as bytes, the content as addresses that hold
 * it (over file://, WebKit fetches data: and no blob:). The whole core where the app begins with a smaller one; no libsodium.
 */
const packedPlugin: Plugin = {
  name: "trellis:packed",
  enforce: "pre",
  async resolveId(id, importer) {
    if (id.endsWith("/sealing.ts")) return "\0sealing";
    const whole = id.replace(/\/trellis\.(mjs|wasm)/, "/trellis-whole.$1");
    if (/\.mjs$/.test(id)) return whole === id ? undefined : this.resolve(whole, importer, { skipSelf: true });
    if (!/\.(wasm|txt)\?url$/.test(id)) return undefined;
    const file = await this.resolve(whole.replace("?url", ""), importer, { skipSelf: true });
    return file && `\0packed:${file.id}`;
  },
  /** Emscripten's own guess where the core lies would be taken for one more file, and a classic script has no address. */
  transform: (code, id) =>
    id.endsWith("/trellis-whole.mjs")
      ? code.replace('new URL("trellis-whole.wasm",import.meta.url).toString()', '""').replace("import.meta.url", '""')
      : undefined,
  async load(id) {
    if (id === "\0sealing") return 'export const loadSealing = () => Promise.reject(new Error("left out"));';
    if (!id.startsWith("\0packed:")) return undefined;
    const path = id.slice("\0packed:".length);
    const packed = gzipSync(await readFile(path), { level: 9 }).toString("base64");
    const code = [
      'import { gunzipSync, strFromU8 } from "fflate";',
      `const bytes = gunzipSync(Uint8Array.from(atob("${packed}"), (character) => character.charCodeAt(0)));`,
      path.endsWith(".wasm")
        ? "export default bytes;" // Core.load takes either
        : 'export default "data:text/plain;charset=utf-8," + encodeURIComponent(strFromU8(bytes));',
    ].join("\n");
    return { code, moduleType: "js" };
  },
};

/** The page with everything in it, and the policy that lets only that run. */
async function closePage(root: URL, page: string, bundle: Rolldown.OutputBundle): Promise<string> {
  const icon = await readFile(new URL("web/public/icons/icon.svg", root), "base64");
  const inside = [...(await neutralPages(root)), takeLicences(bundle), `<script type="module">${takeEntry(bundle)}</script>`];
  const html = page
    .replace(/<link rel="(apple-touch-icon|manifest)"[^>]*>\s*/g, "")
    .replace(/(<link rel="icon" href=)"[^"]*"/, `$1"data:image/svg+xml;base64,${icon}"`)
    .replace(/<script type="module"[^>]*src=[^>]*><\/script>\s*/, "")
    .replace("</body>", () => `${inside.join("\n")}\n</body>`);
  const textsOf = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}(?! type="text/html")(?: [^>]*)?>([^]*?)</${tag}>`, "g"))].map(([, text = ""]) => text);
  const policy = oneFilePolicy({ scripts: textsOf("script"), styles: textsOf("style") });
  const element = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;
  return html.replace('<meta charset="utf-8" />', (meta) => `${meta}${element}`);
}

function takeEntry(bundle: Rolldown.OutputBundle): string {
  const [entry, ...others] = Object.values(bundle).filter((file) => file.type === "chunk");
  if (!entry || others.length > 0) throw new Error("the script must be one");
  delete bundle[entry.fileName];
  // Nothing in a script element may look like its end or like a comment of HTML.
  return entry.code.replace(/<(?=\/script|!--|script)/gi, "\\x3C").trim();
}

function takeLicences(bundle: Rolldown.OutputBundle): string {
  const file = bundle[licencesFile];
  if (file?.type !== "asset") throw new Error("no licences were collected");
  delete bundle[licencesFile];
  return `<template id="licences">${escapeHtml(String(file.source))}</template>`;
}

/** Where a person who leaves quickly lands (web/src/one-file.ts): the pages that the app has beside it. */
async function neutralPages(root: URL): Promise<string[]> {
  const files = { en: "list.html", es: "lista.html" };
  return Promise.all(
    localeTags.map(async (tag) => {
      const text = await readFile(new URL(`web/public/${files[tag]}`, root), "utf8");
      const part = (name: string) => new RegExp(`<${name}>([^]*)</${name}>`).exec(text)?.[1]?.trim() ?? "";
      return `<template id="list-${tag}" data-title="${part("title")}">${part("body")}</template>`;
    }),
  );
}
