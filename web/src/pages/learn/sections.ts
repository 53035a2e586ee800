// SPDX-License-Identifier: MIT
// What the sections of the library are called, how their rows are named and grouped. No words of its own, no drawing.
import type { Params, Result } from "../../core.ts";
import type { TextKey } from "../../i18n.ts";

export type SectionName = Params<"get_section">["section"];
export type Rows = Result<"get_section">;
export type RowOf<S extends SectionName> = NonNullable<Rows[S]>[number];

export interface BodyProps<S extends SectionName> {
  row: RowOf<S>;
  answer: Rows;
}

/** What rows may say about where they come from; kinds that the check works with say less. */
export interface Grounded {
  id: string;
  clauses?: string[];
  sources?: string[];
  /** Year and month in which it was looked up. */
  as_of?: string;
  verified?: boolean;
  jurisdiction?: string;
}

export interface Section<S extends SectionName> {
  title: TextKey;
  lead: TextKey;
  nameOf: (row: RowOf<S>) => string;
  /** Further words in a list. */
  moreOf?: (row: RowOf<S>) => string;
  /** Rows with the same one stand together, in the order in which they come. */
  groupOf?: (row: RowOf<S>) => TextKey;
  /** The groups in the order to show them, where it is not that of the rows. */
  groups?: readonly TextKey[];
}

const directions: readonly TextKey[] = [
  "learn.direction_positive",
  "learn.direction_mixed",
  "learn.direction_negative",
  "learn.direction_none",
];

/** Sections that a list shows; areas and bands belong to the workplace check. */
export const sections: { readonly [S in SectionName]: Section<S> } = {
  dilemmas: {
    title: "learn.dilemmas",
    lead: "learn.dilemmas_lead",
    nameOf: ({ title }) => title,
  },
  principles: {
    title: "learn.principles",
    lead: "learn.principles_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ text }) => text,
    groupOf: ({ group }) => `learn.principles_${group}`,
  },
  readiness: {
    title: "learn.readiness",
    lead: "learn.readiness_lead",
    nameOf: ({ organization }) => organization,
  },
  points: {
    title: "learn.points",
    lead: "learn.points_lead",
    nameOf: ({ number, name }) => `${number}. ${name}`,
    moreOf: ({ text }) => text,
    groupOf: ({ kind }) => `learn.points_${kind}`,
  },
  areas: {
    title: "learn.areas",
    lead: "learn.areas_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ text }) => text,
  },
  bands: {
    title: "learn.bands",
    lead: "learn.bands_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ text }) => text,
  },
  evidence: {
    title: "learn.evidence",
    lead: "learn.evidence_lead",
    nameOf: ({ citation }) => citation,
    moreOf: ({ finding }) => finding,
    groupOf: ({ direction }) => `learn.direction_${direction}`,
    groups: directions,
  },
  claims: {
    title: "learn.claims",
    lead: "learn.claims_lead",
    nameOf: ({ claim }) => claim,
    moreOf: ({ known }) => known,
    groupOf: ({ direction }) => `learn.direction_${direction}`,
    groups: directions,
  },
  lookalikes: {
    title: "learn.lookalikes",
    lead: "learn.lookalikes_lead",
    nameOf: ({ role_b }) => role_b,
    moreOf: ({ difference }) => difference,
  },
  disagreements: {
    title: "learn.disagreements",
    lead: "learn.disagreements_lead",
    nameOf: ({ topic }) => topic,
    moreOf: ({ what_trellis_does }) => what_trellis_does,
  },
  unverified: {
    title: "learn.unverified",
    lead: "learn.unverified_lead",
    nameOf: ({ topic }) => topic,
    moreOf: ({ text }) => text,
  },
  about: {
    title: "learn.about",
    lead: "learn.about_lead",
    nameOf: ({ title }) => title,
  },
  seeker: {
    title: "learn.seeker",
    lead: "learn.seeker_lead",
    nameOf: ({ title }) => title,
    groupOf: ({ kind }) => `learn.seeker_${kind}`,
  },
  help: {
    title: "learn.help",
    lead: "learn.help_lead",
    nameOf: ({ title }) => title,
    moreOf: ({ text }) => text,
  },
  glossary: {
    title: "learn.glossary",
    lead: "learn.glossary_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ text }) => text,
  },
  leadership: {
    title: "learn.leadership",
    lead: "learn.leadership_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ statement }) => statement,
  },
  "role-notes": {
    title: "learn.notes",
    lead: "learn.notes_lead",
    nameOf: ({ title }) => title,
  },
  tools: {
    title: "learn.tools",
    lead: "learn.tools_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ text }) => text,
  },
  settings: {
    title: "learn.settings",
    lead: "learn.settings_lead",
    nameOf: ({ name }) => name,
  },
  safeguards: {
    title: "learn.safeguards",
    lead: "learn.safeguards_lead",
    nameOf: ({ name }) => name,
    moreOf: ({ why }) => why,
  },
};

export function isSection(name: string): name is SectionName {
  return Object.hasOwn(sections, name);
}

/** The rows of a section in an answer of the core. */
export function rowsOf<S extends SectionName>(answer: Rows, section: S): readonly RowOf<S>[] {
  return (answer[section] ?? []) as readonly RowOf<S>[];
}

/** The address of a section, or of one row of it. */
export function pathTo(section: string, id?: string) {
  return { name: "learn", view: "learn", section, id } as const;
}
