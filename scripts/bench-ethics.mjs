// SPDX-License-Identifier: MIT
// Times the ethics check, as command line and as wasm, on a posting of about 900 words and on longer ones. Beside it, on
// the same bytes: `wc -w`, and RE2 looking for the phrases of the rules' examples, which finds a fraction of what the rules
// find. (joblint, the job-ad linter, is no longer in the registry.) Prints figures; judges nothing, since machines differ.
// Usage: node scripts/bench-ethics.mjs [TRELLIS]
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { RE2 } from "re2-wasm";
import { loadCore } from "../tests/wasm/open-core.mjs";

const ROUNDS = 15;
const root = new URL("..", import.meta.url);
const program = process.argv[2] ?? new URL("build/native/trellis", root).pathname;

const postings = readFileSync(new URL("tests/corpus/postings_dev.jsonl", root), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((row) => JSON.parse(row).text);
const takeWords = (count) => {
  const lines = [];
  let words = 0;
  for (let at = 0; words < count; at = (at + 1) % postings.length) {
    for (const line of postings[at].split("\n")) {
      if (words >= count) break;
      lines.push(line);
      words += line.split(/\s+/).filter(Boolean).length;
    }
  }
  return lines.join("\n");
};

/** Median wall time of `work` in milliseconds. */
function median(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

const time = (command, args, input) =>
  median(() => {
    const done = spawnSync(command, args, { input, maxBuffer: 1 << 28 });
    if (done.error || done.status === null || done.status > 1) throw done.error ?? new Error(`${command}: exit ${done.status}`);
  });

/** One expression of the phrases that the rules against out-of-role tasks give as examples. */
function phrases() {
  const folder = new URL("content/rules/", root);
  const names = readdirSync(folder).filter((name) => name.startsWith("T."));
  const rules = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const words = rules.flatMap((rule) => rule.examples.en.matches.slice(0, 3)).map((text) => text.replace(/[^\w\s]/g, "."));
  return new RE2(words.join("|"), "iu");
}

const core = await loadCore();
const inWasm = (text) => {
  const params = { locale: "en", role_id: "any", text };
  const answer = core.call(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "check_posting", params }));
  if (answer.includes('"error"')) throw new Error(answer.slice(0, 200));
};
const expression = phrases();

/** Requests of one text, as the command line takes them. */
const requests = (text, count) => {
  const params = { locale: "en", role_id: "any", text };
  const rows = Array.from({ length: count }, (_, id) => JSON.stringify({ jsonrpc: "2.0", id, method: "check_posting", params }));
  return `${rows.join("\n")}\n`;
};

const MORE = 20;
const start = time(program, ["rpc"], requests("Welcome.", 1));
console.log(`start of the program and a word: ${start.toFixed(1)} ms (reads content, compiles the rules)`);
for (const words of [900, 9000, 30000]) {
  const text = takeWords(words);
  const bytes = Buffer.byteLength(text);
  const native = (time(program, ["rpc"], requests(text, 1 + MORE)) - time(program, ["rpc"], requests(text, 1))) / MORE;
  const wasm = median(() => inWasm(text));
  const re2 = median(() => text.split("\n").map((line) => expression.test(line)));
  const wc = time("wc", ["-w"], text);
  const rate = (ms) => `${(bytes / 1e3 / ms).toFixed(2)} MB/s`;
  console.log(
    `${String(words).padStart(6)} words, ${String(bytes).padStart(7)} bytes: native ${native.toFixed(1)} ms (${rate(native)}), ` +
      `wasm ${wasm.toFixed(1)} ms (${rate(wasm)}); RE2 on phrases ${re2.toFixed(1)} ms (${rate(re2)}); ` +
      `wc -w, start and all, ${wc.toFixed(1)} ms`,
  );
}
