// SPDX-License-Identifier: MIT
// Whether anything stands here that starting Trellis anew would lose or disturb: half a form, a text to check, what a
// group handed in. A new version waits for that (parts/notices.tsx).
import { computed, signal } from "@preact/signals";

const holders = signal<ReadonlySet<string>>(new Set());

export const isAnythingUnsaved = computed(() => holders.value.size > 0);

/** @param holder  what it is, for example "drafts" */
export function holdUnsaved(holder: string, isUnsaved: boolean): void {
  if (holders.peek().has(holder) === isUnsaved) return;
  const others = [...holders.peek()].filter((each) => each !== holder);
  holders.value = new Set(isUnsaved ? [...others, holder] : others);
}
