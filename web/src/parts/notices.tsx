// SPDX-License-Identifier: MIT
// What stands above a page when answers cannot be kept as usual.
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { ErrorData } from "../../../wasm/src/api.gen.ts";
import { answersMissing } from "../copies.ts";
import { failureFrom, failureOf, store, useHere } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { isOneFile } from "../edition.ts";
import { finishGuest } from "../guest.ts";
import { loadWords, t } from "../i18n.ts";
import { people, switchTo } from "../profiles.ts";
import { hrefOf } from "../router.ts";
import { mendFiles } from "../update.ts";
import { Failure } from "./failure.tsx";
import { Icon } from "./icon.tsx";
import { Fold } from "./fold.tsx";

/** @param status  another one than that of the store, where a notice is only shown (gallery.tsx) */
export function StoreNotice({ status = store.value }) {
  switch (status.state) {
    case "in_use":
      return <InUse />;
    case "memory":
      return status.reason === "guest" ? <Guest /> : <MemoryOnly />;
    case "failed":
      return <StoreFailed error={status.error} detail={status.detail} />;
    case "open":
      return answersMissing.value ? <Missing /> : null;
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

/** A session that leaves nothing behind; where several people share the device, each finds their own from here. */
function Guest() {
  const list = people();
  return (
    <section class="notice" role="status" data-store="guest">
      <h2>{t("guest.notice_title")}</h2>
      <p>{t("guest.notice_text")}</p>
      <button type="button" class="button primary" onClick={finishGuest}>
        {t("guest.finish")}
      </button>
      {!isOneFile && (
        <Fold summary={t("guest.not_me")}>
          <div class="actions">
            {list.map(({ profile, name }, nth) => (
              <button type="button" class="button" key={profile} onClick={() => switchTo(profile)}>
                {name || t("people.unnamed", { number: nth + 1 })}
              </button>
            ))}
          </div>
        </Fold>
      )}
    </section>
  );
}

function MemoryOnly() {
  const failure = useSignal<FailureText | null>(null);
  const save = async () => {
    failure.value = null;
    await import("../backup-file.ts")
      .then(({ handOutBackup }) => handOutBackup())
      .catch((error: unknown) => (failure.value = failureOf(error)));
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

function Missing() {
  return (
    <section class="notice warm" role="status" data-store="missing">
      <h2>{t("notice.missing_title")}</h2>
      <p>{t("notice.missing_text")}</p>
      <Recover reason="missing" />
    </section>
  );
}

/** The ways back, once their code is here; without it the notice stands alone. */
function Recover({ reason }: { reason: "damaged" | "missing" }) {
  const Recovery = useSignal<ComponentType<{ reason: "damaged" | "missing" }> | null>(null);
  useEffect(() => {
    void Promise.all([import("./recovery.tsx"), loadWords("pages")]).then(
      ([module]) => (Recovery.value = module.default),
      () => undefined,
    );
  }, []);
  return Recovery.value && <Recovery.value reason={reason} />;
}

interface StoreFailedProps {
  /** What the core said; null where it was not asked. */
  error: ErrorData | null;
  detail: string;
}

/** Files that are not what Trellis wrote can be put aside for a copy; other failures may pass. */
const damage: readonly string[] = ["store.damaged", "store.not_a_database", "damaged"];

function StoreFailed({ error, detail }: StoreFailedProps) {
  const isDamaged = damage.includes(error?.code ?? detail);
  if (!error && !isDamaged) {
    return (
      <section class="notice warm" role="status" data-store="unavailable">
        <h2>{t("notice.engine_title")}</h2>
        <p>{t("notice.engine_text")}</p>
        <div class="actions">
          <button
            type="button"
            class="button"
            onClick={() => void mendFiles().then(() => location.reload())}
          >
            {t("app.try_again")}
          </button>
          <a class="button" href={hrefOf({ name: "role", roleId: "role.cps" })}>
            {t("plain.title")}
          </a>
        </div>
      </section>
    );
  }
  const words = error && failureFrom(error);
  return (
    <section class="notice warm" role="status" data-store="failed">
      <h2>{t("notice.failed_title")}</h2>
      {words && <p>{words.message}</p>}
      {words && <p>{words.nextStep}</p>}
      <p>{t("notice.failed_text")}</p>
      <button type="button" class="button" onClick={useHere}>
        {t("app.try_again")}
      </button>
      {isDamaged && <Recover reason="damaged" />}
    </section>
  );
}
