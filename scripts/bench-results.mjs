// SPDX-License-Identifier: MIT
// How long the pages of results take in a browser that runs four times slower, over 10,000 ratings: from the tap on a
// link to the painted page. Chromium slows only the page and not the worker, so three times the core's own time is added.
// The ratings come from the command line, by a backup file. Needs build/native and build/web.
// Usage: node scripts/bench-results.mjs
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startServer } from "./serve.mjs";

const ratingCount = 10_000;
const slower = 4;
const runs = 7;
const goalMs = 400;
const folder = mkdtempSync(join(tmpdir(), "trellis-bench-"));
const uuid = (n) => `${n.toString(16).padStart(8, "0")}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
const request = (id, method, params) => JSON.stringify({ jsonrpc: "2.0", id, method, params: { locale: "en", ...params } });

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

function trellis(args, input) {
  const done = spawnSync("build/native/trellis", args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`trellis ${args[0]} ended with ${done.status}`);
  return done.stdout;
}

/** A backup with ten thousand answers, over sixteen years. */
function makeBackup() {
  const [database, backup] = [join(folder, "records.sqlite3"), join(folder, "backup.json")];
  const ids = JSON.parse(trellis(["assess", "items", "--json"])).framework.competencies.map(({ id }) => id);
  const rows = Array.from({ length: ratingCount }, (_, n) =>
    request(n, "rate_competency", {
      rating_id: uuid(n), competency_id: ids[n % ids.length], answer: "level", level: 1 + (n % 5), note: "",
      rated_at: `20${10 + (n % 16)}-0${1 + (n % 9)}-10T10:00:00Z`,
    }),
  );
  trellis(["rpc", "--db", database], rows.join("\n") + "\n");
  trellis(["backup", "export", backup, "--db", database]);
  return backup;
}

async function bringBack(page, url, backup) {
  await page.goto(`${url}#/backup`);
  await page.locator("input[type=file]").setInputFiles(backup);
  await page.getByRole("button", { name: /^Add / }).click();
  await page.getByText("were added", { exact: false }).waitFor({ timeout: 120_000 });
}

/** Runs in the page before its scripts: notes how long the core takes for each method, asked and answered. */
function watchWorker() {
  const Plain = globalThis.Worker;
  const asked = new Map();
  globalThis.coreTimes = {};
  globalThis.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        const { method, at } = asked.get(data.id) ?? {};
        if (data.kind === "answer" && method) globalThis.coreTimes[method] = performance.now() - at;
      });
    }
    postMessage(message, ...rest) {
      const method = message.kind === "call" && /"method":"(\w+)"/.exec(message.request)?.[1];
      if (method) asked.set(message.id, { method, at: performance.now() });
      super.postMessage(message, ...rest);
    }
  };
}

/** Milliseconds from the tap to the frame after which `selector` stands on the page. */
function timeTo(page, hash, selector) {
  return page.evaluate(
    ([target, wanted]) =>
      new Promise((resolve) => {
        const start = performance.now();
        const look = () => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          else requestAnimationFrame(look);
        };
        location.hash = target;
        requestAnimationFrame(look);
      }),
    [hash, selector],
  );
}

const server = await startServer({ root: "build/web" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const backup = makeBackup();
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.addInitScript(watchWorker);
  await bringBack(page, server.url, backup);
  const devtools = await page.context().newCDPSession(page);
  const slow = (rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
  /** Median over some visits of the page's time and the core's. */
  const visit = async ([hash, method, selector]) => {
    const found = [];
    for (let run = 0; run < runs; run += 1) {
      await timeTo(page, "#/privacy", "main h1");
      await page.waitForTimeout(300);
      const all = await timeTo(page, hash, selector);
      found.push({ all, core: await page.evaluate((name) => globalThis.coreTimes[name], method) });
    }
    return { all: median(found.map(({ all }) => all)), core: median(found.map(({ core }) => core)) };
  };
  for (const target of [["#/results", "get_results", "#strengths", goalMs], ["#/assess/change", "get_rating_trend", "#sure"]]) {
    await slow(1);
    const { core } = await visit(target);
    await slow(slower);
    const total = (await visit(target)).all + (slower - 1) * core;
    const goal = target[3];
    console.log(
      `${target[0]} over ${ratingCount} ratings, ${slower}x slower: median ${total.toFixed(0)} ms to painted` +
        `${goal ? ` (goal: under ${goal})` : ""}; of it the core ${(slower * core).toFixed(0)} ms`,
    );
    if (goal && total >= goal) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
}
