// SPDX-License-Identifier: MIT
// Opens a file beside pasting its text, and says how the text in the box came there.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Arrival } from "../arrivals.ts";
import { unexpected } from "../core.ts";
import type { DocumentProblem } from "../documents/problem.ts";
import { isOneFile } from "../edition.ts";
import { t, locale } from "../i18n.ts";
import { isKept } from "../later-files.ts";
import { Failure } from "./failure.tsx";
import { Icon } from "./icon.tsx";
import { Loading } from "./loading.tsx";

/** Kinds by name and by type: phones go by the type, desktops by the name. */
const kinds = [
  isOneFile ? ".txt,.docx,text/plain" : ".txt,.docx,.pdf,text/plain,application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
].join();

interface Props {
  arrival: Arrival;
  onFile: (file: File) => void;
  /** Gives up the file that is being read. */
  onStop: () => void;
}

export function FileOpener({ arrival, onFile, onStop }: Props) {
  const pdfLater = usePdfLater(arrival);
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = ""; // so that the same file can be chosen again
    if (file) onFile(file);
  };
  return (
    <div class="file-opener">
      <label class="button wide file-field">
        <Icon name="upload" />
        {t("file.open")}
        <input
          type="file"
          class="visually-hidden"
          accept={kinds}
          aria-describedby="file-hint"
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      <p class="hint" id="file-hint">
        {t(isOneFile ? "one_file.file_hint" : "file.hint")} {pdfLater && <b>{t("file.pdf_later")}</b>}
      </p>
      {arrival.state === "reading" && <Loading text={t("file.reading")} onStop={onStop} />}
      <div role="status">{arrival.state === "ready" && <Arrived arrival={arrival} />}</div>
    </div>
  );
}

function Arrived({ arrival }: { arrival: Extract<Arrival, { state: "ready" }> }) {
  if (arrival.isOnlyLink) return <p class="notice warm">{t("file.only_link")}</p>;
  const key = arrival.way === "share" ? "file.shared" : "file.ready";
  return <p class="good">{t(key, { count: arrival.lineCount })}</p>;
}

/** Why a file or a share did not become text, and what to do next. */
export function ArrivalFailure({ problem }: { problem: DocumentProblem }) {
  const failure = useMemo(
    () => ({ ...unexpected(), message: t(`file.${problem}`), nextStep: t(`file.${problem}_next`) }),
    [problem, locale.value],
  );
  return <Failure failure={failure} fieldId="check-text" />;
}

/** True while PDF files cannot be read: no network, and the reader is not on this device yet. */
function usePdfLater(arrival: Arrival): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const look = () => {
      if (isOneFile || navigator.onLine) setLater(false);
      else void isKept("pdf-reader").then((isKept) => setLater(!isKept));
    };
    look();
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, [arrival.state]);
  return isLater;
}
