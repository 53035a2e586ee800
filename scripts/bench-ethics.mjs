// SPDX-License-Identifier: MIT
// Times the ethics check of the command line on a posting of about 900 words and on a long text, beside `wc -w` on the
// same bytes. Prints figures; judges nothing, since machines differ. Usage: node scripts/bench-ethics.mjs [TRELLIS]
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

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

/** Median wall time of a command in milliseconds. */
function time(command, args, input) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    const done = spawnSync(command, args, { input, maxBuffer: 1 << 28 });
    if (done.error || done.status === null || done.status > 1) throw done.error ?? new Error(`${command}: exit ${done.status}`);
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

const check = ["check", "posting", "--json", "--role", "any", "-"];
const idle = time(program, check, "Welcome.\n");
console.log(`start of the program with one word: ${idle.toFixed(1)} ms (reads content, compiles the rules)`);
for (const words of [900, 9000, 30000]) {
  const text = takeWords(words);
  const bytes = Buffer.byteLength(text);
  const own = time(program, check, text);
  const wc = time("wc", ["-w"], text);
  const net = Math.max(own - idle, 0.01);
  const rate = (bytes / 1e6 / (net / 1000)).toFixed(2);
  console.log(
    `${String(words).padStart(6)} words, ${String(bytes).padStart(7)} bytes: whole run ${own.toFixed(1)} ms, ` +
      `check alone about ${net.toFixed(1)} ms (${rate} MB/s); wc -w ${wc.toFixed(1)} ms`,
  );
}
