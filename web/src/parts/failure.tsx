// SPDX-License-Identifier: MIT
// A failure in words and what to do next. Manner: GOV.UK Design System, "Error summary": first on the page, and the
// focus moves to it. Never shows what a person typed, nor the developer's detail.
import { useEffect, useRef } from "preact/hooks";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

interface Props {
  failure: FailureText;
  retry?: () => void;
  /** Id of the field to mend; the message then leads there. */
  fieldId?: string;
}

export function Failure({ failure, retry, fieldId }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [failure]);
  return (
    <div class="failure" role="alert" tabIndex={-1} ref={box} data-code={failure.code}>
      <h2>
        <Icon name="problem" />
        {t("app.error_title")}
      </h2>
      <p>
        {fieldId ? (
          <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
            {failure.message}
          </a>
        ) : (
          failure.message
        )}
      </p>
      <p>{failure.nextStep}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t("app.try_again")}
        </button>
      )}
    </div>
  );
}

function goToField(event: Event, fieldId: string): void {
  event.preventDefault(); // the address stays what the router knows
  document.getElementById(fieldId)?.focus();
}
