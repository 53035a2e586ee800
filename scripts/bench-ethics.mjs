// SPDX-License-Identifier: MIT
// Times the ethics check, as command line, as wasm and in Chromium slowed down four times, on a posting of about 900 words
// and on longer ones. Beside it, on the same bytes: `wc -w`, and RE2 looking for the phrases of the rules' examples, which
// finds a fraction of what the rules find. (joblint, the job-ad linter, is no longer in the registry.) In Chromium the core
// runs on the page itself, since developer tools slow down no worker. Prints figures; judges nothing, as machines differ.
// Usage: node scripts/bench-ethics.mjs [TRELLIS]
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { chromium } from "playwright-core";
import { RE2 } from "re2-wasm";
import { loadCore, wasmFolder } from "../tests/wasm/open-core.mjs";
import { startServer } from "./serve.mjs";

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

/** A page of Chromium with the core in it, and everything four times slower. */
async function openSlowPage() {
  const server = await startServer({ root: wasmFolder });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(`${server.url}content-es.txt`); // same origin, and no app
  await page.evaluate(async (modulePath) => {
    const { default: createModule } = await import(modulePath);
    const core = await createModule({ locateFile: (name) => new URL(name, modulePath).href });
    const pass = (text, use) => {
      const bytes = new TextEncoder().encode(text);
      const at = core._malloc(bytes.length + 1);
      core.HEAPU8.set(bytes, at);
      const result = use(at, bytes.length);
      core._free(at);
      return result;
    };
    const opened = pass('{"database":null}', core._trellis_open);
    globalThis.check = (request) => {
      const answer = pass(request, (at, size) => core._trellis_call(opened, at, size));
      new TextDecoder().decode(core.HEAPU8.subarray(answer, core.HEAPU8.indexOf(0, answer)));
      core._trellis_free(answer);
    };
  }, `${server.url}trellis.mjs`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { page, close: () => browser.close().then(() => server.stop()) };
}

/** Median time of a check there, in milliseconds, once the browser has seen the code a few times. */
const inSlowPage = (page, text) =>
  page.evaluate(
    ({ request, rounds }) => {
      const times = [];
      for (let round = 0; round < 2 * rounds; round += 1) {
        const startedAt = performance.now();
        check(request);
        times.push(performance.now() - startedAt);
      }
      return times.slice(rounds).sort((a, b) => a - b)[Math.floor(rounds / 2)];
    },
    { request: requests(text, 1).trim(), rounds: ROUNDS },
  );

const SLOWER = 4;
const MORE = 20;
const start = time(program, ["rpc"], requests("Welcome.", 1));
console.log(`start of the program and a word: ${start.toFixed(1)} ms (reads content, compiles the rules)`);
const slow = await openSlowPage();
for (const words of [900, 9000, 30000]) {
  const text = takeWords(words);
  const bytes = Buffer.byteLength(text);
  const native = (time(program, ["rpc"], requests(text, 1 + MORE)) - time(program, ["rpc"], requests(text, 1))) / MORE;
  const wasm = median(() => inWasm(text));
  const browser = await inSlowPage(slow.page, text);
  const re2 = median(() => text.split("\n").map((line) => expression.test(line)));
  const wc = time("wc", ["-w"], text);
  const rate = (ms) => `${(bytes / 1e3 / ms).toFixed(2)} MB/s`;
  console.log(
    `${String(words).padStart(6)} words, ${String(bytes).padStart(7)} bytes: native ${native.toFixed(1)} ms (${rate(native)}), ` +
      `wasm ${wasm.toFixed(1)} ms (${rate(wasm)}), Chromium ${SLOWER}x slower ${browser.toFixed(1)} ms; RE2 on phrases ${re2.toFixed(1)} ms (${rate(re2)}); ` +
      `wc -w, start and all, ${wc.toFixed(1)} ms`,
  );
}
await slow.close();
