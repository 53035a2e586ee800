// SPDX-License-Identifier: MIT
// Undo in place of "are you sure?": what was done is done, and one tap takes it back for as long as nothing else was
// done. No timer takes the offer away (WCAG 2.2, 2.2.1). What could not be done is told here, too.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { failureOf } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import type { TextKey } from "../i18n.ts";
import { Failure } from "./failure.tsx";
import { UndoLine } from "./undo-line.tsx";

interface Undo {
  /** What was done: "Goal removed". */
  words: TextKey;
  undo: () => Promise<void>;
}

const offered = signal<Undo | null>(null);
const failed = signal<FailureText | null>(null);

/** Does something, says that it was done, and offers to take it back. The next call takes the place of this one. */
export async function doWithUndo(
  words: TextKey,
  act: () => Promise<void>,
  undo: () => Promise<void>,
): Promise<void> {
  offered.value = null; // what was offered before fits no more
  if (await attempt(act)) offered.value = { words, undo };
}

/** An offer that could not be kept stays, unless something else was done meanwhile. */
async function takeBack(offer: Undo): Promise<void> {
  offered.value = null;
  if (!(await attempt(offer.undo))) offered.value ??= offer;
}

/** Put it once on a page that offers undo. */
export function UndoNotice() {
  const offer = offered.value;
  useEffect(
    () => () => {
      failed.value = null; // it was told; the next page has not failed
    },
    [],
  );
  return (
    <>
      {failed.value && <Failure failure={failed.value} />}
      <UndoLine words={offer?.words} onUndo={() => offer && void takeBack(offer)} />
    </>
  );
}

/** @returns whether it was done */
async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    failed.value = null;
    return true;
  } catch (error) {
    failed.value = failureOf(error);
    return false;
  }
}
