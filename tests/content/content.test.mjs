// SPDX-License-Identifier: MIT
// The files of content/, checked one promise at a time with scripts/check-content.mjs. Changes no file.
// Run: node --test tests/content/
import assert from "node:assert/strict";
import { test } from "node:test";
import * as check from "../../scripts/check-content.mjs";

const files = await check.readContent();
const content = check.indexContent(files);

/** A list as a failure shows every problem at once. */
const none = (problems) => assert.deepEqual(problems, []);

test("every file follows its schema", async () => none(await check.checkSchemas(files)));

test("no key is there twice", () => none(check.checkText(files)));

test("rules, roles and frameworks are named after their ids", () => none(check.checkFileNames(files)));

test("every id that is named exists", () => none(check.checkReferences(content, files)));

test("roles list conflicts and functions where they belong", () => none(check.checkVerdicts(content)));

test("translations belong to English words", () => none(check.checkTranslations(files, content).problems));

test("interface, errors and command line speak both languages", async () =>
  none(check.checkWordingFiles(files, await check.readErrorCodes())));

test("our own voice names people before labels", () => none(check.checkVoice(files, content)));

test("all 187 clauses of the two briefs are here", () => {
  const count = (id) => content.clauses.filter((clause) => clause.document_id === id).length;

  assert.equal(count("brief2019"), 72);
  assert.equal(count("workforce"), 115);
});

test("23 tasks out of role, 18 that depend and 17 in role are described", () => {
  const count = (letter) => content.rules.filter((rule) => rule.id.startsWith(letter)).length;

  assert.deepEqual([count("T."), count("C."), count("F.")], [23, 18, 17]);
});

test("every rule brings at least three lines that match and three that pass", () => {
  const thin = content.rules.filter(({ examples }) => examples.en.matches.length < 3 || examples.en.passes.length < 3);

  none(thin.map((rule) => rule.id));
});

test("36 situations and 36 questions about a workplace are in the library", () => {
  const count = (section) => files.get(`library/${section}.json`).value.length;

  assert.deepEqual([count("dilemmas"), count("readiness"), count("points")], [36, 36, 14 + 5 + 4]);
});

test("every fact about a role is dated and has a source", () => {
  const facts = content.roles.flatMap((role) => role.facts);

  assert.ok(facts.length > 20);
  none(facts.filter((fact) => fact.as_of === "" || fact.source === ""));
});

test("addresses that are no longer safe are not linked", () => {
  const unsafe = /transformation-center\.org|mass-smhpc\.org|na4ps\.files|recoverycoaching\.org|winenfood/;
  const linking = [...files].filter(([, file]) => unsafe.test(file.text)).map(([path]) => path);

  none(linking);
});
