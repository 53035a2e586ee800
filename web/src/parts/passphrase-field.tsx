// SPDX-License-Identifier: MIT
// A field for a passphrase. It can be shown while typing, pasted and filled by a password manager (WCAG 2.2, 3.3.8), and
// is emptied when it is read: nothing of it stays on the page.
import type { RefObject } from "preact";
import { useSignal } from "@preact/signals";
import { t } from "../i18n.ts";
import { describedBy, Labelled } from "./labelled.tsx";

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** A new passphrase, which a password manager may propose; else the one in use. */
  isNew?: boolean;
  /** Where none may be meant. */
  isOptional?: boolean;
  field: RefObject<HTMLInputElement | null>;
}

export function PassphraseField({
  id,
  label,
  hint,
  isNew = false,
  isOptional = false,
  field,
}: Props) {
  const isShown = useSignal(false);
  const shared = {
    id,
    ref: field,
    autocomplete: isNew ? "new-password" : "current-password",
    autocapitalize: "none",
    spellcheck: false,
    ...describedBy(id, hint),
    required: !isOptional,
  } as const;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        {...(isShown.value ? { type: "text" as const } : { type: "password" as const })}
        {...shared}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={isShown.value}
          onChange={(event) => (isShown.value = event.currentTarget.checked)}
        />
        {t("passphrase.show")}
      </label>
    </Labelled>
  );
}

/** What was typed. The field is empty afterwards. */
export function take(field: RefObject<HTMLInputElement | null>): string {
  const input = field.current;
  const typed = input?.value ?? "";
  if (input) input.value = "";
  return typed;
}
