// SPDX-License-Identifier: MIT
// The library: which page an address asks for. One file for all of them, with their words.
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { defaultRoleId, hrefOf } from "../../router.ts";
import type { LearnView } from "../../router.ts";
import Missing from "../missing.tsx";

interface LearnPagesProps {
  view: LearnView;
  section: string | undefined;
  id: string | undefined;
}

export default function LearnPages({ view, section }: LearnPagesProps) {
  if (view === "learn" && section === undefined) return <LearnPage />;
  return <Missing />;
}

/** What there is to read. */
function LearnPage() {
  return (
    <>
      <PageHeading page={t("learn.title")}>{t("learn.title")}</PageHeading>
      <p class="lead">{t("learn.lead")}</p>
      <ul class="tasks">
        <li>
          <a class="card task" href={hrefOf({ name: "role", roleId: defaultRoleId })}>
            <span class="spot">
              <Icon name="role" size={1.5} />
            </span>
            <span class="grow">
              <b class="task-title">{t("learn.role_title")}</b>
              <span class="block">{t("learn.role_text")}</span>
            </span>
          </a>
        </li>
      </ul>
    </>
  );
}
