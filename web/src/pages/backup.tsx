// SPDX-License-Identifier: MIT
// A backup out, and one in: what is in the file is shown before anything is written.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { give, handOutBackup } from "../backup-file.ts";
import type { Handed } from "../backup-file.ts";
import { ask, failureOf, unexpected } from "../core.ts";
import type { Failure as FailureText, Result } from "../core.ts";
import { readStoragePromise, storageKept } from "../device.ts";
import { isOneFile } from "../edition.ts";
import { formatInstant, formatNumber, t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { useKeepFocus } from "../parts/keep-focus.ts";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { PassphraseField, take } from "../parts/passphrase-field.tsx";
import { opening } from "../passphrase.ts";
import { loadRatings } from "../ratings.ts";
import { Fold } from "../parts/fold.tsx";

export default function BackupPage() {
  useKeepFocus();
  useEffect(() => void readStoragePromise(), []);
  return (
    <>
      <PageHeading page={t("backup.page")}>{t("backup.title")}</PageHeading>
      <p class="lead">{t("backup.lead")}</p>
      <div class="result">
        <Export />
        <Import />
        {storageKept.value !== null && (
          <section aria-labelledby="storage-title">
            <h2 id="storage-title">{t("backup.storage_title")}</h2>
            <p>{storageKept.value ? t("backup.storage_kept") : t("backup.storage_best_effort")}</p>
          </section>
        )}
      </div>
    </>
  );
}

type ExportState =
  | { step: "idle" }
  | { step: "working" }
  | { step: "done"; handed: Handed }
  | { step: "failed"; failure: FailureText };

function Export() {
  const state = useSignal<ExportState>({ step: "idle" });
  const passphrase = useRef<HTMLInputElement>(null);
  const run = async () => {
    const typed = take(passphrase);
    const working: ExportState = { step: "working" };
    state.value = working;
    const isStopped = () => state.peek() !== working;
    try {
      const handed = await handOutBackup(typed, isStopped);
      if (handed) state.value = { step: "done", handed };
    } catch (error) {
      if (!isStopped()) state.value = { step: "failed", failure: failureOf(error) };
    }
  };
  const current = state.value;
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{t("backup.export_title")}</h2>
      <p>{t("backup.export_text")}</p>
      {current.step === "failed" && <Failure failure={current.failure} />}
      {isOneFile ? <p>{t("one_file.no_seal")}</p> : <Seal field={passphrase} />}
      <button type="button" class="button primary wide" onClick={() => void run()}>
        <Icon name="download" />
        {t("backup.export_button")}
      </button>
      {current.step === "working" && (
        <Loading
          text={t("backup.export_working")}
          onStop={() => (state.value = { step: "idle" })}
        />
      )}
      <div role="status">{current.step === "done" && <Exported handed={current.handed} />}</div>
      {current.step === "done" && current.handed.waiting && (
        <ShareAgain file={current.handed.waiting} />
      )}
    </section>
  );
}

function Seal({ field }: { field: RefObject<HTMLInputElement | null> }) {
  return (
    <Fold summary={t("backup.seal")}>
      <PassphraseField
        id="seal"
        label={t("passphrase.new")}
        hint={t("backup.seal_hint")}
        isNew
        isOptional
        field={field}
      />
    </Fold>
  );
}

function Exported({ handed }: { handed: Handed }) {
  if (handed.ratingCount === 0) return <p>{t("backup.export_empty")}</p>;
  return (
    <p class="good">{t("backup.exported", { count: handed.ratingCount, file: handed.fileName })}</p>
  );
}

function ShareAgain({ file }: { file: File }) {
  return (
    <button type="button" class="button wide" onClick={() => void give(file)}>
      {t("backup.export_share")}
    </button>
  );
}

type ImportState =
  | { step: "idle" }
  | { step: "working"; words: string; canStop?: true }
  | { step: "sealed"; document: string; failure: FailureText | null }
  | { step: "preview"; document: string; passphrase: string; preview: Result<"preview_backup"> }
  | { step: "done"; result: Result<"import_backup"> }
  | { step: "failed"; failure: FailureText };

function Import() {
  const state = useSignal<ImportState>({ step: "idle" });
  const current = state.value;
  return (
    <section class="card" aria-labelledby="import-title">
      <h2 id="import-title">{t("backup.import_title")}</h2>
      <p>{t("backup.import_text")}</p>
      {current.step === "failed" && <Failure failure={current.failure} />}
      <FileField state={state} />
      {current.step === "working" && (
        <Loading
          text={current.words}
          {...(current.canStop && { onStop: () => (state.value = { step: "idle" }) })}
        />
      )}
      {current.step === "sealed" && (
        <Unseal
          failure={current.failure}
          onOpen={(passphrase) => void look(state, current.document, passphrase)}
          onCancel={() => (state.value = { step: "idle" })}
        />
      )}
      {current.step === "preview" && (
        <Preview
          preview={current.preview}
          onImport={() => void bringIn(state, current.document, current.passphrase)}
          onCancel={() => (state.value = { step: "idle" })}
        />
      )}
      <div role="status">{current.step === "done" && <Imported result={current.result} />}</div>
    </section>
  );
}

