// SPDX-License-Identifier: MIT
// A gentle word when something typed seems to point to a person. Never a block, and never what it saw.
import { useEffect, useState } from "preact/hooks";
import type { Result } from "../../core.ts";
import { ask } from "../../core.ts";
import { t } from "../../i18n.ts";

type Seen = Result<"check_note">["kinds"];
/** Pause after typing, in milliseconds. */
const pause = 500;

export function NoteHint({ text }: { text: string }) {
  const [kinds, setKinds] = useState<Seen>([]);
  useEffect(() => {
    if (text.trim() === "") return setKinds([]);
    let wanted = true;
    const timer = setTimeout(() => {
      ask("check_note", { text }).then(
        (seen) => wanted && setKinds(seen.kinds),
        () => undefined, // without the hint everything works
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <div role="status">
      {kinds.length > 0 && (
        <p class="notice warm">
          {t("note.seems", { kinds: kinds.map((kind) => t(`note.${kind}`)).join(", ") })}
        </p>
      )}
    </div>
  );
}
