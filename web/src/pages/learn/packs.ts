// SPDX-License-Identifier: MIT
// Content packs that a person loaded: checked, kept as entries, read anew each time. Knows no component.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Pack, PackProblem } from "../../../../wasm/src/api.gen.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure } from "../../core.ts";
import { keepEntry, removeEntry, useEntries } from "../../entries.ts";
import { locale } from "../../i18n.ts";
import type { FormProblem } from "./pack-check.ts";

/** A pack, or why it cannot be used. */
export interface Checked {
  pack: Pack | null;
  problems: readonly FormProblem[];
  /** What names something that is not there, or is there already. */
  idProblems: readonly PackProblem[];
}

export interface LoadedPack extends Checked {
  /** Why it could not be looked over; nothing is known of it then. */
  failure: Failure | null;
  seriesId: string;
  text: string;
}

/** Looks a file over: its form first, then the ids it names. Rejects as the core does. */
export async function checkPack(text: string): Promise<Checked> {
  const { checkPackText } = await import("./pack-check.ts");
  const problems = checkPackText(text);
  if (problems.length > 0) return { pack: null, problems, idProblems: [] };
  const { pack, problems: idProblems } = await ask("read_pack", { pack: text });
  return { pack, problems, idProblems };
}

export function keepPack({ id }: Pack, text: string): Promise<void> {
  return keepEntry("pack", { pack_id: id, text }, `pack.${id}`);
}

export const removePack = (seriesId: string): Promise<void> => removeEntry(seriesId);

const nothing: Checked = { pack: null, problems: [], idProblems: [] };

interface Loaded {
  packs: readonly LoadedPack[];
  /** Why the list could not be read. */
  failure: Failure | null;
}

const loaded = signal<readonly LoadedPack[]>([]);

/** The packs that are kept, as they are in the language of now. */
export function usePacks(): Loaded {
  const { all, failure } = useEntries("pack");
  const language = locale.value;
  const key = JSON.stringify((all ?? []).map(({ series_id, noted_at }) => [series_id, noted_at]));
  useEffect(() => {
    if (!all) return;
    let isWanted = true;
    const reading = all.map(async ({ series_id, body }) => {
      const checked = await checkPack(body.text).then(
        (found) => ({ ...found, failure: null }),
        (error: unknown) => ({ ...nothing, failure: failureOf(error) }),
      );
      return { ...checked, seriesId: series_id, text: body.text };
    });
    void Promise.all(reading).then((packs) => isWanted && (loaded.value = packs));
    return () => {
      isWanted = false;
    };
  }, [key, language]);
  return { packs: failure ? [] : loaded.value, failure };
}
