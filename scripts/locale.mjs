// SPDX-License-Identifier: MIT
// For translators: how far each language is, a template with every English text beside an empty one, and the way from a
// filled template to content/locales/. Run: node scripts/locale.mjs completeness [--locale es] [--json]
//   node scripts/locale.mjs template pt-BR [FOLDER]; node scripts/locale.mjs take pt-BR [FOLDER]
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { completeFiles, indexContent, readContent, translatable } from "./check-content.mjs";
import { flatTranslation, translatableLibrary } from "./check-library.mjs";

const localesFolder = fileURLToPath(new URL("../content/locales/", import.meta.url));

const rowsById = (rows, fields, prefix = "") =>
  Object.fromEntries(
    rows.map((row) => [prefix + row.id, Object.fromEntries(fields.filter((f) => row[f]?.length > 0).map((f) => [f, row[f]]))]),
  );

/** Ladder, conditions and forms, as core/content/growth_pack.cpp names them. */
function translatableGrowth(files) {
  const value = (name) => files.get(`growth/${name}.json`).value;
  const ladder = value("ladder");
  const forms = value("forms");
  const rungs = ladder.rungs.map((rung) => ({ ...rung, published: rung.published.map(({ text }) => text) }));
  return {
    growth: {
      ...rowsById([ladder], ["name", "limits", "side_steps"]),
      ...rowsById(rungs, ["name", "who", "published"]),
      ...rowsById(ladder.rungs.flatMap(({ requirements }) => requirements), ["text"]),
      ...rowsById(value("conditions"), ["question", "low"], "condition."),
      ...Object.fromEntries(forms.left_out.map(({ competency, why }) => [`left_out.${competency}`, { why }])),
      sureness: { few: forms.sureness.few, run_high: forms.sureness.run_high },
    },
  };
}

/** Words of the interface stand alone under their key: the field has no name. */
const alone = "";
const asFields = ({ status, ...words }) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { [alone]: text }]));

/** Every English text: file name without .json, then id, then field or path ("options.a.text"). */
export function englishTexts(files) {
  const wording = completeFiles.map((name) => {
    const { value } = files.get(`locales/en/${name}.json`);
    return [name, name === "errors" ? value : asFields(value)];
  });
  return {
    ...Object.fromEntries(wording),
    ...translatable(indexContent(files)),
    ...translatableGrowth(files),
    ...translatableLibrary(files),
  };
}

/** A language's texts in the same form. */
function textsOf(files, tag, name) {
  const words = files.get(`locales/${tag}/${name}.json`)?.value ?? {};
  if (name.startsWith("library-")) return flatTranslation(words);
  const { status, ...rows } = words;
  return completeFiles.includes(name) && name !== "errors" ? asFields(rows) : rows;
}

const isSaid = (text) =>
  typeof text === "string" ? text.trim() !== "" : text !== undefined && Object.values(text).every(isSaid);

/** @returns a row for each file: how many of the English texts a language has */
export function completeness(files, tag) {
  return Object.entries(englishTexts(files)).map(([section, rows]) => {
    const words = textsOf(files, tag, section);
    const keys = Object.entries(rows).flatMap(([id, fields]) => Object.keys(fields).map((field) => [id, field]));
    const done = keys.filter(([id, field]) => isSaid(words[id]?.[field])).length;
    return { locale: tag, section, done, total: keys.length, percent: keys.length === 0 ? 100 : Math.floor((done * 100) / keys.length) };
  });
}

/** An empty text in the shape of an English one, with the plural forms that the language needs. */
function emptyLike(text, tag) {
  if (typeof text === "string") return "";
  if (Array.isArray(text)) return text.map(() => "");
  return Object.fromEntries(new Intl.PluralRules(tag).resolvedOptions().pluralCategories.map((form) => [form, ""]));
}

/** One file of a template: each text as {"en": …, TAG: …}; what is translated already stands there. */
function templateOf(english, words, tag) {
  const row = (id, fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field, { en: text, [tag]: words[id]?.[field] ?? emptyLike(text, tag) }]),
    );
  return Object.fromEntries(Object.entries(english).map(([id, fields]) => [id, row(id, fields)]));
}

