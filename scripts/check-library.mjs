// SPDX-License-Identifier: MIT
// Checks content/library/: what its rows name, and how far its translations are. Used by check-content.mjs.

/** Fields that people read, at any depth of a row. Everything else is an id, a number or a quoted source. */
const wordFields = new Set(
  ("title scene decides text why name organization seeker anchors next_step seeker_step population design finding meaning " +
    "strength access claim known role_a role_b difference does topic what_trellis_does ask feedback steps statement levels proof practice").split(" "),
);

/** Rows by section, for example "dilemmas". */
export function librarySections(files) {
  const sections = [...files].filter(([path]) => path.startsWith("library/"));
  return Object.fromEntries(sections.map(([path, { value }]) => [path.slice("library/".length, -".json".length), value]));
}

/** The words of one row by path, for example "options.a.text". */
export function wordsOf(row, where = "") {
  const words = {};
  for (const [key, value] of Object.entries(row)) {
    if (Array.isArray(value) && typeof value[0] === "object")
      for (const inner of value) Object.assign(words, wordsOf(inner, `${where}${key}.${inner.id}.`));
    else if (wordFields.has(key) && value.length > 0) words[where + key] = value;
  }
  return words;
}

/** The same of a translation, where lists are objects by id. */
function flatWords(value, where = "") {
  if (typeof value === "string" || Array.isArray(value)) return { [where]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flatWords(inner, where ? `${where}.${key}` : key)));
}

/** What is to be translated: section as the name of its file, then id, then path. */
export function translatableLibrary(files) {
  const entries = Object.entries(librarySections(files));
  return Object.fromEntries(
    entries.map(([section, rows]) => [`library-${section}`, Object.fromEntries(rows.map((row) => [row.id, wordsOf(row)]))]),
  );
}

/** A translation in the same form. */
export function flatTranslation({ status, ...rows }) {
  return Object.fromEntries(Object.entries(rows).map(([id, words]) => [id, flatWords(words)]));
}

/** Every id that a row names must exist. @param known  ids by kind, as sets */
export function checkLibraryReferences(files, known) {
  const sections = librarySections(files);
  const own = (section) => new Set((sections[section] ?? []).map((row) => row.id));
  const tables = {
    ...{ clauses: known.clauses, rules: known.rules, roles: known.roles, families: known.families },
    ...{ sources: new Set([...known.sources, ...known.documents]), principles: own("principles") },
    ...{ items: own("readiness"), points: own("points"), evidence: own("evidence") },
  };
  const problems = [];
  for (const [section, rows] of Object.entries(sections)) {
    const ids = rows.map((row) => row.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    problems.push(...twice.map((id) => `${section}: ${id} is there twice`));
    for (const row of rows) {
      for (const [kind, ids] of Object.entries(tables))
        for (const id of row[kind] ?? []) if (!ids.has(id)) problems.push(`${section} ${row.id}: ${id} is not among the ${kind}`);
      for (const { source } of row.what_sources_say ?? [])
        if (!tables.sources.has(source)) problems.push(`${section} ${row.id}: ${source} is not among the sources`);
    }
    if (section === "readiness")
      for (const { id, area } of rows) if (!own("areas").has(area)) problems.push(`${section} ${id}: ${area} is no area`);
  }
  return problems;
}
