// SPDX-License-Identifier: MIT
// What stands above a page when answers cannot be kept as usual, and the offer of a new version.
import { useSignal } from "@preact/signals";
import type { ErrorData } from "../../../wasm/src/api.gen.ts";
import { handOutBackup } from "../backup-file.ts";
import { failureFrom, failureOf, store, useHere } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { flushAll } from "../ratings.ts";
import { applyUpdate, waitingUpdate } from "../update.ts";
import { Failure } from "./failure.tsx";
import { Icon } from "./icon.tsx";

export function StoreNotice() {
  const status = store.value;
  switch (status.state) {
    case "in_use":
      return <InUse />;
    case "memory":
      return <MemoryOnly />;
    case "failed":
      return <StoreFailed error={status.error} />;
    case "stalled":
      return (
        <section class="notice warm" role="status" data-store="stalled">
          <h2>{t("notice.stalled_title")}</h2>
          <p>{t("notice.stalled_text")}</p>
        </section>
      );
    default:
      return null;
  }
}

function InUse() {
  return (
    <section class="notice warm" role="status" data-store="in_use">
      <h2>{t("notice.elsewhere_title")}</h2>
      <p>{t("notice.elsewhere_text")}</p>
      <button type="button" class="button primary" onClick={useHere}>
        {t("notice.elsewhere_use")}
      </button>
    </section>
  );
}

function MemoryOnly() {
  const failure = useSignal<FailureText | null>(null);
  const save = async () => {
    failure.value = null;
    await handOutBackup().catch((error: unknown) => (failure.value = failureOf(error)));
  };
  return (
    <section class="notice warm" role="status" data-store="memory">
      <h2>{t("notice.memory_title")}</h2>
      <p>{t("notice.memory_text")}</p>
      <button type="button" class="button" onClick={() => void save()}>
        <Icon name="download" />
        {t("notice.memory_save")}
      </button>
      {failure.value && <Failure failure={failure.value} />}
    </section>
  );
}

/** @param error  what the core said; null where the core itself could not start */
function StoreFailed({ error }: { error: ErrorData | null }) {
  if (!error) {
    return (
      <section class="notice warm" role="status" data-store="unavailable">
        <h2>{t("notice.engine_title")}</h2>
        <p>{t("notice.engine_text")}</p>
      </section>
    );
  }
  const { message, nextStep } = failureFrom(error);
  return (
    <section class="notice warm" role="status" data-store="failed">
      <h2>{t("notice.failed_title")}</h2>
      <p>{message}</p>
      <p>{nextStep}</p>
      <p>{t("notice.failed_text")}</p>
      <button type="button" class="button" onClick={useHere}>
        {t("app.try_again")}
      </button>
    </section>
  );
}

export function UpdateNotice() {
  if (!waitingUpdate.value) return null;
  const update = async () => {
    await flushAll();
    applyUpdate();
  };
  return (
    <section class="notice update" role="status">
      <p>
        <b>{t("notice.update_title")}</b> {t("notice.update_text")}
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => void update()}>
          {t("notice.update_button")}
        </button>
        <button type="button" class="button" onClick={() => (waitingUpdate.value = null)}>
          {t("notice.update_later")}
        </button>
      </div>
    </section>
  );
}
