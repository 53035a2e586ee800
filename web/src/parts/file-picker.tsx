// SPDX-License-Identifier: MIT
// A button that reads text from files that a person chooses.
import { Icon } from "./icon.tsx";

interface FilePickerProps {
  words: string;
  /** Called for one file after the other. */
  onText: (text: string) => unknown;
  multiple?: boolean;
}

/** Reads each file that is chosen; nothing leaves the device. */
export function FilePicker({ words, onText, multiple = false }: FilePickerProps) {
  const read = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file can be chosen again
    for (const file of files) await onText(await file.text());
  };
  return (
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
  );
}
