// SPDX-License-Identifier: MIT
// Erasing one person's answers, or everything Trellis keeps on this device. The only two acts that nothing can undo, so
// both are asked about once more.
import { useSignal } from "@preact/signals";
import { failureOf, unexpected } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { currentProfile } from "../profiles.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";
import { Fold } from "./fold.tsx";

export function EraseCard() {
  return (
    <section class="card" aria-labelledby="erase-title">
      <h2 id="erase-title">{t("erase.title")}</h2>
      <p>{t("erase.text")}</p>
      <Erase
        summary={t("erase.mine")}
        sure={t("erase.mine_sure")}
        button={t("erase.mine_button")}
        run={async () => (await import("../erase.ts")).erasePerson(currentProfile())}
      />
      <Erase
        summary={t("erase.all")}
        sure={t("erase.all_sure")}
        button={t("erase.all_button")}
        run={async () => (await import("../erase.ts")).eraseEverything()}
      />
    </section>
  );
}

interface Props {
  summary: string;
  sure: string;
  button: string;
  run: () => Promise<void>;
}

function Erase({ summary, sure, button, run }: Props) {
  const failure = useSignal<FailureText | null>(null);
  const isBusy = useSignal(false);
  const erase = async () => {
    isBusy.value = true;
    failure.value = await run().then(() => null, inWords);
    isBusy.value = false;
  };
  return (
    <Fold summary={summary}>
      <div class="stack">
        {failure.value && <Failure failure={failure.value} />}
        <p>{sure}</p>
        <button
          type="button"
          class="button danger wide"
          disabled={isBusy.value}
          onClick={() => void erase()}
        >
          {button}
        </button>
        {isBusy.value && <Loading text={t("erase.working")} />}
      </div>
    </Fold>
  );
}

/** Files that another tab has open cannot be removed. */
function inWords(error: unknown): FailureText {
  if (!(error instanceof DOMException)) return failureOf(error);
  return { ...unexpected(), message: t("erase.failed"), nextStep: t("erase.failed_next") };
}
