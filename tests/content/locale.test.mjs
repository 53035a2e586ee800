// SPDX-License-Identifier: MIT
// How far each language is, and the way of a new one: template, filled, and back into content/locales/.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readContent } from "../../scripts/check-content.mjs";
import { completeness, englishTexts, fromTemplate, template } from "../../scripts/locale.mjs";

const files = await readContent();

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
