// SPDX-License-Identifier: MIT
// Items, rules, situations and the rest of the library are easy to read. What is not yet stands in
// reading-level.json, with how hard it is, and may only become easier or fewer.
// PRINT_READING=1 prints that table as it would be now.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as check from "../../scripts/check-content.mjs";
import { flatTranslation, translatableLibrary } from "../../scripts/check-library.mjs";
import { englishGrade, spanishEase, spanishSyllables } from "./reading-level.mjs";

const gradeMax = 7;
const easeMin = 60;

const files = await check.readContent();
const content = check.indexContent(files);
const outliers = JSON.parse(readFileSync(new URL("reading-level.json", import.meta.url), "utf8"));

/** Sections that are read as running text; titles of studies, names of points and glossary entries are not. */
const sections = ["about", "claims", "dilemmas", "disagreements", "help", "leadership", "points", "principles", "readiness", "role-notes", "seeker", "tools"];

const english = { ...pick(check.translatable(content), ["competencies", "rules", "safeguards", "settings"]), ...library(translatableLibrary(files)) };
const spanish = Object.fromEntries(
  Object.keys(english).map((kind) => {
    const words = files.get(`locales/es/${kind}.json`).value;
    return [kind, kind.startsWith("library-") ? flatTranslation(words) : words];
  }),
);

function pick(tables, kinds) {
  return Object.fromEntries(kinds.map((kind) => [kind, tables[kind]]));
}
function library(tables) {
  return pick(tables, sections.map((section) => `library-${section}`));
}

/** Too hard texts: kind and id, and how hard. Short rows say little about ease and are left out. */
function tooHard(tables, measure, isHard) {
  const found = {};
  for (const [kind, rows] of Object.entries(tables))
    for (const [id, words] of Object.entries(rows)) {
      const texts = id === "status" ? [] : Object.values(words).flat();
      if (texts.join(" ").split(" ").length < 20) continue;
      const value = measure(texts);
      if (isHard(value)) found[`${kind} ${id}`] = value;
    }
  return found;
}

const measured = {
  en: tooHard(english, englishGrade, (grade) => grade > gradeMax),
  es: tooHard(spanish, spanishEase, (ease) => ease < easeMin),
};
if (process.env.PRINT_READING) console.log(JSON.stringify(measured, null, 2));

for (const [locale, isWorse] of [["en", (now, then) => now > then], ["es", (now, then) => now < then]]) {
  test(`${locale}: texts are at grade 7 or below, or known to be harder and no harder than they were`, () => {
    const worse = Object.entries(measured[locale]).filter(([id, now]) => !(id in outliers[locale]) || isWorse(now, outliers[locale][id]));

    assert.deepEqual(worse, []);
  });

  test(`${locale}: what has become easy leaves the list`, () => {
    assert.deepEqual(Object.keys(outliers[locale]).filter((id) => !(id in measured[locale])), []);
  });
}

test("Spanish syllables are counted as they are spoken", () => {
  const expected = { dia: 1, día: 2, ciudad: 2, aéreo: 4, que: 1, guitarra: 3, pingüino: 3, reunión: 2, leer: 2, apoyo: 3, hoy: 1, y: 1, ahora: 3, tú: 1, raíz: 2, experiencia: 4 };
  for (const [word, count] of Object.entries(expected)) assert.equal(spanishSyllables(word), count, word);
});

test("plain words are easy and long ones hard, in both languages", () => {
  assert.ok(englishGrade(["You are kind. We walk and talk."]) < 3);
  assert.ok(englishGrade(["Institutional accountability necessitates comprehensive organizational documentation."]) > 12);
  assert.ok(spanishEase(["Tú vas con él. Los dos van a pie."]) > 90);
  assert.ok(spanishEase(["La responsabilidad institucional necesita documentación organizacional pormenorizada."]) < 20);
});
