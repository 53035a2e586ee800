// SPDX-License-Identifier: MIT
// The one reminder: many answers are on this device only. Goes away at a tap, and never covers anything.
import { store } from "../core.ts";
import { t } from "../i18n.ts";
import { answersOnlyHere, remindAfter, settleReminder } from "../reminder.ts";
import { hrefOf } from "../router.ts";

export function BackupReminder() {
  const count = answersOnlyHere.value;
  if (store.value.state !== "open" || count < remindAfter) return null;
  return (
    <section class="notice" aria-labelledby="reminder-title" data-reminder>
      <h2 id="reminder-title">{t("reminder.title", { count })}</h2>
      <p>{t("reminder.text")}</p>
      <div class="actions">
        <a class="button" href={hrefOf({ name: "backup" })}>
          {t("backup.export_button")}
        </a>
        <button type="button" class="button" onClick={settleReminder}>
          {t("reminder.later")}
        </button>
      </div>
    </section>
  );
}
