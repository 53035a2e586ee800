// SPDX-License-Identifier: MIT
// Words that say what they mean when they are tapped: a button in the line, and the browser's own popover.
import { signal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import english from "virtual:glossary/en";
import type { Locale } from "../../../wasm/src/api.gen.ts";
import { locale } from "../i18n.ts";
import "../styles/more.ts";

export interface GlossaryEntry {
  name: string;
  /** What it means, in a sentence or two. */
  text: string;
}

type Glossary = readonly GlossaryEntry[];

const glossaries = signal<Partial<Record<Locale, Glossary>>>({ en: english });

export function WithTerms({ text }: { text: string }) {
  const tag = locale.value;
  useEffect(() => void load(tag), [tag]);
  return (
    <>
      {splitAtTerms(text, glossaries.value[tag] ?? [], tag).map(({ words, entry }, nth) =>
        entry ? <Term key={nth} words={words} entry={entry} /> : words,
      )}
    </>
  );
}

/** Without a network the words of a language may be missing; the text stands as it is then. */
async function load(tag: Locale): Promise<void> {
  if (tag !== "es" || glossaries.value.es) return;
  const spanish = await import("virtual:glossary/es").catch(() => undefined);
  if (spanish) glossaries.value = { ...glossaries.value, es: spanish.default };
}

function Term({ words, entry }: { words: string; entry: GlossaryEntry }) {
  const id = useId();
  return (
    <>
      <button type="button" class="term" popovertarget={id}>
        {words}
      </button>
      <span id={id} class="term-text" popover="auto" role="note">
        <b>{entry.name}</b>: {entry.text}
      </span>
    </>
  );
}

interface Part {
  words: string;
  entry?: GlossaryEntry;
}

/** Cuts a text where a word of the glossary stands, whole and in any case: the longer name first, each one once. */
function splitAtTerms(text: string, glossary: Glossary, tag: string): Part[] {
  const byName = new Map(glossary.map((entry) => [entry.name.toLocaleLowerCase(tag), entry]));
  const names = [...byName.keys()].sort((one, other) => other.length - one.length);
  if (names.length === 0) return [{ words: text }];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const seen = new Set<GlossaryEntry>();
  return text.split(pattern).map((words, nth) => {
    const entry = nth % 2 === 1 ? byName.get(words.toLocaleLowerCase(tag)) : undefined;
    if (!entry || seen.has(entry)) return { words };
    seen.add(entry);
    return { words, entry };
  });
}
