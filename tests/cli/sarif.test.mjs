// SPDX-License-Identifier: MIT
// SARIF 2.1.0, as code review tools read it: valid by the standard's own schema, and pointing at the right words.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const folder = mkdtempSync(join(tmpdir(), "trellis-sarif-"));
after(() => rmSync(folder, { recursive: true }));

const schemaFolder = join(dirname(createRequire(import.meta.url).resolve("@microsoft/jest-sarif")), "schemas");
const schema = JSON.parse(readFileSync(join(schemaFolder, "sarif-2.1.0-rtm.5.json"), "utf8"));
// The schema's patterns are older than the "u" flag.
const ajv = new Ajv04({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

const posting = "Peer specialist 🌱\nDuties\n• Share your story\n• Transport clients to appointments\n• Pass medication\n";

function sarifOf(text, ...more) {
  const args = ["check", "posting", "--format", "sarif", ...more, "-"];
  const done = spawnSync("build/native/trellis", args, { input: text, encoding: "utf8" });
  assert.ok(done.status === 0 || done.status === 1, done.stderr);
  return JSON.parse(done.stdout);
}

const wordsAt = ({ startLine, startColumn, endColumn }) => posting.split("\n")[startLine - 1].slice(startColumn - 1, endColumn - 1);

for (const [name, text] of Object.entries({ "a posting": posting, "a quiet text": "Hello\n" })) {
  test(`${name} gives SARIF that the standard's schema accepts`, () => {
    const log = sarifOf(text);

    assert.ok(isValid(log), JSON.stringify(isValid.errors));
  });
}

test("the schema in use refuses a log that is no SARIF", () => {
  const log = sarifOf(posting);
  log.runs[0].results[0].level = "violation";

  assert.equal(isValid(log), false);
});

test("each result names a rule of the log and points at words of the text", () => {
  const [{ results, tool }] = sarifOf(posting).runs;
  const rules = new Set(tool.driver.rules.map(({ id }) => id));

  const seen = results.map(({ ruleId, locations }) => [ruleId, wordsAt(locations[0].physicalLocation.region)]);

  assert.ok(seen.length >= 2);
  for (const [ruleId] of seen) assert.ok(rules.has(ruleId), ruleId);
  assert.ok(seen.some(([ruleId, words]) => ruleId === "T.DRIVER" && /^Transport clients/.test(words)), JSON.stringify(seen));
  assert.ok(seen.some(([ruleId, words]) => ruleId === "T.MED_ADMIN" && /^Pass medication/.test(words)), JSON.stringify(seen));
});

test("an accepted finding is told as suppressed, with its reason, and the log stays valid", () => {
  const file = join(folder, "posting.txt");
  const accepted = join(folder, "accepted.json");
  writeFileSync(file, posting);
  const done = spawnSync(
    "build/native/trellis",
    ["suppress", file, "--rule", "T.DRIVER", "--line", "4", "--reason", "Only to the first visit", "--suppressions", accepted],
    { encoding: "utf8" },
  );
  assert.equal(done.status, 0, done.stderr);

  const log = sarifOf(posting, "--suppressions", accepted);

  assert.ok(isValid(log), JSON.stringify(isValid.errors));
  const told = log.runs[0].results.filter(({ suppressions }) => suppressions?.length);
  assert.deepEqual(told.map(({ ruleId }) => ruleId), ["T.DRIVER"]);
  assert.equal(told[0].suppressions[0].justification.includes("Only to the first visit"), true);
});
