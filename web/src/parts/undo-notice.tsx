// SPDX-License-Identifier: MIT
// Undo in place of "are you sure?": what was done is done, and one tap takes it back for as long as nothing else was
// done. No timer takes the offer away (WCAG 2.2, 2.2.1).
import { signal } from "@preact/signals";
import { t } from "../i18n.ts";

interface Undo {
  /** What was done: "Goal removed". */
  words: string;
  undo: () => Promise<void>;
}

const offered = signal<Undo | null>(null);

/** Says what was done and offers to take it back. The next call takes the place of this one. */
export function offerUndo(words: string, undo: () => Promise<void>): void {
  offered.value = { words, undo };
}

/** Takes the offer away, when something was done that it does not fit any more. */
export function withdrawUndo(): void {
  offered.value = null;
}

/** Put it once on a page that offers undo. */
export function UndoNotice() {
  const offer = offered.value;
  const takeBack = async () => {
    withdrawUndo();
    await offer?.undo();
  };
  return (
    <div role="status" class="undo">
      {offer && (
        <>
          <span class="grow">{offer.words}</span>
          <button type="button" class="button" onClick={() => void takeBack()}>
            {t("undo.button")}
          </button>
        </>
      )}
    </div>
  );
}
