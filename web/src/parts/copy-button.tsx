// SPDX-License-Identifier: MIT
// A button that copies a text and says so. `describedBy` names what the text belongs to, where a page has several.
import { useState } from "preact/hooks";
import { copyText } from "../device.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

interface Props {
  /** What goes to the clipboard. */
  text: string;
  /** The words on the button. */
  words: string;
  describedBy?: string;
  quiet?: boolean;
}

export function CopyButton({ text, words, describedBy, quiet = false }: Props) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    setSaid("");
    setSaid((await copyText(text)) ? t("check.copied") : t("check.copy_failed"));
  };
  return (
    <div class="actions copy">
      <button
        type="button"
        class={quiet ? "link-button" : "button"}
        aria-describedby={describedBy}
        onClick={() => void copy()}
      >
        <Icon name="copy" size={quiet ? 1 : 1.25} />
        {words}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
