// SPDX-License-Identifier: MIT
// The checks themselves: each finds the fault that it is there for. Works on copies in memory only.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as check from "../../scripts/check-content.mjs";

const original = await check.readContent();

/** The files with one of them changed. */
function changed(path, change) {
  const files = new Map(original);
  const value = structuredClone(original.get(path).value);
  change(value);
  files.set(path, { text: `${JSON.stringify(value)}\n`, value });
  return files;
}

test("a missing field and an unknown key are found", async () => {
  const files = changed("rules/T.DRIVER.json", (rule) => {
    delete rule.why;
    rule.wy = "typing mistake";
  });

  const problems = await check.checkSchemas(files);

  assert.equal(problems.length, 2);
  assert.match(problems.join("\n"), /T\.DRIVER\.json.*why/);
});

test("a rule that depends needs a condition", async () => {
  const files = changed("rules/C.RIDE.json", (rule) => (rule.condition = ""));

  assert.notDeepEqual(await check.checkSchemas(files), []);
});

test("a file without a schema is found", async () => {
  const files = new Map([...original, ["strange.json", { text: "{}\n", value: {} }]]);

  assert.deepEqual(await check.checkSchemas(files), ["strange.json: no schema for this file"]);
});

test("a key that is there twice is found", () => {
  const files = new Map([["core.json", { text: '{"a": "1", "a": "2"}\n', value: { a: "2" } }]]);

  assert.equal(check.checkText(files).length, 1);
});

test("a clause that does not exist is found", () => {
  const files = changed("rules/T.DRIVER.json", (rule) => rule.clauses.push("brief2019.outrole.99"));

  const problems = check.checkReferences(check.indexContent(files), files);

  assert.deepEqual(problems, ["T.DRIVER: brief2019.outrole.99 is not among the clauses"]);
});

test("a conflict among the functions of a role is found", () => {
  const files = changed("roles/role.cps.json", (role) => role.functions.push("T.DRIVER"));

  assert.deepEqual(check.checkVerdicts(check.indexContent(files)), ["role.cps: T.DRIVER is a conflict"]);
});

test("a missing error sentence and another placeholder are found", () => {
  const files = changed("locales/es/errors.json", (errors) => {
    delete errors["store.full"];
    errors["store.io"].message += " {path}";
  });

  const problems = check.checkWordingFiles(files, Object.keys(original.get("locales/en/errors.json").value));

  assert.equal(problems.length, 2);
});

test("a translation of something that is gone is found", () => {
  const files = changed("locales/es/rules.json", (rules) => (rules["T.GONE"] = { name: "Nada" }));

  const { problems } = check.checkTranslations(files, check.indexContent(files));

  assert.deepEqual(problems, ["locales/es/rules.json: T.GONE is not among the rules"]);
});

test("a label in our own voice is found", () => {
  const files = changed("rules/T.DRIVER.json", (rule) => (rule.why = "Clients are not cargo."));

  assert.equal(check.checkVoice(files, check.indexContent(files)).length, 1);
});
