// SPDX-License-Identifier: MIT
// The way back from a page of the library: to the section it belongs to, else to all there is to read.
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { hrefOf } from "../../router.ts";
import type { Page } from "../../router.ts";

interface Props {
  to?: Page;
  words?: string;
}

export function BackLink({ to = { name: "learn", view: "learn" }, words }: Props) {
  return (
    <nav class="crumb no-print" aria-label={t("learn.back_label")}>
      <a href={hrefOf(to)}>
        <Icon name="back" />
        {words ?? t("learn.title")}
      </a>
    </nav>
  );
}
