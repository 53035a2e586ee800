// SPDX-License-Identifier: MIT
// A quiet sign that something is on its way. Shown only after a moment, so quick answers do not flicker; what takes long
// can be stopped.
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";

const quietFor = 300;
/** Milliseconds after which a way to stop is offered. */
const longFor = 2_000;

interface LoadingProps {
  text?: string;
  /** Without it there is no way to stop: leaving the page does. */
  onStop?: () => void;
}

export function Loading({ text, onStop }: LoadingProps) {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [quietFor, longFor].map((time) => setTimeout(() => setWaited(time), time));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <>
      <div class="loading" role="status">
        {waited > 0 && (
          <>
            <span class="loading-dots" aria-hidden="true" />
            {text ?? t("app.loading")}
          </>
        )}
      </div>
      {onStop && waited === longFor && (
        <button type="button" class="button" onClick={onStop}>
          {t("app.stop")}
        </button>
      )}
    </>
  );
}
