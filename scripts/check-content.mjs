// SPDX-License-Identifier: MIT
// Checks content/: schemas, ids, references, translations, wording. Prints what is wrong and how far each language is.
// Reads files only; changes nothing. Run: node scripts/check-content.mjs
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { checkLibraryReferences, flatTranslation, translatableLibrary } from "./check-library.mjs";

const root = new URL("../", import.meta.url);
export const locales = ["en", "es"];

/** Wording files in which every language must have every key. */
export const completeFiles = ["ui", "ui-pages", "ui-more", "ui-growth", "ui-learn", "ui-chart", "ui-one-file", "ui-plain", "errors", "core", "cli"];

/** Every JSON file below content/ by path, with its text and value. */
export async function readContent(folder = new URL("content/", root)) {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith(".json") && !name.startsWith("schema")).sort();
  const files = new Map();
  for (const path of paths) {
    const text = await readFile(new URL(path, folder), "utf8");
    files.set(path, { text, value: JSON.parse(text) });
  }
  return files;
}

/** The table of what exists, by kind, and each id's row. */
export function indexContent(files) {
  const value = (path) => files.get(path)?.value ?? [];
  const inFolder = (folder) => [...files].filter(([path]) => path.startsWith(folder)).map(([, file]) => file.value);
  const [framework] = inFolder("competencies/");
  return {
    documents: value("documents.json"),
    clauses: value("clauses.json"),
    sources: value("sources.json"),
    families: value("families.json"),
    safeguards: value("safeguards.json"),
    settings: value("settings/settings.json"),
    rules: inFolder("rules/"),
    roles: inFolder("roles/"),
    framework,
  };
}

/** Name of the schema for a path, or of the definition inside locale.schema.json. */
function schemaFor(path) {
  const [folder, tag, file] = path.split("/");
  if (folder === "library") return `library#/$defs/${basename(tag, ".json")}`;
  if (folder === "locales" && file?.startsWith("library-")) return "library#/$defs/translation";
  if (folder === "locales") return `locale#/$defs/${basename(file ?? tag, ".json").replace(/^ui-.*/, "ui")}`;
  if (folder === "growth") return `growth#/$defs/${basename(path, ".json")}`;
  const byFolder = { rules: "rule", roles: "role", competencies: "framework", lexicon: "lexicon", model: "model" };
  return byFolder[folder] ?? basename(path, ".json");
}

export async function checkSchemas(files) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats(ajv);
  const folder = new URL("content/schema/", root);
  for (const name of await readdir(folder)) ajv.addSchema(JSON.parse(await readFile(new URL(name, folder), "utf8")));
  const problems = [];
  for (const [path, { value }] of files) {
    const validate = ajv.getSchema(`trellis:content/${schemaFor(path)}`);
    if (!validate) problems.push(`${path}: no schema for this file`);
    else if (!validate(value)) problems.push(...validate.errors.map((e) => `${path}${e.instancePath}: ${e.message}`));
  }
  return problems;
}

const withoutLayout = (text) => text.replace(/("(?:\\.|[^"\\])*")|\s+/g, "$1");

/** A key that is there twice would silently win over the first; a missing last line break hides the last line. */
export function checkText(files) {
  const problems = [];
  for (const [path, { text, value }] of files) {
    const same = withoutLayout(text) === JSON.stringify(value);
    if (!same) problems.push(`${path}: a key is there twice, or a character is written as an escape`);
    if (!text.endsWith("\n")) problems.push(`${path}: the last line has no line break`);
  }
  return problems;
}

