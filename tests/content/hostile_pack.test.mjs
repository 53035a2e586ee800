// SPDX-License-Identifier: MIT
// Packs that were made to do harm: each is refused in words, in every language, and none of them ends the program.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-packs-"));
after(() => rmSync(folder, { recursive: true }));

const example = JSON.parse(readFileSync("contract/examples/packs/us-tx.json", "utf8"));
const withFiles = (files) => ({ ...example, files: { ...example.files, ...files } });
const [row] = example.files["library/unverified.json"];
const long = "a".repeat(2_000_000);

/** What is wrong with a value, as `trellis content validate` says it. */
function problemsOf(value) {
  const path = join(folder, "pack.json");
  writeFileSync(path, JSON.stringify(value));
  const done = spawnSync("build/native/trellis", ["content", "validate", path, "--json"], { encoding: "utf8" });
  assert.equal(done.status, 1, `${done.signal ?? ""} ${done.stderr}`);
  return JSON.parse(done.stdout).problems;
}

const hostile = {
  "another id for a row of its own": [withFiles({ "locales/en/library-seeker.json": { "tx.step.hours": { id: "gone" } } }), "content.unknown_id"],
  "words over a clause of ours": [withFiles({ "locales/en/clauses.json": { "workforce.policy.12b": { text: "Theirs" } } }), "content.unknown_id"],
  "Spanish words over a source of ours": [withFiles({ "locales/es/sources.json": { "TX-250": { what: "Suyo" } } }), "content.unknown_id"],
  "weights for the check": [withFiles({ "model/library.json": { verdicts: 5 } }), "content.no_schema"],
  "a framework of its own": [withFiles({ "competencies/x.json": { id: "x" } }), "content.no_schema"],
  "a source that nobody knows": [withFiles({ "library/disagreements.json": [] , "library/unverified.json": [{ ...row, sources: ["NOWHERE"] }] }), "content.unknown_id"],
  "more than can be kept": [withFiles({ "library/unverified.json": Array.from({ length: 400 }, (_, number) => ({ ...row, id: `tx.${number}` })) }), "content.too_long"],
};
for (const [name, [value, what]] of Object.entries(hostile)) {
  test(`a pack with ${name} is refused`, () => {
    assert.deepEqual([...new Set(problemsOf(value).map((problem) => problem.what))], [what]);
  });
}

// Patterns of the schemas are matched with a call for each letter.
for (const [name, value] of Object.entries({
  "a pack's id": { ...example, id: "a".repeat(50_000) },
  "a source's id": [{ id: long.toUpperCase(), what: "x", url: "", trust: "A" }],
  "a key": [{ [long]: 1 }],
})) {
  test(`${name} without end is refused before it is matched`, () => {
    assert.deepEqual(problemsOf(value).map((problem) => problem.what), ["content.too_long"]);
  });
}
