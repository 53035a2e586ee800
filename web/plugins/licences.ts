// SPDX-License-Identifier: MIT
// The licences of the packages that the app is built from, as one text beside it: their terms ask that it goes along.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

export const licencesFile = "licences.txt";

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
      const texts = await Promise.all([...folders].sort().map(licenceOf));
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
