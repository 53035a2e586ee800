// SPDX-License-Identifier: MIT
// How long results take over 10,000 ratings: fills a database through the command line, then asks ten times.
// Usage: node scripts/bench-growth.mjs
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

const ratingCount = 10_000;
const folder = mkdtempSync(join(tmpdir(), "trellis-bench-"));
const database = join(folder, "records.sqlite3");
const request = (id, method, params) => JSON.stringify({ jsonrpc: "2.0", id, method, params: { locale: "en", ...params } });
const uuid = (n) => `${n.toString(16).padStart(8, "0")}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

function fill() {
  const ask = spawnSync("build/native/trellis", ["rpc"], { input: `${request(1, "get_framework", {})}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
  const ids = JSON.parse(ask.stdout).result.framework.competencies.map((item) => item.id);
  const rows = Array.from({ length: ratingCount }, (_, n) =>
    request(n, "rate_competency", {
      rating_id: uuid(n), competency_id: ids[n % ids.length], answer: "level", level: 1 + (n % 5), note: "",
      rated_at: `20${10 + (n % 16)}-0${1 + (n % 9)}-10T10:00:00Z`,
    }),
  );
  const kept = spawnSync("build/native/trellis", ["rpc", "--db", database], { input: rows.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28 });
  const count = kept.stdout.split("\n").filter((line) => line.includes('"result"')).length;
  if (count !== ratingCount) throw new Error(`${count} ratings were kept`);
}

/** Median milliseconds of a method over ten calls to one open core, pipe included. */
async function measure(method) {
  const core = spawn("build/native/trellis", ["rpc", "--db", database], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: core.stdout })[Symbol.asyncIterator]();
  const call = async (id, name) => {
    core.stdin.write(`${request(id, name, {})}\n`);
    return JSON.parse((await lines.next()).value);
  };
  await call(0, "about");
  const times = [];
  for (let i = 1; i <= 10; i++) {
    const start = performance.now();
    const answer = await call(i, method);
    times.push(performance.now() - start);
    if (answer.error) throw new Error(answer.error.data.code);
  }
  core.stdin.end();
  await once(core, "exit");
  return times.sort((a, b) => a - b)[5];
}

try {
  fill();
  for (const [method, goal] of [["get_results", 100], ["get_rating_trend", 0]]) {
    const median = await measure(method);
    console.log(`${method} over ${ratingCount} ratings: median ${median.toFixed(1)} ms${goal ? ` (goal: under ${goal})` : ""}`);
    if (goal && median >= goal) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
