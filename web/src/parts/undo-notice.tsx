// SPDX-License-Identifier: MIT
// Undo in place of "are you sure?": what was done is done, and one tap takes it back for as long as nothing else was
// done. No timer takes the offer away (WCAG 2.2, 2.2.1). What could not be done is told here, too.
import { signal } from "@preact/signals";
import { failureOf } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { Failure } from "./failure.tsx";

interface Undo {
  /** What was done: "Goal removed". */
  words: string;
  undo: () => Promise<void>;
}

const offered = signal<Undo | null>(null);
const failed = signal<FailureText | null>(null);

/** Does something, says that it was done, and offers to take it back. The next call takes the place of this one. */
export async function doWithUndo(
  words: string,
  act: () => Promise<void>,
  undo: () => Promise<void>,
): Promise<void> {
  if (await attempt(act)) offered.value = { words, undo };
}

/** Put it once on a page that offers undo. */
export function UndoNotice() {
  const offer = offered.value;
  return (
    <>
      {failed.value && <Failure failure={failed.value} />}
      <div role="status" class="undo">
        {offer && (
          <>
            <span class="grow">{offer.words}</span>
            <button type="button" class="button" onClick={() => void attempt(offer.undo)}>
              {t("undo.button")}
            </button>
          </>
        )}
      </div>
    </>
  );
}

/** @returns whether it was done; the offer of before fits no more either way */
async function attempt(act: () => Promise<void>): Promise<boolean> {
  offered.value = null;
  try {
    await act();
    failed.value = null;
    return true;
  } catch (error) {
    failed.value = failureOf(error);
    return false;
  }
}
