// SPDX-License-Identifier: MIT
// What may come up while somebody reads: the offer of a new version; and that nobody has touched the device for a while,
// and what is about to happen. Any touch or key stops that.
import { useEffect } from "preact/hooks";
import { store } from "../core.ts";
import { t } from "../i18n.ts";
import { secondsLeft, watchIdle } from "../idle.ts";
import { lockAfterMinutes, lockNow } from "../passphrase.ts";
import { finishGuest, guestMinutes } from "../guest.ts";
import { isGuest } from "../profiles.ts";
import { flushAll } from "../ratings.ts";
import { isAnythingUnsaved } from "../unsaved.ts";
import { applyUpdate, waitingUpdate } from "../update.ts";

export function LateNotices() {
  return (
    <>
      <IdleNotice />
      <UpdateNotice />
    </>
  );
}

/** Watches while there is something to guard: a guest's session, or an open store with a passphrase. */
function IdleNotice() {
  const status = store.value;
  const guarded = isGuest()
    ? "guest"
    : status.state === "open" && status.isProtected
      ? "lock"
      : null;
  useEffect(() => {
    if (guarded === "guest") return watchIdle(guestMinutes, finishGuest);
    if (guarded === "lock") return watchIdle(lockAfterMinutes, () => void lockNow());
    return undefined;
  }, [guarded]);
  const left = secondsLeft.value;
  if (left === null || guarded === null) return null;
  return (
    <section class="notice update" data-idle>
      {/* Told once; the seconds are for the eye. */}
      <p role="alert">{t(guarded === "guest" ? "idle.guest" : "idle.lock")}</p>
      <p aria-hidden="true">{t("idle.seconds", { count: left })}</p>
      <button type="button" class="button primary">
        {t("idle.stay")}
      </button>
    </section>
  );
}

function UpdateNotice() {
  // Where nothing outlives the visit, or something is half written, this is no moment to start anew.
  const isSafe = store.value.state !== "memory" && !isAnythingUnsaved.value;
  if (!waitingUpdate.value || !isSafe) return null;
  const later = () => {
    waitingUpdate.value = null;
    document.querySelector("h1")?.focus(); // the button that had the focus is gone
  };
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
        <button type="button" class="button" onClick={later}>
          {t("notice.update_later")}
        </button>
      </div>
    </section>
  );
}
