// SPDX-License-Identifier: MIT
// Growing in the role: which page an address asks for. One file for all of them, with their words.
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { hrefOf } from "../../router.ts";
import type { GrowthView, Page } from "../../router.ts";
import type { TextKey } from "../../i18n.ts";
import Missing from "../missing.tsx";

interface GrowthPagesProps {
  view: GrowthView;
  id: string | undefined;
}

export default function GrowthPages({ view }: GrowthPagesProps) {
  if (view === "grow") return <GrowPage />;
  return <Missing />;
}

interface Way {
  page: Page;
  icon: IconName;
  title: TextKey;
  text: TextKey;
}

const ways: readonly Way[] = [
  {
    page: { name: "competencies" },
    icon: "rate",
    title: "grow.rate_title",
    text: "grow.rate_text",
  },
];

/** What a person can do here, each with how long it takes. */
function GrowPage() {
  return (
    <>
      <PageHeading page={t("grow.title")}>{t("grow.title")}</PageHeading>
      <p class="lead">{t("grow.lead")}</p>
      <ul class="tasks">
        {ways.map((way) => (
          <li key={way.title}>
            <a class="card task" href={hrefOf(way.page)}>
              <span class="spot">
                <Icon name={way.icon} size={1.5} />
              </span>
              <span class="grow">
                <b class="task-title">{t(way.title)}</b>
                <span class="block">{t(way.text)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
