// SPDX-License-Identifier: MIT
// Stops the build when a language lacks a text, has one too many, or uses other placeholders or plural forms.
// English is the measure. The same check runs in tests/web/locales.spec.ts.
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

type Message = string | Record<string, string>;
type Messages = Record<string, Message>;

export const localeTags = ["en", "es"] as const;

/** The files with words of the interface, below content/locales/TAG/; src/i18n.ts says which pages need which. */
export const wordFiles = [
  "ui",
  "ui-pages",
  "ui-more",
  "ui-growth",
  "ui-learn",
  "ui-chart",
  "ui-one-file",
  "ui-plain",
] as const;

/**
 * All words of one language; a key that stands in two files is told as a fault.
 * @param root  the project's folder, as a file URL that ends in "/"
 */
export async function readMessages(root: URL, tag: string): Promise<Messages> {
  const all: Messages = {};
  for (const name of wordFiles) {
    const path = `content/locales/${tag}/${name}.json`;
    const words = JSON.parse(await readFile(new URL(path, root), "utf8")) as Messages;
    const twice = Object.keys(words).find((key) => key in all);
    if (twice) throw new Error(`${path}: ${twice} stands in another file too`);
    Object.assign(all, words);
  }
  return all;
}

/** @returns one line for each fault; none when all is well */
export function compareMessages(tag: string, english: Messages, other: Messages): string[] {
  const faults: string[] = [];
  for (const key of Object.keys(english)) {
    const [from, to] = [english[key], other[key]];
    if (from === undefined || to === undefined) faults.push(`${tag}: ${key} is missing`);
    else faults.push(...compareMessage(`${tag}: ${key}`, tag, from, to));
  }
  const extra = Object.keys(other).filter((key) => !(key in english));
  return [...faults, ...extra.map((key) => `${tag}: ${key} is not in English`)];
}

function compareMessage(name: string, tag: string, from: Message, to: Message): string[] {
  if (typeof from !== typeof to) return [`${name} has a count in one language only`];
  if (typeof from === "string" && typeof to === "string") {
    if (to.trim() === "") return [`${name} is empty`];
    return placeholders(from) === placeholders(to)
      ? []
      : [`${name} has other placeholders than English`];
  }
  // "many" (a million and more) reads like "other" here and may be left out.
  const needed = new Intl.PluralRules(tag)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== "many");
  const forms = to as Record<string, string>;
  return needed.flatMap((form) => {
    if (!forms[form]) return [`${name} lacks the form "${form}"`];
    const expected = (from as Record<string, string>)["other"] ?? "";
    // "One thing" may say its count in a word.
    const isEqual = placeholders(forms[form], "{count}") === placeholders(expected, "{count}");
    return isEqual ? [] : [`${name} (${form}) has other placeholders`];
  });
}

function placeholders(text: string, leftOut = ""): string {
  const found = new Set(text.match(/\{\w+\}/g) ?? []);
  found.delete(leftOut);
  return [...found].sort().join(" ");
}

export function localesPlugin(root: URL): Plugin {
  return {
    name: "trellis:locales",
    async buildStart() {
      const english = await readMessages(root, "en");
      const faults = compareMessages("en", english, english);
      for (const tag of localeTags.slice(1))
        faults.push(...compareMessages(tag, english, await readMessages(root, tag)));
      if (faults.length > 0) this.error(`interface texts do not match:\n${faults.join("\n")}`);
    },
  };
}
