// SPDX-License-Identifier: MIT
// Links from one row of the library to others, by id; the core knows what those are called.
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import type { Page } from "../../router.ts";
import { pathTo, rowsOf, sections } from "./sections.ts";
import type { Section, SectionName } from "./sections.ts";

interface Named {
  id: string;
  name: string;
}

interface LinksProps {
  title: TextKey;
  rows: readonly Named[];
  to: (id: string) => Page;
  lang?: string | undefined;
}

function Links({ title, rows, to, lang }: LinksProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <ul class="links">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <a href={hrefOf(to(id))} lang={lang}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props<S extends SectionName> {
  section: S;
  ids: readonly string[];
  title: TextKey;
}

export function RowLinks<S extends SectionName>({ section, ids, title }: Props<S>) {
  const { nameOf }: Section<S> = sections[section];
  const reading = useReading("get_section", { section });
  if (reading.state !== "ready") return null;
  const rows = rowsOf(reading.value, section).filter(({ id }) => ids.includes(id));
  const named = rows.map((row) => ({ id: row.id, name: nameOf(row) }));
  const lang = section === "evidence" ? "en" : undefined;
  return <Links title={title} rows={named} to={(id) => pathTo(section, id)} lang={lang} />;
}

export function RuleLinks({ ids }: { ids: readonly string[] }) {
  const reading = useReading("list_rules", {});
  if (reading.state !== "ready") return null;
  const rows = reading.value.rules.filter(({ id }) => ids.includes(id));
  return <Links title="learn.its_tasks" rows={rows} to={(id) => pathTo("tasks", id)} />;
}

export function RoleLinks({ ids }: { ids: readonly string[] }) {
  const reading = useReading("list_roles", {});
  if (reading.state !== "ready") return null;
  const rows = reading.value.roles.filter(({ id }) => ids.includes(id));
  return <Links title="learn.its_roles" rows={rows} to={(id) => ({ name: "role", roleId: id })} />;
}
