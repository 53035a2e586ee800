// SPDX-License-Identifier: MIT
// The licences of the packages that the app is built from, as one text beside it: their terms ask that it goes along.
// The bundler sees the packages of the page; what the core is compiled from is listed here.
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

export const licencesFile = "licences.txt";

/** What is inside trellis.wasm: a title, and the files with its terms, from npm, Debian and Emscripten, if any. */
const compiledIn: readonly (readonly [title: string, ...files: string[]])[] = [
  [
    "SQLite (public domain) with SQLite3MultipleCiphers, Copyright (c) 2006-2025 Ulrich Telle (MIT)",
    "node_modules/better-sqlite3-multiple-ciphers/LICENSE",
  ],
  ["Snowball's libstemmer (BSD-3-Clause)", "node_modules/node-snowball/src/libstemmer/COPYING"],
  ["JSON for Modern C++ (MIT)", "/usr/share/doc/nlohmann-json3-dev/copyright"],
  ["tl::expected (CC0-1.0)", "/usr/share/doc/libexpected-dev/copyright"],
  ["Emscripten's C library, musl (MIT)", "/usr/share/emscripten/system/lib/libc/musl/COPYRIGHT"],
  ["Emscripten's C++ library, libc++ (Apache-2.0 with LLVM exceptions: https://llvm.org/LICENSE.txt)"],
];

/**
 * Collects packages while files are bundled, also in workers (use one plugin for all), and writes the text at the
 * end.
 */
export function licencesPlugin(root: string): Plugin {
  const folders = new Set<string>();
  return {
    name: "trellis:licences",
    apply: "build",
    moduleParsed({ id }) {
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/"))?.[0];
      if (folder) folders.add(folder.replaceAll("\0", ""));
    },
    async generateBundle() {
      const own = await readFile(join(root, "LICENSE"), "utf8");
      const texts = await Promise.all([
        ...[...folders].sort().map(licenceOf),
        ...compiledIn.map(([title, ...files]) => termsOf(title, files.map((file) => resolve(root, file)))),
      ]);
      const source = [`Trellis\n\n${own.trim()}`, ...texts].join(`\n\n${"-".repeat(72)}\n\n`);
      this.emitFile({ type: "asset", fileName: licencesFile, source: `${source}\n` });
    },
  };
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  ) as { name: string; version: string; license: string };
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? (await readFile(join(folder, file), "utf8")).trim() : "";
  return `${name} ${version} (${license})\n\n${text}`.trim();
}

async function termsOf(title: string, files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return [title, ...texts.map((text) => text.trim())].join("\n\n");
}
