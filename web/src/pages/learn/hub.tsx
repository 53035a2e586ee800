// SPDX-License-Identifier: MIT
// All there is to read and to practise, on one page; every role and every section is one tap away.
import { locale, t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { useReading } from "../../reading.ts";
import { defaultRoleId, hrefOf } from "../../router.ts";
import type { Page } from "../../router.ts";
import { langOf } from "./pack-rows.tsx";
import { usePacks } from "./packs.ts";
import { pathTo, sections } from "./sections.ts";
import type { SectionName } from "./sections.ts";

interface Way {
  page: Page;
  icon: IconName;
  title: TextKey;
  text: TextKey;
}

const ways: readonly Way[] = [
  {
    page: { name: "role", roleId: defaultRoleId },
    icon: "role",
    title: "learn.role_title",
    text: "learn.role_text",
  },
  {
    page: pathTo("seeker"),
    icon: "learn",
    title: "learn.seeker",
    text: "learn.seeker_lead",
  },
  {
    page: pathTo("dilemmas"),
    icon: "depends",
    title: "learn.dilemmas",
    text: "learn.dilemmas_lead",
  },
  {
    page: { name: "learn", view: "workplace" },
    icon: "people",
    title: "work.title",
    text: "work.lead",
  },
  {
    page: { name: "learn", view: "search" },
    icon: "search",
    title: "learn.search",
    text: "learn.search_text",
  },
];

const shelves: readonly {
  title: TextKey;
  sections: readonly (SectionName | "tasks" | "packs")[];
}[] = [
  {
    title: "learn.shelf_role",
    sections: ["principles", "tasks", "lookalikes", "settings", "role-notes", "glossary"],
  },
  {
    title: "learn.shelf_work",
    sections: ["points", "readiness", "safeguards", "leadership", "tools"],
  },
  {
    title: "learn.shelf_sources",
    sections: ["evidence", "claims", "about", "disagreements", "unverified", "packs", "help"],
  },
];

const titles: Readonly<Record<SectionName | "tasks" | "packs", TextKey>> = {
  ...(Object.fromEntries(
    Object.entries(sections).map(([name, { title }]) => [name, title]),
  ) as Record<SectionName, TextKey>),
  tasks: "learn.tasks",
  packs: "packs.title",
};

export function LearnPage() {
  return (
    <>
      <PageHeading page={t("learn.title")}>{t("learn.title")}</PageHeading>
      <p class="lead">{t("learn.lead")}</p>
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
      <div class="result">
        {shelves.map((shelf) => (
          <section key={shelf.title} aria-labelledby={shelf.title}>
            <h2 id={shelf.title}>{t(shelf.title)}</h2>
            <ul class="links">
              {shelf.sections.map((name) => (
                <li key={name}>
                  <a href={hrefOf(pathTo(name))}>{t(titles[name])}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Roles />
        {locale.value !== "en" && <p class="hint">{t("learn.language_review")}</p>}
      </div>
    </>
  );
}

function Roles() {
  const reading = useReading("list_roles", {});
  const { packs } = usePacks();
  if (reading.state !== "ready") return null;
  return (
    <Fold summary={t("learn.all_roles")} class="card">
      <ul class="links">
        {reading.value.roles.map(({ id, name }) => (
          <li key={id}>
            <a href={hrefOf({ name: "role", roleId: id })}>{name}</a>
          </li>
        ))}
        {packs.map(({ pack }) =>
          pack?.roles.map(({ id, name }) => (
            <li key={id}>
              <a href={hrefOf(pathTo("packs"))}>
                <span lang={langOf(pack)}>{name}</span>
                <span class="badge tone-depends">{t("packs.from_file")}</span>
              </a>
            </li>
          )),
        )}
      </ul>
    </Fold>
  );
}
