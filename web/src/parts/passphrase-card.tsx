// SPDX-License-Identifier: MIT
// Sets, changes and removes the passphrase of this person's store, and locks it. Says what a lock does and cannot do.
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { failureOf, store } from "../core.ts";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import {
  changePassphrase,
  lockAfterMinutes,
  lockNow,
  removePassphrase,
  setPassphrase,
} from "../passphrase.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";
import { PassphraseField, take } from "./passphrase-field.tsx";
import { Fold } from "./fold.tsx";

type Field = RefObject<HTMLInputElement | null>;

export function PassphraseCard() {
  const status = store.value;
  // While the store opens, the words stand already: what is below them does not jump.
  if (status.state !== "open" && status.state !== "opening") return null;
  const isProtected = status.state === "open" && status.isProtected;
  return (
    <section class="card" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{t("passphrase.title")}</h2>
      {isProtected ? <Protected /> : <Unprotected isReady={status.state === "open"} />}
    </section>
  );
}

function Unprotected({ isReady }: { isReady: boolean }) {
  const [first, again] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  return (
    <>
      <p>{t("passphrase.text")}</p>
      <p>
        <b>{t("passphrase.lost")}</b>
      </p>
      <Fold summary={t("passphrase.set")}>
        {isReady ? (
          <Work
            button={t("passphrase.set_button")}
            fieldId="new-passphrase"
            run={() => twice(first, again, setPassphrase)}
          >
            <NewFields first={first} again={again} />
          </Work>
        ) : (
          <Loading />
        )}
      </Fold>
    </>
  );
}

function Protected() {
  const [old, first, again, last] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
  ];
  const change = () => {
    const now = take(old);
    return twice(first, again, (next) => changePassphrase(now, next));
  };
  return (
    <>
      <p>{t("passphrase.on", { minutes: lockAfterMinutes })}</p>
      <button type="button" class="button primary wide" onClick={() => void lockNow()}>
        {t("passphrase.lock_now")}
      </button>
      <Fold summary={t("passphrase.change")}>
        <Work
          button={t("passphrase.change_button")}
          fieldId="old-passphrase"
          done={t("passphrase.changed")}
          run={change}
        >
          <PassphraseField id="old-passphrase" label={t("passphrase.now")} field={old} />
          <NewFields first={first} again={again} />
        </Work>
      </Fold>
      <Fold summary={t("passphrase.remove")}>
        <Work
          button={t("passphrase.remove_button")}
          fieldId="last-passphrase"
          run={() => removePassphrase(take(last))}
        >
          <p>{t("passphrase.remove_text")}</p>
          <PassphraseField id="last-passphrase" label={t("passphrase.now")} field={last} />
        </Work>
      </Fold>
    </>
  );
}

function NewFields({ first, again }: { first: Field; again: Field }) {
  return (
    <>
      <PassphraseField
        id="new-passphrase"
        label={t("passphrase.new")}
        hint={t("passphrase.hint")}
        isNew
        field={first}
      />
      <PassphraseField id="again-passphrase" label={t("passphrase.again")} isNew field={again} />
    </>
  );
}

/** Both fields are emptied; what they held goes on only when it is the same. */
async function twice(
  first: Field,
  again: Field,
  run: (passphrase: string) => Promise<void>,
): Promise<void> {
  const typed = take(first);
  if (typed !== take(again)) throw new Mistyped();
  await run(typed);
}

class Mistyped extends Error {}

function inWords(error: unknown): FailureText {
  if (!(error instanceof Mistyped)) return failureOf(error);
  return {
    code: "seal.wrong_passphrase",
    message: t("passphrase.mistyped"),
    nextStep: t("passphrase.mistyped_next"),
  };
}

interface WorkProps {
  button: string;
  /** Where a failure leads. */
  fieldId: string;
  /** Said at the end, where the page does not show it by itself. */
  done?: string;
  run: () => Promise<void>;
  children: preact.ComponentChildren;
}

/** A form whose work takes seconds by design. */
function Work({ button, fieldId, done, run, children }: WorkProps) {
  const state = useSignal<"idle" | "working" | "done" | FailureText>("idle");
  const submit = async (event: Event) => {
    event.preventDefault();
    state.value = "working";
    state.value = await run().then(() => "done" as const, inWords);
  };
  const failure = typeof state.value === "object" ? state.value : null;
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      {failure && <Failure failure={failure} fieldId={fieldId} />}
      {children}
      <button type="submit" class="button primary wide" disabled={state.value === "working"}>
        {button}
      </button>
      {state.value === "working" && <Loading text={t("passphrase.working")} />}
      <div role="status">{state.value === "done" && done && <p class="good">{done}</p>}</div>
    </form>
  );
}
