// SPDX-License-Identifier: MIT
// Files in and out of the pages for growing: text that a person takes along, and the way to text that a person chooses.
import { useState } from "preact/hooks";
import { canShare, download, share } from "../../device.ts";
import { t } from "../../i18n.ts";
import { FilePicker as AnyFilePicker } from "../../parts/file-picker.tsx";
import type { FilePickerProps } from "../../parts/file-picker.tsx";
import { Icon } from "../../parts/icon.tsx";

/** A button that reads files, with what to do when one cannot be read. */
export function FilePicker(props: Omit<FilePickerProps, "next">) {
  return <AnyFilePicker {...props} next="grow.file_next" />;
}

interface HandOutProps {
  words: string;
  fileName: string;
  type: string;
  make: () => Promise<string>;
}

/**
 * Hands a text out as a file: by the share sheet where there is one, else as a download. Where the tap was too long
 * ago for a share sheet, the button asks for another one.
 */
export function HandOut({ words, fileName, type, make }: HandOutProps) {
  const [waiting, setWaiting] = useState<File | null>(null);
  const [said, setSaid] = useState("");
  const give = async () => {
    setSaid("");
    const file = waiting ?? new File([await make()], fileName, { type });
    const isShared = canShare(file);
    const isGiven = isShared ? await share(file, fileName) : download(file);
    setWaiting(isGiven ? null : file);
    if (!isGiven) setSaid(t("grow.file_again"));
    else if (!isShared) setSaid(t("grow.file_out", { file: fileName })); // a share sheet speaks for itself
  };
  const run = () => give().catch(() => setSaid(t("app.unexpected")));
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => void run()}>
        <Icon name="download" />
        {words}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
