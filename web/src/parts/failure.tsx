// SPDX-License-Identifier: MIT
// A failure in words and what to do next. Manner: GOV.UK Design System, "Error summary": first on the page, and the
// focus moves to it. Never shows what a person typed, nor the developer's detail.
import { useEffect, useRef } from "preact/hooks";
import type { Failure as FailureText } from "../core.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { summaryCount } from "./page-heading.tsx";

interface Props {
  failure: FailureText;
  retry?: () => void;
  /** Id of the field to mend; the message then leads there. */
  fieldId?: string;
  /** In the place of the message: each field to mend. */
  faults?: readonly { fieldId: string; words: string }[];
}

export function Failure({ failure, retry, fieldId, faults }: Props) {
  const links = faults ?? (fieldId ? [{ fieldId, words: failure.message }] : []);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [failure]);
  const hasLinks = links.length > 0;
  useEffect(() => {
    if (!hasLinks) return;
    summaryCount.value += 1;
    return () => void (summaryCount.value -= 1);
  }, [hasLinks]);
  return (
    <div class="failure" role="alert" tabIndex={-1} ref={box} data-code={failure.code}>
      <h2>
        <Icon name="problem" />
        {t("app.error_title")}
      </h2>
      {hasLinks ? (
        <ul>
          {links.map((link) => (
            <li key={link.fieldId}>
              <a href={`#${link.fieldId}`} onClick={(event) => goToField(event, link.fieldId)}>
                {link.words}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{failure.message}</p>
      )}
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
