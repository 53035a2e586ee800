// SPDX-License-Identifier: MIT
// The one h1 of a page. Names the document, and takes the focus after a link was followed so that a screen reader
// starts there. `page` is a name from the interface, never anything a person typed.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n.ts";
import { arrive } from "../router.ts";

/** How many summaries name fields to mend; the title begins with that. */
export const summaryCount = signal(0);

export function PageHeading({ page, children }: { page: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const prefix = summaryCount.value > 0 ? t("app.error_prefix") : "";
  useLayoutEffect(() => arrive(heading.current), []);
  useEffect(() => {
    document.title = prefix + t("app.page_title", { page });
  });
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
