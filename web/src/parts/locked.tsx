// SPDX-License-Identifier: MIT
// What stands in the place of a page with answers while they are locked. Shows no title, no count and no name.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { failureOf } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { unlock } from "../passphrase.ts";
import { expectArrival, hrefOf } from "../router.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PassphraseField, take } from "./passphrase-field.tsx";

export default function Locked() {
  const field = useRef<HTMLInputElement>(null);
  const failure = useSignal<FailureText | null>(null);
  const isBusy = useSignal(false);
  const open = async (event: Event) => {
    event.preventDefault();
    failure.value = null;
    expectArrival();
    isBusy.value = true;
    await unlock(take(field)).catch((error: unknown) => (failure.value = failureOf(error)));
    isBusy.value = false;
  };
  return (
    <>
      <PageHeading page={t("locked.title")}>{t("locked.title")}</PageHeading>
      <p class="lead">{t("locked.lead")}</p>
      {failure.value && <Failure failure={failure.value} fieldId="unlock" />}
      <form class="card stack" onSubmit={(event) => void open(event)} data-locked>
        <PassphraseField id="unlock" label={t("passphrase.label")} field={field} />
        <button type="submit" class="button primary wide" disabled={isBusy.value}>
          {t("locked.open")}
        </button>
        {isBusy.value && (
          <Loading text={t("passphrase.working")} onStop={() => location.reload()} />
        )}
      </form>
      <p>
        <a href={hrefOf({ name: "privacy" })}>{t("locked.forgot")}</a>
      </p>
    </>
  );
}
