// SPDX-License-Identifier: MIT
// One section of the library as a list: names, a few words, groups under headings. Each row leads to its own page.
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { BackLink } from "./back-link.tsx";
import { PackRows } from "./pack-rows.tsx";
import { pathTo, rowsOf, sections } from "./sections.ts";
import type { RowOf, Section, SectionName } from "./sections.ts";

export function SectionPage({ section }: { section: SectionName }) {
  const { title, lead } = sections[section];
  const reading = useReading("get_section", { section });
  return (
    <>
      <BackLink />
      <PageHeading page={t(title)}>{t(title)}</PageHeading>
      <p class="lead">{t(lead)}</p>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && (
        <SectionList section={section} rows={rowsOf(reading.value, section)} />
      )}
      <PackRows section={section} />
      {section === "about" && (
        <p>
          <a class="button" href={hrefOf(pathTo("packs"))}>
            {t("packs.title")}
          </a>
        </p>
      )}
    </>
  );
}

interface ListProps<S extends SectionName> {
  section: S;
  rows: readonly RowOf<S>[];
}

/** The rows, under a heading for each group where the section has groups. */
export function SectionList<S extends SectionName>({ section, rows }: ListProps<S>) {
  const { groupOf, groups: order = [] }: Section<S> = sections[section];
  if (!groupOf) return <RowList section={section} rows={rows} />;
  const present = new Set(rows.map(groupOf));
  const groups = new Set([...order.filter((group) => present.has(group)), ...present]);
  return (
    <div class="result">
      {[...groups].map((group) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>{t(group)}</h2>
          <RowList section={section} rows={rows.filter((row) => groupOf(row) === group)} />
        </section>
      ))}
    </div>
  );
}

function RowList<S extends SectionName>({ section, rows }: ListProps<S>) {
  const { nameOf, moreOf }: Section<S> = sections[section];
  const lang = section === "evidence" ? "en" : undefined; // a citation stays as it was printed
  return (
    <ul class="links entries">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={hrefOf(pathTo(section, row.id))} lang={lang}>
            {nameOf(row)}
          </a>
          {moreOf && <p class="soft">{moreOf(row)}</p>}
        </li>
      ))}
    </ul>
  );
}
