// SPDX-License-Identifier: MIT
// Task families by name, and the family that a typed line seems to be of. The line goes to the core and nowhere else.
import { useEffect, useState } from "preact/hooks";
import type { FamilyName, FamilySuggestion } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { locale } from "../../i18n.ts";
import { useSetting } from "../../entries.ts";

export interface Families {
  all: readonly FamilyName[];
  nameOf: (id: string) => string;
}

/** Any words do: the core names all families beside what it found. */
const anyLine = "-";

export function useFamilies(): Families {
  const [all, setAll] = useState<readonly FamilyName[]>([]);
  const tag = locale.value;
  useEffect(() => {
    ask("suggest_family", { role_id: "any", text: anyLine }).then(
      ({ families }) => setAll(families),
      () => undefined, // the list of entries tells what is wrong
    );
  }, [tag]);
  return { all, nameOf: (id) => all.find((family) => family.id === id)?.name ?? "" };
}

/** Pause after typing, in milliseconds. */
const pause = 250;

/** What the line seems to ask for, the most severe first; empty while it is short or nothing spoke. */
export function useSuggestions(text: string): readonly FamilySuggestion[] {
  const [found, setFound] = useState<readonly FamilySuggestion[]>([]);
  const role = useSetting("role_id");
  const tag = locale.value;
  useEffect(() => {
    if (text.trim().length < 3) return setFound([]);
    let wanted = true;
    const timer = setTimeout(() => {
      ask("suggest_family", { role_id: role || "any", text }).then(
        ({ suggestions }) => wanted && setFound(suggestions),
        () => wanted && setFound([]), // choosing by hand goes on
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, role, tag]);
  return found;
}