/** The files of a template by name. */
export function template(files, tag) {
  return Object.fromEntries(
    Object.entries(englishTexts(files)).map(([name, rows]) => [name, templateOf(rows, textsOf(files, tag, name), tag)]),
  );
}

function put(target, path, text) {
  const [first, ...rest] = path;
  if (rest.length === 0) target[first] = text;
  else put((target[first] ??= {}), rest, text);
}

/**
 * From a filled template to a file of content/locales/TAG/. What the template leaves empty stays as it is in `before`,
 * the file that is there already; what neither has is left out, so that English stands in.
 */
export function fromTemplate(name, rows, tag, before = {}) {
  const words = { status: "awaiting review by native-speaking peers", ...structuredClone(before) };
  for (const [id, fields] of Object.entries(rows))
    for (const [field, texts] of Object.entries(fields)) {
      if (!isSaid(texts[tag])) continue;
      const path = field === alone ? [] : name.startsWith("library-") ? field.split(".") : [field];
      put(words, [id, ...path], texts[tag]);
    }
  return words;
}

const asFile = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Never writes over a template, which may be half filled: a second one goes into a folder of its own. */
export async function writeTemplate(files, tag, folder) {
  const pages = Object.entries(template(files, tag));
  await mkdir(folder, { recursive: true });
  const names = new Set(await readdir(folder));
  const there = pages.find(([name]) => names.has(`${name}.json`));
  if (there) throw new Error(`${folder}/${there[0]}.json is there already: take it first, or name another folder`);
  for (const [name, rows] of pages) await writeFile(`${folder}/${name}.json`, asFile(rows), { flag: "wx" });
}

/** The text of a file; an empty object where there is none yet. */
async function readOrNothing(path) {
  const text = await readFile(path, "utf8").catch((error) => {
    if (error.code !== "ENOENT") throw error;
    return "{}";
  });
  return JSON.parse(text);
}

/**
 * Reads all of a template before it writes any file. Texts that are in the language and not in the template stay.
 * @returns names of files in the folder that are no part of a template, and were passed over
 */
export async function takeTemplate(files, tag, folder, into = `${localesFolder}${tag}`) {
  if (tag === "en") throw new Error("English is what templates are made from; change content/locales/en/ itself");
  const names = new Set(Object.keys(englishTexts(files)).map((name) => `${name}.json`));
  const found = await readdir(folder);
  const taken = await Promise.all(
    found
      .filter((file) => names.has(file))
      .map(async (file) => {
        const rows = JSON.parse(await readFile(`${folder}/${file}`, "utf8"));
        return [file, fromTemplate(file.replace(/\.json$/, ""), rows, tag, await readOrNothing(`${into}/${file}`))];
      }),
  );
  await mkdir(into, { recursive: true });
  for (const [file, words] of taken) await writeFile(`${into}/${file}`, asFile(words));
  return found.filter((file) => !names.has(file));
}

function printCompleteness(rows, asJson) {
  if (asJson) return console.log(JSON.stringify(rows, null, 1));
  for (const { locale, section, done, total, percent } of rows)
    console.log(`${locale} ${section.padEnd(22)} ${String(done).padStart(4)} of ${String(total).padStart(4)}  ${percent} %`);
}

async function main([command, ...args]) {
  const files = await readContent();
  const tags = (await readdir(localesFolder)).filter((tag) => tag !== "en").sort();
  const valueOf = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const [tag = "", folder = `locale-${tag}`] = args;
  if (command === "completeness") {
    const asked = valueOf("--locale");
    const rows = (asked ? [asked] : tags).flatMap((one) => completeness(files, one));
    return printCompleteness(rows, args.includes("--json"));
  }
  Intl.getCanonicalLocales(tag); // throws on what is no language tag
  if (tag !== "" && command === "template") return writeTemplate(files, tag, resolve(folder));
  if (tag !== "" && command === "take") {
    for (const file of await takeTemplate(files, tag, resolve(folder))) console.error(`not taken: ${file}`);
    return;
  }
  throw new Error("completeness [--locale TAG] [--json], template TAG [FOLDER], or take TAG [FOLDER]");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
