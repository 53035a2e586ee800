// SPDX-License-Identifier: MIT
// The one h1 of a page. Names the document, and takes the focus after a link was followed so that a screen reader
// starts there. `page` is a name from the interface, never anything a person typed.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n.ts";
import { arrive } from "../router.ts";

export function PageHeading({ page, children }: { page: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => arrive(heading.current), []);
  useEffect(() => {
    document.title = t("app.page_title", { page });
  });
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
