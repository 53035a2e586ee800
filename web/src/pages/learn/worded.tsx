// SPDX-License-Identifier: MIT
// A text in which the words of the glossary can be tapped. Which words those are comes from the core.
import { locale } from "../../i18n.ts";
import { Term } from "../../parts/term.tsx";
import { useReading } from "../../reading.ts";
import type { RowOf } from "./sections.ts";

type Entry = RowOf<"glossary">;

export function Worded({ text }: { text: string }) {
  const reading = useReading("get_section", { section: "glossary" });
  if (reading.state !== "ready") return <>{text}</>;
  const parts = splitAtTerms(text, reading.value.glossary ?? [], locale.value);
  return (
    <>
      {parts.map(({ words, entry }, nth) =>
        entry ? <Term key={nth} words={words} name={entry.name} text={entry.text} /> : words,
      )}
    </>
  );
}

interface Part {
  words: string;
  entry?: Entry;
}

/** Cuts a text where a word of the glossary stands, whole and in any case: the longer name first, each one once. */
export function splitAtTerms(text: string, glossary: readonly Entry[], tag: string): Part[] {
  const byName = new Map(glossary.map((entry) => [entry.name.toLocaleLowerCase(tag), entry]));
  const names = [...byName.keys()].sort((one, other) => other.length - one.length);
  if (names.length === 0) return [{ words: text }];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const seen = new Set<Entry>();
  return text.split(pattern).map((words, nth) => {
    const entry = nth % 2 === 1 ? byName.get(words.toLocaleLowerCase(tag)) : undefined;
    if (!entry || seen.has(entry)) return { words };
    seen.add(entry);
    return { words, entry };
  });
}
