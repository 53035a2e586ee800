// SPDX-License-Identifier: MIT
// The labelled corpus (tests/corpus/) for training and measuring: lines with their group, and what the program sees of
// each. Nothing of it reaches the app.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Corpus files: lines, postings. The first is what postings out there look like; the others were gathered for us. */
export const SETS = [
  ["dev", "dev.jsonl", "postings_dev.jsonl"],
  ["own_a", "own_a.jsonl", "own_a_postings.jsonl"],
  ["own_b", "own_b.jsonl", "own_b_postings.jsonl"],
  ["own_c", "own_c.jsonl", "own_c_postings.jsonl"],
];

/** @typedef {{id: string, set: string, posting: string, text: string, verdict: string, families: string[],
 *   isTask: boolean, negated: boolean, ambiguous: boolean, group: string, features: string[],
 *   rules: {verdict: string, families: string[], negated: boolean}}} Line */

const readRows = (path) => readFileSync(path, "utf8").split("\n").filter(Boolean).map((row) => JSON.parse(row));

/** Second-level names under which many owners register. */
const SHARED_SUFFIX = /(^|\.)(co|com|org|gov|net|ac|edu|nhs)\.[a-z]{2}$/;

/** The part of a host that one owner registers: "jobs.example.org" is "example.org". */
export function registrableHost(url) {
  const parts = new URL(url).hostname.toLowerCase().split(".");
  const tail = parts.slice(-2).join(".");
  return parts.length > 2 && SHARED_SUFFIX.test(tail) ? parts.slice(-3).join(".") : tail;
}

/** Joins postings that share any key, so that no group straddles a fold. */
class Groups {
  #parent = new Map();
  find(key) {
    let at = key;
    while ((this.#parent.get(at) ?? at) !== at) at = this.#parent.get(at);
    return at;
  }
  join(left, right) {
    this.#parent.set(this.find(left), this.find(right));
  }
}

function readLines(folder) {
  const groups = new Groups();
  const lines = [];
  for (const [set, lineFile, postingFile] of SETS) {
    for (const posting of readRows(`${folder}/${postingFile}`)) {
      const key = `${set} ${posting.posting}`;
      groups.join(key, `split ${set} ${posting.split_group ?? posting.posting}`);
      groups.join(key, `host ${registrableHost(posting.source_url)}`);
    }
    for (const row of readRows(`${folder}/${lineFile}`)) {
      lines.push({
        id: row.id, set, posting: `${set} ${row.posting}`, text: row.text.replace(/\s*\n\s*/g, " "),
        verdict: row.verdict, families: row.categories, isTask: row.kind === "task_request",
        negated: row.negated, ambiguous: row.ambiguous,
      });
    }
  }
  for (const line of lines) line.group = groups.find(line.posting);
  return lines;
}

/** Asks tests/tools/line_features what the program sees of each line. */
function addFeatures(lines, tool) {
  const requests = [];
  for (const posting of new Set(lines.map((line) => line.posting))) {
    const all = lines.filter((line) => line.posting === posting);
    for (const isTask of [false, true]) {
      const rows = all.filter((line) => line.isTask === isTask);
      if (rows.length) requests.push({ isTask, rows });
    }
  }
  const input = requests.map(({ isTask, rows }) => JSON.stringify({ task: isTask, lines: rows.map((row) => row.text) }));
  const done = spawnSync(tool, [], { input: `${input.join("\n")}\n`, encoding: "utf8", maxBuffer: 1 << 29 });
  if (done.status !== 0) throw new Error(`${tool} failed: ${done.error ?? done.stderr}`);
  done.stdout.split("\n").filter(Boolean).forEach((answer, index) => {
    JSON.parse(answer).forEach((seen, at) => Object.assign(requests[index].rows[at], seen));
  });
}

/**
 * @param {string} folder  tests/corpus
 * @param {string} tool    path of the built line_features
 * @returns {Line[]}
 */
export function readCorpus(folder, tool) {
  const lines = readLines(folder);
  addFeatures(lines, tool);
  return lines;
}

/** Fold of every group: groups by falling size, then name, each to the fold that is smallest so far. */
export function dealFolds(lines, count) {
  const sizes = new Map();
  for (const line of lines) sizes.set(line.group, (sizes.get(line.group) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const loads = new Array(count).fill(0);
  const fold = new Map();
  for (const [group, size] of order) {
    const smallest = loads.indexOf(Math.min(...loads));
    loads[smallest] += size;
    fold.set(group, smallest);
  }
  return fold;
}
