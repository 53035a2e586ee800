// SPDX-License-Identifier: MIT
// A quiet sign that something is on its way. Shown only after a moment, so quick answers do not flicker.
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";

const quietFor = 300;

export function Loading({ text }: { text?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), quietFor);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status">
      {shown && (
        <>
          <span class="loading-dots" aria-hidden="true" />
          {text ?? t("app.loading")}
        </>
      )}
    </div>
  );
}
