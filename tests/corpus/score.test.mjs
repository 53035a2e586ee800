// SPDX-License-Identifier: MIT
// Scores the command line on the labelled corpus and holds floors a little under the figures of today. The model was
// trained on these lines, so this guards against breaking things; what it reaches on postings it has not seen is
// measured by scripts/train-model.mjs --cross-validate and stands in tests/corpus/README.md.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const here = new URL("./", import.meta.url);
const program = process.env.TRELLIS_CLI ?? new URL("../../build/native/trellis", here).pathname;
const VERDICTS = ["conflict", "depends", "fits", "neutral"];
const SETS = { dev: ["dev.jsonl", "postings_dev.jsonl"] };
for (const name of ["a", "b", "c"]) SETS[name] = [`own_${name}.jsonl`, `own_${name}_postings.jsonl`];

/** Labelled after the model was trained, and never trained on: nine in ten of its pages are no postings. */
const UNSEEN = ["own_d.jsonl", "own_d_postings.jsonl"];

const FOREIGN_MAX = 2; // in each pair of files, of a few hundred texts
const UNSEEN_FLOORS = { precision: 0.65, recall: 0.72, protective: 0.9, family: 0.8 };
const FLOORS = { precision: 0.88, recall: 0.84, protective: 0.92, family: 0.92, macro: 0.8, safeguards: 0.95 };

const readRows = (file) => readFileSync(new URL(file, here), "utf8").split("\n").filter(Boolean).map((row) => JSON.parse(row));
const onOneLine = (text) => text.replace(/\s*\n\s*/g, " ");
const ratio = (part, whole) => (whole ? part / whole : 0);

function run(args, input) {
  const done = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok(done.status === 0 || done.status === 1, `${args.join(" ")}: exit ${done.status} ${done.stderr}`);
  return done.stdout;
}

/** Answers by line id, and the tally of safeguards. */
function answerAll(lines, postings) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const answers = new Map();
  const safeguards = { right: 0, total: 0 };
  const foreign = []; // every text of the corpus is English
  const asked = postings
    .map((posting) => ({ posting, rows: posting.line_ids.map((id) => byId.get(id)).filter((row) => row?.kind === "posting_line") }))
    .filter(({ rows }) => rows.length > 0);
  // One process for all: starting the program takes ten times as long as checking a posting.
  const requests = asked.map(({ rows }, id) => {
    const params = { locale: "en", role_id: "any", text: rows.map((row) => onOneLine(row.text)).join("\n") };
    return JSON.stringify({ jsonrpc: "2.0", id, method: "check_posting", params });
  });
  const results = run(["rpc"], `${requests.join("\n")}\n`).split("\n").filter(Boolean).map((row) => JSON.parse(row).result);
  for (const [at, { posting, rows }] of asked.entries()) {
    const answer = results[at];
    assert.equal(answer.lines.length, rows.length, posting.posting);
    if (answer.language.tag !== "en") foreign.push(posting.posting);
    rows.forEach((row, nth) => answers.set(row.id, answer.lines[nth]));
    for (const [id, truth] of Object.entries(posting.safeguards)) {
      if (typeof truth !== "boolean") continue;
      const said = answer.safeguards.find((safeguard) => safeguard.id === id)?.present ?? false;
      safeguards.total += 1;
      if (said === truth) safeguards.right += 1;
    }
  }
  const tasks = lines.filter((line) => line.kind === "task_request");
  if (tasks.length > 0) {
    const rows = run(["check", "task", "--json", "--batch", "-"], `${tasks.map((task) => onOneLine(task.text)).join("\n")}\n`);
    rows.split("\n").filter(Boolean).forEach((row, at) => answers.set(tasks[at].id, JSON.parse(row)));
    foreign.push(...tasks.filter(({ id }) => answers.get(id).language.tag !== "en").map(({ id }) => id));
  }
  assert.ok(foreign.length <= FOREIGN_MAX, `taken for another language: ${foreign.join(" ")}`);
  return { answers, safeguards };
}

/** The figures of shared/eval/score.mjs: ambiguous lines do not count. */
function score(lines, answers, safeguards) {
  const scored = lines.filter((line) => answers.has(line.id) && !line.ambiguous);
  const measure = (verdict) => {
    const said = scored.filter((line) => answers.get(line.id).verdict === verdict);
    const true_ = scored.filter((line) => line.verdict === verdict);
    const hits = said.filter((line) => line.verdict === verdict).length;
    const [precision, recall] = [ratio(hits, said.length), ratio(hits, true_.length)];
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
  };
  const negated = scored.filter((line) => line.negated && line.verdict !== "conflict");
  const hits = scored.filter((line) => line.verdict === "conflict" && answers.get(line.id).verdict === "conflict");
  const rightFamily = hits.filter((line) => line.categories.some((family) => answers.get(line.id).categories.includes(family)));
  return {
    lines: scored.length,
    ...measure("conflict"),
    macro: VERDICTS.reduce((sum, verdict) => sum + measure(verdict).f1, 0) / VERDICTS.length,
    protective: ratio(negated.filter((line) => answers.get(line.id).verdict !== "conflict").length, negated.length),
    family: ratio(rightFamily.length, hits.length),
    safeguards: ratio(safeguards.right, safeguards.total),
  };
}

/** Scores one pair of files, prints the row, and adds it to `all` where given. */
function scoreFiles(name, [lineFile, postingFile], all) {
  const lines = readRows(lineFile);
  const { answers, safeguards } = answerAll(lines, readRows(postingFile));
  const figures = score(lines, answers, safeguards);
  console.log(name.padEnd(6), Object.entries(figures).map(([key, value]) => `${key} ${Number.isInteger(value) ? value : value.toFixed(3)}`).join("  "));
  all?.lines.push(...lines);
  answers.forEach((answer, id) => all?.answers.set(id, answer));
  if (all) for (const key of ["right", "total"]) all.safeguards[key] += safeguards[key];
  return figures;
}

function assertFloors(figures, floors) {
  for (const [name, floor] of Object.entries(floors)) assert.ok(figures[name] >= floor, `${name} ${figures[name].toFixed(3)} is under ${floor}`);
}

test("the ethics check keeps its figures on the labelled corpus", { timeout: 600_000 }, () => {
  assert.ok(existsSync(program), `no program at ${program}: run bin/run --build-only first`);
  const all = { lines: [], answers: new Map(), safeguards: { right: 0, total: 0 } };
  for (const [name, files] of Object.entries(SETS)) scoreFiles(name, files, all);
  const figures = score(all.lines, all.answers, all.safeguards);
  console.log("all   ", JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)));
  assertFloors(figures, FLOORS);
});

test("and on lines that nobody trained on", { timeout: 600_000 }, () => {
  assertFloors(scoreFiles("unseen", UNSEEN), UNSEEN_FLOORS);
});
