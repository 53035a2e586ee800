#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Trains the model of the ethics check (content/model/en.json) from tests/corpus/, or measures it on postings that it
// has not seen. No chance is involved: the same corpus, rules and lexicon give the same file, byte for byte.
//
//   node scripts/train-model.mjs                    writes content/model/en.json
//   node scripts/train-model.mjs --cross-validate   prints the table, grouped by posting, host and template
//   node scripts/train-model.mjs --verify           the built program adds up the model in place as this script does
//   options: --tool PATH of line_features (default build/native/line_features), --folds N, --list, --set NAME=NUMBER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dealFolds, readCorpus, SETS } from "./model/corpus.mjs";
import { LEANINGS, learn, OPTIONS, predict } from "./model/learn.mjs";
import { measure, TABLE_HEAD, tableRow } from "./model/measure.mjs";
import { parseModel, toText } from "./model/model-file.mjs";
import { combine } from "./model/combine.mjs";

const MODEL_FILE = "content/model/en.json";

function readArguments(argv) {
  const found = { mode: "write", tool: "build/native/line_features", folds: 8, list: false, options: { ...OPTIONS } };
  for (let at = 0; at < argv.length; at += 1) {
    if (argv[at] === "--cross-validate") found.mode = "cross-validate";
    else if (argv[at] === "--verify") found.mode = "verify";
    else if (argv[at] === "--list") found.list = true;
    else if (argv[at] === "--tool") found.tool = argv[(at += 1)];
    else if (argv[at] === "--folds") found.folds = Number(argv[(at += 1)]);
    else if (argv[at] === "--set") {
      const [name, value] = argv[(at += 1)].split("=");
      if (!(name in OPTIONS)) throw new Error(`no such option: ${name}`);
      found.options[name] = Number(value);
    } else throw new Error(`what is ${argv[at]}?`);
  }
  return found;
}

const verdictOf = (leaning) => (leaning === 4 ? "fits" : LEANINGS[leaning]);
const byModel = (line, said) => ({ line, verdict: verdictOf(said.leaning), families: said.families });
const byRules = (line) => ({ line, verdict: line.rules.verdict, families: line.rules.families });

function crossValidate(lines, { folds, options, list }) {
  const fold = dealFolds(lines, folds);
  const answers = { rules: [], model: [], combined: [] };
  for (let number = 0; number < folds; number += 1) {
    const unseen = lines.filter((line) => fold.get(line.group) === number);
    const model = learn(lines.filter((line) => fold.get(line.group) !== number), options);
    for (const [line, said] of predict(model, unseen)) {
      answers.rules.push(byRules(line));
      answers.model.push(byModel(line, said));
      answers.combined.push({ ...combine(line, said), said });
    }
  }
  if (list) printMisses(answers.combined);
  for (const set of [...SETS.map(([name]) => name), "all"]) {
    console.log(`\n${set}\n${TABLE_HEAD}`);
    for (const [name, rows] of Object.entries(answers))
      console.log(tableRow(name, measure(rows.filter(({ line }) => set === "all" || line.set === set))));
  }
}

function printMisses(answers) {
  for (const { line, verdict, families, said } of answers) {
    if (line.ambiguous || verdict === line.verdict) continue;
    console.log([line.id, `${line.verdict} -> ${verdict}`, `rules ${line.rules.verdict}`, said.sums.slice(0, 5).join(" "),
      `${line.families} -> ${families}`, line.text].join("\t"));
  }
}

function verify(lines) {
  const said = predict(parseModel(readFileSync(MODEL_FILE, "utf8")), lines);
  const off = lines.filter((line) => line.sums.join() !== said.get(line).sums.join());
  for (const line of off.slice(0, 5)) console.error(`${line.id}: program ${line.sums}, script ${said.get(line).sums}`);
  console.log(`${lines.length - off.length} of ${lines.length} lines add up alike`);
  if (off.length) process.exitCode = 1;
}

const asked = readArguments(process.argv.slice(2));
const lines = readCorpus("tests/corpus", asked.tool);
if (asked.mode === "cross-validate") crossValidate(lines, asked);
else if (asked.mode === "verify") verify(lines);
else {
  mkdirSync("content/model", { recursive: true });
  const text = toText(learn(lines, asked.options));
  writeFileSync(MODEL_FILE, text);
  console.log(`${MODEL_FILE}: ${text.length} bytes`);
}
