// SPDX-License-Identifier: MIT
// Says that nobody has touched the device for a while, and what is about to happen. Any touch or key stops it.
import { useEffect } from "preact/hooks";
import { store } from "../core.ts";
import { t } from "../i18n.ts";
import { secondsLeft, watchIdle } from "../idle.ts";
import { lockAfterMinutes, lockNow } from "../passphrase.ts";
import { finishGuest, guestMinutes } from "../guest.ts";
import { isGuest } from "../profiles.ts";

/** Watches while there is something to guard: a guest's session, or an open store with a passphrase. */
export function IdleNotice() {
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