export function checkFileNames(files) {
  return [...files]
    .filter(([path]) => /^(rules|roles|competencies)\//.test(path))
    .filter(([path, { value }]) => basename(path, ".json") !== value.id)
    .map(([path, { value }]) => `${path}: its id is ${value.id}`);
}

function duplicates(table, kind) {
  const ids = table.map((row) => row.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${kind}: ${id} is there twice`);
}

/** Every id that a row names must exist. */
export function checkReferences(content, files) {
  const problems = [];
  const tables = Object.entries(content).filter(([, rows]) => Array.isArray(rows));
  const known = Object.fromEntries(tables.map(([kind, rows]) => [kind, new Set(rows.map((row) => row.id))]));
  const need = (kind, from, ids) => {
    for (const id of ids) if (!known[kind].has(id)) problems.push(`${from}: ${id} is not among the ${kind}`);
  };
  for (const [kind, rows] of tables) problems.push(...duplicates(rows, kind));
  for (const clause of content.clauses) need("documents", clause.id, [clause.document_id]);
  for (const row of [...content.settings, ...content.safeguards]) need("clauses", row.id, row.clauses);
  for (const rule of content.rules) {
    need("clauses", rule.id, rule.clauses);
    need("sources", rule.id, rule.sources);
    need("families", rule.id, [rule.family]);
    need("roles", rule.id, rule.applies_to ?? []);
    const passes = Object.values(rule.examples).flatMap((example) => example.passes);
    need("rules", rule.id, passes.map((pass) => pass.expect).filter((id) => id !== null));
  }
  for (const role of content.roles) {
    need("rules", role.id, [...role.functions, ...role.not_tasks]);
    need("settings", role.id, role.settings);
    need("clauses", role.id, role.clauses);
    need("sources", role.id, role.facts.map((fact) => fact.source));
  }
  problems.push(...checkLibraryReferences(files, known));
  const domains = new Set(content.framework.domains.map((domain) => domain.id));
  for (const competency of content.framework.competencies) {
    need("clauses", competency.id, competency.clauses);
    if (!domains.has(competency.domain)) problems.push(`${competency.id}: ${competency.domain} is no domain`);
  }
  return [...problems, ...duplicates(content.framework.competencies, "competencies")];
}

/** A rule fits, depends or conflicts, and roles list it where it belongs. */
export function checkVerdicts(content) {
  const verdict = Object.fromEntries(content.rules.map((rule) => [rule.id, rule.verdict]));
  return content.roles.flatMap((role) => [
    ...role.not_tasks.filter((id) => verdict[id] !== "conflict").map((id) => `${role.id}: ${id} is no conflict`),
    ...role.functions.filter((id) => verdict[id] === "conflict").map((id) => `${role.id}: ${id} is a conflict`),
  ]);
}

const only = (row, fields) => Object.fromEntries(fields.filter((f) => row[f]?.length > 0).map((f) => [f, row[f]]));
const table = (rows, fields) => Object.fromEntries(rows.map((row) => [row.id, only(row, fields)]));

/** What is to be translated: kind, then id, then field. */
export function translatable(content) {
  const { framework } = content;
  return {
    rules: table(content.rules, ["name", "why", "condition", "instead", "reply", "question"]),
    safeguards: table(content.safeguards, ["name", "why", "question"]),
    settings: table(content.settings, ["name", "drift", "respond"]),
    families: table(content.families, ["name"]),
    documents: table(content.documents, ["title"]),
    clauses: table(content.clauses, ["section", "text"]),
    sources: table(content.sources, ["what"]),
    roles: table(
      content.roles.map((role) => ({ ...role, facts: role.facts.map((fact) => fact.text) })),
      ["name", "short_name", "purpose", "supervised_by", "confused_with", "facts"],
    ),
    competencies: {
      [framework.id]: { name: framework.name },
      ...table(framework.domains, ["name"]),
      ...table(framework.levels.map((level) => ({ ...level, id: `level.${level.number}` })), ["name", "cue"]),
      ...table(framework.competencies, ["name", "statement", "why", "levels", "evidence", "practice"]),
    },
  };
}

/** Compares one kind's translation with its English words. */
function compareKind(kind, english, words, where) {
  const problems = [];
  let total = 0;
  let done = 0;
  for (const [id, fields] of Object.entries(english)) {
    total += Object.keys(fields).length;
    done += Object.keys(fields).filter((field) => words[id]?.[field] !== undefined).length;
  }
  for (const [id, fields] of Object.entries(words)) {
    if (id === "status") continue;
    if (!english[id]) problems.push(`${where}: ${id} is not among the ${kind}`);
    for (const [field, value] of Object.entries(fields)) {
      const original = english[id]?.[field];
      if (english[id] && original === undefined) problems.push(`${where}: ${id}.${field} has no English words`);
      else if (Array.isArray(value) && value.length !== original?.length)
        problems.push(`${where}: ${id}.${field} has another length`);
    }
  }
  return { problems, total, done };
}

/** Translations by id: stray ids are problems; what is missing is counted, since English stands in for it. */
export function checkTranslations(files, content) {
  const problems = [];
  const report = [];
  for (const tag of locales.slice(1)) {
    const library = translatableLibrary(files);
    for (const [kind, english] of Object.entries({ ...translatable(content), ...library })) {
      const path = `locales/${tag}/${kind}.json`;
      const words = files.get(path)?.value ?? {};
      const compared = compareKind(kind, english, kind in library ? flatTranslation(words) : words, path);
      problems.push(...compared.problems);
      report.push({ locale: tag, kind, done: compared.done, total: compared.total });
    }
  }
  return { problems, report };
}

/** A set, since a language may need a placeholder in more of its plural forms than English. */
const placeholders = (value) => {
  const found = [...JSON.stringify(value).matchAll(/\{[a-z0-9_]+\}/gi)].map(([name]) => name);
  return [...new Set(found)].sort().join(" ");
};

/** Interface, errors, core and command line: the same keys and the same {placeholders} in every language. */
export function checkWordingFiles(files, errorCodes) {
  const problems = [];
  const words = (tag, name) => {
    const { status, ...rest } = files.get(`locales/${tag}/${name}.json`)?.value ?? {};
    return rest;
  };
  for (const name of completeFiles) {
    const english = words("en", name);
    for (const tag of locales.slice(1)) {
      const other = words(tag, name);
      const where = `locales/${tag}/${name}.json`;
      for (const key of Object.keys(english)) if (!(key in other)) problems.push(`${where}: ${key} is missing`);
      for (const key of Object.keys(other)) {
        if (!(key in english)) problems.push(`${where}: ${key} is not in English`);
        else if (placeholders(other[key]) !== placeholders(english[key]))
          problems.push(`${where}: ${key} has other placeholders than English`);
      }
    }
  }
  const codes = Object.keys(words("en", "errors"));
  const missing = errorCodes.filter((code) => !codes.includes(code));
  const stray = codes.filter((code) => !errorCodes.includes(code));
  problems.push(...missing.map((code) => `errors.json: ${code} is missing`));
  problems.push(...stray.map((code) => `errors.json: ${code} is no error code`));
  return problems;
}

/** Words that we do not use in our own voice. Examples quote others and are not looked at. */
const unwanted = /\b(clients?|patients?|consumers?|illegal|violat\w+|non-?complian\w+|addicts?|suffers? from)\b/i;

export function checkVoice(files, content) {
  const { clauses, sources, documents, ...ours } = translatable(content);
  const wordingFile = (name) => [name, files.get(`locales/en/${name}.json`)?.value ?? {}];
  const texts = { ...ours, ...translatableLibrary(files), ...Object.fromEntries(completeFiles.map(wordingFile)) };
  return Object.entries(texts).flatMap(([kind, rows]) =>
    Object.entries(rows)
      .filter(([, words]) => unwanted.test(JSON.stringify(words)))
      .map(([id, words]) => `${kind} ${id}: says "${JSON.stringify(words).match(unwanted)[0]}"`),
  );
}

export async function readErrorCodes() {
  const schema = JSON.parse(await readFile(new URL("contract/api.schema.json", root), "utf8"));
  return schema.$defs.ErrorCode.enum;
}

async function main() {
  const files = await readContent();
  const content = indexContent(files);
  const translations = checkTranslations(files, content);
  const problems = [
    ...(await checkSchemas(files)),
    ...checkText(files),
    ...checkFileNames(files),
    ...checkReferences(content, files),
    ...checkVerdicts(content),
    ...translations.problems,
    ...checkWordingFiles(files, await readErrorCodes()),
    ...checkVoice(files, content),
  ];
  for (const { locale, kind, done, total } of translations.report) {
    console.log(`${locale} ${kind.padEnd(21)} ${String(done).padStart(4)} of ${total}`);
  }
  for (const problem of problems) console.error(problem);
  console.log(`content: ${files.size} files, ${problems.length || "no"} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
