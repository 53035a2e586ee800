// SPDX-License-Identifier: MIT
// Runs the suites of bin/test, two at a time, and adds up their counts. A suite that fails, cannot start or runs no
// test counts as failed. Usage: node scripts/run-suites.mjs [SUITE ...]
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";

const lanes = 2;

/** Counts from the closing lines of the runners in use. */
const counters = {
  node: (out) => ({ passed: sum(out, /^(?:#|ℹ) pass (\d+)$/gm), failed: sum(out, /^(?:#|ℹ) fail (\d+)$/gm) }),
  gtest: (out) => ({ passed: sum(out, /^\[  PASSED  \] (\d+) tests?\./gm), failed: sum(out, /^ *(\d+) FAILED TESTS?$/gm) }),
  playwright: (out) => ({ passed: sum(out, /^\s+(\d+) passed/gm), failed: sum(out, /^\s+(\d+) (?:failed|flaky|did not run)/gm) }),
  /** A file is one test. run-clang-tidy names each file before its findings, and is content when it knows no file. */
  tidy: (out) => {
    const files = out.split(/^(?=clang-tidy-14 )/m).filter((text) => text.startsWith("clang-tidy-14 "));
    const passed = files.filter((text) => !/: (?:error|warning): /.test(text)).length;
    return { passed, failed: Math.max(units.length, files.length) - passed };
  },
  /** A checker that prints no counts is one test. */
  whole: (_out, status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }),
};

const sources = listFiles(["core", "native-cli", "tests/core", "tests/fuzz"], /\.(cpp|hpp)$/);
const units = listFiles(["core", "native-cli"], /\.cpp$/);
const nodeTests = (folder) => ["node", ["--test", "--test-reporter=tap", ...listFiles([folder], /\.test\.mjs$/)], counters.node];

const noise = /^(?:clang-tidy-14 .*|\d+ warnings? generated\.)\n/gm;
const colours = /\x1b\[[\d;]*m/g;
const here = process.cwd().replace(/[^\w/]/g, "\\$&");

/**
 * In this order, because the browser's journeys are timed: they share the machine with suites of one process. What
 * fills both cores comes last. The C++ tests run in one process each: a process a test costs three times as much.
 */
const suites = {
  browser: ["npx", ["playwright", "test", "-c", "tests/web"], counters.playwright],
  wasm: nodeTests("tests/wasm"),
  contract: nodeTests("tests/contract"),
  "command-line": nodeTests("tests/cli"),
  corpus: nodeTests("tests/corpus"),
  content: nodeTests("tests/content"),
  house: nodeTests("tests/tidy"),
  "clang-format": ["clang-format-14", ["--dry-run", "-Werror", ...sources], counters.whole],
  types: ["npm", ["run", "--silent", "types"], counters.whole],
  unit: ["build/native/tests/core/core_tests", [], counters.gtest],
  // Without those that cut or fail every single write: they go the same ways thousands of times, and unit has them all.
  "unit-asan": ["build/asan/tests/core/core_tests", ["--gtest_filter=-*PowerCut*:*DiskFault*"], counters.gtest],
  "fuzz-corpus": nodeTests("tests/fuzz"),
  engines: nodeTests("tests/engines"),
  "clang-tidy": [
    "run-clang-tidy-14",
    ["-p", "build/asan", "-quiet", "-j", String(availableParallelism()), `^${here}/(core|native-cli)/.*\\.cpp$`],
    counters.tidy,
  ],
};

function sum(text, pattern) {
  return [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

function listFiles(folders, pattern) {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((name) => pattern.test(name))
    .sort();
}

function run(name) {
  const [program, args, count] = suites[name];
  const startedAt = Date.now();
  return new Promise((resolve) => {
    let out = "";
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (data) => (out += data));
    child.stderr.on("data", (data) => (out += data));
    child.on("error", (error) => (out += `could not start: ${error.code}\n`));
    child.on("close", (status) => {
      out = out.replace(colours, "");
      const counts = count(out, status);
      const ran = counts.passed + counts.failed > 0;
      if ((status !== 0 || !ran) && counts.failed === 0) counts.failed = 1;
      writeFileSync(`build/test-logs/${name}.log`, out);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
      console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s${ran ? "" : " (ran no test)"}`);
      if (counts.failed) console.log(out.replace(noise, "").slice(-12000));
      resolve(counts);
    });
  });
}

/** Too long for every run since the core has grown; before a larger change to C++: bin/test clang-tidy */
const byNameOnly = new Set(["clang-tidy"]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`unknown suite: ${unknown.join(", ")}; known: ${Object.keys(suites).join(", ")}`);
  process.exit(2);
}
mkdirSync("build/test-logs", { recursive: true });
const queue = asked.length ? asked : Object.keys(suites).filter((name) => !byNameOnly.has(name));
const total = { passed: 0, failed: 0 };
async function lane() {
  for (let name = queue.shift(); name; name = queue.shift()) {
    console.log(`== ${name} …`);
    const counts = await run(name);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
}
await Promise.all(Array.from({ length: lanes }, lane));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