function FileField({ state }: { state: Signal<ImportState> }) {
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    await readFile(state, file);
    input.value = ""; // so that the same file can be chosen again
  };
  return (
    <label class="button wide file-field">
      <Icon name="upload" />
      {t("backup.import_label")}
      <input
        type="file"
        class="visually-hidden"
        accept=".json,.txt,application/json,text/plain"
        onChange={(event) => void read(event.currentTarget)}
      />
    </label>
  );
}

async function readFile(state: Signal<ImportState>, file: File): Promise<void> {
  state.value = { step: "working", words: t("backup.import_reading") };
  let document: string;
  try {
    document = await file.text();
  } catch {
    state.value = {
      step: "failed",
      failure: {
        ...unexpected(),
        message: t("backup.file_failed"),
        nextStep: t("backup.file_failed_next"),
      },
    };
    return;
  }
  await look(state, document, "");
}

/** Shows what is in the file, or asks for its passphrase. Writes nothing. */
async function look(
  state: Signal<ImportState>,
  document: string,
  passphrase: string,
): Promise<void> {
  const words = passphrase === "" ? t("backup.import_reading") : t("passphrase.working");
  const working: ImportState = { step: "working", words, canStop: true };
  state.value = working;
  const isStopped = () => state.peek() !== working;
  try {
    const preview = await ask("preview_backup", { document, ...opening(passphrase) });
    if (isStopped()) return;
    state.value = { step: "preview", document, passphrase, preview };
  } catch (error) {
    if (isStopped()) return;
    const failure = failureOf(error);
    if (isOneFile && failure.code === "backup.sealed")
      state.value = { step: "failed", failure: sealedHere(failure) };
    else if (failure.code === "backup.sealed")
      state.value = { step: "sealed", document, failure: null };
    else if (failure.code.startsWith("seal.") && passphrase !== "")
      state.value = { step: "sealed", document, failure };
    else state.value = { step: "failed", failure };
  }
}

/** The one-file edition has no passphrases. */
function sealedHere(failure: FailureText): FailureText {
  return { ...failure, message: t("one_file.sealed"), nextStep: t("one_file.sealed_next") };
}

async function bringIn(
  state: Signal<ImportState>,
  document: string,
  passphrase: string,
): Promise<void> {
  state.value = { step: "working", words: t("backup.import_working") };
  try {
    state.value = {
      step: "done",
      result: await ask("import_backup", { document, ...opening(passphrase) }),
    };
    performance.mark("saved");
    await loadRatings();
  } catch (error) {
    state.value = { step: "failed", failure: failureOf(error) };
  }
}

interface UnsealProps {
  failure: FailureText | null;
  onOpen: (passphrase: string) => void;
  onCancel: () => void;
}

function Unseal({ failure, onOpen, onCancel }: UnsealProps) {
  const field = useRef<HTMLInputElement>(null);
  const open = (event: Event) => {
    event.preventDefault();
    onOpen(take(field));
  };
  return (
    <form class="stack" onSubmit={open}>
      {failure && <Failure failure={failure} fieldId="unseal" />}
      <PassphraseField
        id="unseal"
        label={t("backup.unseal")}
        hint={t("backup.unseal_hint")}
        field={field}
      />
      <div class="actions">
        <button type="submit" class="button primary">
          {t("backup.unseal_button")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t("backup.import_cancel")}
        </button>
      </div>
    </form>
  );
}

interface PreviewProps {
  preview: Result<"preview_backup">;
  onImport: () => void;
  onCancel: () => void;
}

function Preview({ preview, onImport, onCancel }: PreviewProps) {
  const added = preview.new_counts.ratings;
  return (
    <div class="preview" role="group" aria-labelledby="preview-title">
      <h3 id="preview-title">{t("backup.preview_title")}</h3>
      <dl class="pairs">
        <dt>{t("backup.preview_made")}</dt>
        <dd>{formatInstant(preview.exported_at)}</dd>
        <dt>{t("backup.preview_count")}</dt>
        <dd>{formatNumber(preview.counts.ratings)}</dd>
        <dt>{t("backup.preview_new")}</dt>
        <dd>{formatNumber(added)}</dd>
      </dl>
      {added === 0 && <p>{t("backup.preview_nothing")}</p>}
      <div class="actions">
        {added > 0 && (
          <button type="button" class="button primary" onClick={onImport}>
            {t("backup.import_button", { count: added })}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t("backup.import_cancel")}
        </button>
      </div>
    </div>
  );
}

function Imported({ result }: { result: Result<"import_backup"> }) {
  const present = result.already_present.ratings;
  return (
    <p class="good">
      {t("backup.imported", { count: result.added.ratings })}{" "}
      {present > 0 && t("backup.imported_present", { count: present })}
    </p>
  );
}
