// SPDX-License-Identifier: MIT
// One row of the library on a page of its own: what it says, and where that comes from.
import type { ComponentType } from "preact";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { useReading } from "../../reading.ts";
import { BackLink } from "./back-link.tsx";
import { bodies } from "./bodies.tsx";
import { Grounds } from "./grounds.tsx";
import { pathTo, rowsOf, sections } from "./sections.ts";
import type { BodyProps, RowOf, Rows, Section, SectionName } from "./sections.ts";

interface Props<S extends SectionName> {
  section: S;
  id: string;
}

export function EntryPage<S extends SectionName>({ section, id }: Props<S>) {
  const { title, nameOf }: Section<S> = sections[section];
  const reading = useReading("get_section", { section, id });
  const answer = reading.state === "failed" ? undefined : reading.value;
  const row = answer && rowsOf(answer, section)[0];
  const name = row ? nameOf(row) : t(title);
  return (
    <>
      <BackLink to={pathTo(section)} words={t(title)} />
      <PageHeading page={section === "help" ? `${t(title)}: ${name}` : name}>
        {section === "evidence" && row ? (
          <cite lang="en" class="long-title">
            {name}
          </cite>
        ) : (
          name
        )}
      </PageHeading>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {answer && row && <EntryText section={section} row={row} answer={answer} />}
    </>
  );
}

interface TextProps<S extends SectionName> {
  section: S;
  row: RowOf<S>;
  answer: Rows;
}

function EntryText<S extends SectionName>({ section, row, answer }: TextProps<S>) {
  const Body: ComponentType<BodyProps<S>> = bodies[section];
  return (
    <div class="result">
      <Body row={row} answer={answer} />
      <Grounds row={row} clauses={answer.clauses} sources={answer.sources} />
    </div>
  );
}
