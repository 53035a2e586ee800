// SPDX-License-Identifier: MIT
// Which items a group does, and the lines that came in. In memory only: a shared device keeps nothing of a group.
import { effect, signal } from "@preact/signals";
import type { Competency, Framework } from "../../../../wasm/src/api.gen.ts";
import { useReading } from "../../reading.ts";
import { holdUnsaved } from "../../unsaved.ts";
import { useFramework } from "./framework.ts";

/** Chosen by the trainer; null: the short set. */
const chosen = signal<readonly string[] | null>(null);
/** One for each person, sorted, so that the order of arrival is not kept. */
export const lines = signal<readonly string[]>([]);
effect(() => holdUnsaved("group", lines.value.length > 0));

export interface GroupItems {
  framework: Framework;
  /** In the framework's order. */
  items: readonly Competency[];
  /** The same as one line of text, for handing over. */
  text: string;
}

/** The items of the group; null until they are here. */
export function useGroupItems(): GroupItems | null {
  const reading = useFramework();
  const form = useReading("get_form", { form: "short" });
  if (reading.state !== "ready" || form.state !== "ready") return null;
  const { framework } = reading.value;
  const ids = chosen.value ?? form.value.items.map(({ competency_id }) => competency_id);
  const items = framework.competencies.filter(({ id }) => ids.includes(id));
  return { framework, items, text: items.map(({ id }) => id).join(" ") };
}

export function chooseItems(ids: readonly string[]): void {
  chosen.value = ids;
}

/** Takes the items that a text names, as the trainer hands it out. @returns false when it names none */
export function takeItems(text: string): boolean {
  const ids = text.match(/\b[A-Z]{1,3}\d+(?:\.\d+)?\b/g) ?? [];
  if (ids.length > 0) chosen.value = ids;
  return ids.length > 0;
}

/** Lines inside any text: from a camera, a file, or the clipboard. */
export function linesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
