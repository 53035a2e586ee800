// SPDX-License-Identifier: MIT
// How far each language is, and the way of a new one: template, filled, and back into content/locales/.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readContent } from "../../scripts/check-content.mjs";
import { completeness, englishTexts, fromTemplate, takeTemplate, template, writeTemplate } from "../../scripts/locale.mjs";

const files = await readContent();
const folder = mkdtempSync(join(tmpdir(), "trellis-locale-"));
after(() => rmSync(folder, { recursive: true }));
const inFolder = (name) => join(folder, name);
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

test("Spanish has every text, in every section", () => {
  const rows = completeness(files, "es");

  assert.deepEqual(rows.filter(({ done, total }) => done !== total), []);
  assert.ok(rows.length > 30 && rows.every(({ total }) => total > 0));
});

test("a text that is taken away, or emptied, is counted as missing", () => {
  const path = "locales/es/library-dilemmas.json";
  const value = structuredClone(files.get(path).value);
  delete value.S01.title;
  value.S02.title = " ";
  const [row] = completeness(new Map(files).set(path, { value }), "es").filter(({ section }) => section === "library-dilemmas");

  assert.equal(row.total - row.done, 2);
  assert.equal(row.percent, 99);
});

test("every file of Spanish is a section of the report, so nothing is left out of it", () => {
  const spanish = [...files.keys()].filter((path) => path.startsWith("locales/es/")).map((path) => path.slice("locales/es/".length, -".json".length));

  assert.deepEqual(Object.keys(englishTexts(files)).sort(), spanish.sort());
});

test("a template for a new language asks for every text, with that language's plural forms", () => {
  const pages = template(files, "pt-BR");

  assert.deepEqual(pages.rules["T.DRIVER"].name, { en: files.get("rules/T.DRIVER.json").value.name, "pt-BR": "" });
  const forms = Object.values(pages["ui-learn"]).map(({ [""]: text }) => text).find(({ en }) => typeof en === "object");
  assert.deepEqual(Object.keys(forms["pt-BR"]).sort(), new Intl.PluralRules("pt-BR").resolvedOptions().pluralCategories.toSorted());
  const counts = completeness(files, "pt-BR");
  assert.equal(counts.reduce((sum, { done }) => sum + done, 0), 0);
  assert.deepEqual(fromTemplate("rules", pages.rules, "pt-BR"), { status: "awaiting review by native-speaking peers" });
});

test("what is filled in comes back as the files that Trellis reads", () => {
  for (const [name, rows] of Object.entries(template(files, "es"))) {
    const { status: _, ...taken } = fromTemplate(name, rows, "es");
    const { status, ...ours } = files.get(`locales/es/${name}.json`).value;
    assert.deepEqual(taken, ours, name);
  }
});

/** A template with one text filled in. */
async function filledTemplate(name) {
  await writeTemplate(files, "pt-BR", inFolder(name));
  const page = readJson(inFolder(`${name}/rules.json`));
  page["T.DRIVER"].name["pt-BR"] = "Ser motorista";
  writeFileSync(inFolder(`${name}/rules.json`), JSON.stringify(page));
}

test("a second template never writes over one that may be half filled", async () => {
  await filledTemplate("half");

  await assert.rejects(writeTemplate(files, "pt-BR", inFolder("half")), /is there already/);

  assert.equal(readJson(inFolder("half/rules.json"))["T.DRIVER"].name["pt-BR"], "Ser motorista");
});

test("what is taken joins what is there: later texts and a review that has happened stay", async () => {
  await filledTemplate("round");
  writeFileSync(inFolder("round/notes.txt"), "ask Ana");
  const into = inFolder("pt-BR");
  await takeTemplate(files, "pt-BR", inFolder("round"), into);
  const reviewed = { ...readJson(join(into, "rules.json")), status: "reviewed", "T.PAYEE": { name: "Later" } };
  writeFileSync(join(into, "rules.json"), JSON.stringify(reviewed));

  const passedOver = await takeTemplate(files, "pt-BR", inFolder("round"), into);

  assert.deepEqual(readJson(join(into, "rules.json")), { status: "reviewed", "T.DRIVER": { name: "Ser motorista" }, "T.PAYEE": { name: "Later" } });
  assert.deepEqual(passedOver, ["notes.txt"]);
});

test("a template with a broken file is taken not at all, and English never", async () => {
  await filledTemplate("broken");
  writeFileSync(inFolder("broken/ui.json"), "{");

  await assert.rejects(takeTemplate(files, "pt-BR", inFolder("broken"), inFolder("none")));
  await assert.rejects(takeTemplate(files, "en", inFolder("broken"), inFolder("none")), /English/);

  assert.throws(() => readFileSync(inFolder("none/rules.json")), /ENOENT/);
});
