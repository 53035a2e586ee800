// SPDX-License-Identifier: MIT
// Runs the suites of bin/test, two at a time, and adds up their counts. A suite that fails, cannot start or runs no
// test counts as failed. Usage: node scripts/run-suites.mjs [SUITE ...]
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";

const lanes = 2;

/** Counts from the closing lines of the runners in use. */
const counters = {
  node: (out) => ({ passed: sum(out, /^(?:#|ℹ) pass (\d+)$/gm), failed: sum(out, /^(?:#|ℹ) fail (\d+)$/gm) }),
  ctest: (out) => {
    const found = /(\d+) tests failed out of (\d+)/.exec(out);
    return found ? { passed: found[2] - found[1], failed: Number(found[1]) } : { passed: 0, failed: 0 };
  },
  playwright: (out) => ({ passed: sum(out, /^\s+(\d+) passed/gm), failed: sum(out, /^\s+(\d+) (?:failed|flaky|did not run)/gm) }),
  /** A checker that prints no counts is one test. */
  whole: (_out, status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }),
};

const sources = listFiles(["core", "native-cli", "tests/core"], /\.(cpp|hpp)$/);
const units = listFiles(["core", "native-cli"], /\.cpp$/);
const nodeTests = (folder) => ["node", ["--test", "--test-reporter=tap", ...listFiles([folder], /\.test\.mjs$/)], counters.node];

/** Longest first, so that the lanes end together. */
const suites = {
  browser: ["npx", ["playwright", "test", "-c", "tests/web"], counters.playwright],
  "clang-tidy": ["clang-tidy-14", ["-p", "build/native", "--quiet", ...units], counters.whole],
  "unit-asan": ["ctest", ["--preset", "asan", "-j2"], counters.ctest],
  unit: ["ctest", ["--preset", "native", "-j2"], counters.ctest],
  wasm: nodeTests("tests/wasm"),
  contract: nodeTests("tests/contract"),
  "command-line": nodeTests("tests/cli"),
  corpus: nodeTests("tests/corpus"),
  content: nodeTests("tests/content"),
  house: nodeTests("tests/tidy"),
  "clang-format": ["clang-format-14", ["--dry-run", "-Werror", ...sources], counters.whole],
  types: ["npm", ["run", "--silent", "types"], counters.whole],
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
      const counts = count(out, status);
      const ran = counts.passed + counts.failed > 0;
      if ((status !== 0 || !ran) && counts.failed === 0) counts.failed = 1;
      writeFileSync(`build/test-logs/${name}.log`, out);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
      console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s${ran ? "" : " (ran no test)"}`);
      if (counts.failed) console.log(out.slice(-12000));
      resolve(counts);
    });
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`unknown suite: ${unknown.join(", ")}; known: ${Object.keys(suites).join(", ")}`);
  process.exit(2);
}
mkdirSync("build/test-logs", { recursive: true });
// Named only: too slow or too new for every run. `node scripts/run-suites.mjs browser unit-asan clang-tidy` runs them.
const onDemand = ["browser", "unit-asan", "clang-tidy"];
const queue = asked.length ? asked : Object.keys(suites).filter((name) => !onDemand.includes(name));
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
