// SPDX-License-Identifier: MIT
import { t } from "../i18n.ts";
import type { TextKey } from "../i18n.ts";

/** Says politely what was done, with the way back; stays empty while there is nothing to take back. */
export function UndoLine({ words, onUndo }: { words: TextKey | undefined; onUndo: () => void }) {
  return (
    <div role="status" class="undo">
      {words && (
        <>
          <span class="grow">{t(words)}</span>
          <button type="button" class="button" onClick={onUndo}>
            {t("undo.button")}
          </button>
        </>
      )}
    </div>
  );
}
