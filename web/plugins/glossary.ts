// SPDX-License-Identifier: MIT
// The glossary as a module for each language, for words that can be tapped on any page. Read from content/.
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import type { GlossaryEntry } from "../src/parts/terms.tsx";
import { virtualPlugin } from "./virtual.ts";

/** @param root  the project's folder, as a file URL that ends in "/" */
export function glossaryPlugin(root: URL): Plugin {
  const read = async (path: string) =>
    JSON.parse(await readFile(new URL(path, root), "utf8")) as unknown;
  return virtualPlugin("glossary", async (tag) => {
    const rows = (await read("content/library/glossary.json")) as (GlossaryEntry & {
      id: string;
    })[];
    const path = `content/locales/${tag}/library-glossary.json`;
    const words = tag === "en" ? {} : ((await read(path)) as Record<string, GlossaryEntry>);
    return rows.map((row): GlossaryEntry => {
      const { name, text } = { ...row, ...words[row.id] };
      return { name, text };
    });
  });
}
