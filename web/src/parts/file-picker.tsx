// SPDX-License-Identifier: MIT
// A button that reads text from files that a person chooses, and says so when one cannot be read.
import { useSignal } from "@preact/signals";
import { unexpected } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import type { TextKey } from "../i18n.ts";
import { Failure } from "./failure.tsx";
import { Icon } from "./icon.tsx";

export interface FilePickerProps {
  words: string;
  /** What to do after a file that could not be read. */
  next: TextKey;
  /** Called for one file after the other. */
  onText: (text: string) => unknown;
  multiple?: boolean;
}

/** In bytes: what Trellis writes and reads as text is far smaller. A bigger file is a picture or a film. */
const bytesMax = 10_000_000;

/** Reads each file that is chosen; nothing leaves the device. */
export function FilePicker({ words, next, onText, multiple = false }: FilePickerProps) {
  const failure = useSignal<FailureText | null>(null);
  const fail = (message: TextKey): void => {
    failure.value = { ...unexpected(), message: t(message), nextStep: t(next) };
  };
  const read = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file can be chosen again
    failure.value = null;
    for (const file of files) {
      if (file.size > bytesMax) return fail("file.not_text");
      const text = await file.text().catch(() => null); // moved or removed since it was chosen
      if (text === null) return fail("file.damaged");
      await onText(text);
    }
  };
  return (
    <>
      {failure.value && <Failure failure={failure.value} />}
      <label class="button wide file-field">
        <Icon name="upload" />
        {words}
        <input
          type="file"
          class="visually-hidden"
          multiple={multiple}
          accept=".json,.txt,application/json,text/plain"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
    </>
  );
}
