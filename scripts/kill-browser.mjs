// SPDX-License-Identifier: MIT
// Kills a browser with SIGKILL while it writes answers, opens it again on the same profile, and compares what is kept
// with what was acknowledged: nothing may be lost, no import may be there in part. Long runs are started by hand:
//   node scripts/kill-browser.mjs [chromium|firefox|webkit] [--kills N] [--image] [--control] [--seed N]
// --image: without access handles. --control: the log is not on the device; this run must lose answers.
// Prints the counts; exit 0 when nothing was lost (with --control: when something was), 1 otherwise.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openWasmCore } from "../tests/wasm/open-core.mjs";
import { call, ratings } from "../tests/wasm/ratings.mjs";
import { randomFrom } from "../tests/wasm/crash.mjs";
import { securityHeaders } from "./security-headers.mjs";

const webRoot = fileURLToPath(new URL("../build/web", import.meta.url));
/** Kills on one profile before a new one is begun, so that reading it stays quick. */
const killsPerProfile = 20;
const ratingsPerImport = 40;
const rounds = 20;
/** How long a browser may take to start and to tell what is kept, in milliseconds, and how often it may try. */
const patienceMs = 30_000;
const attemptsMax = 3;

/** How each browser is started on a profile, without a screen, at an address. */
const starts = {
  chromium: (profile, url) => [
    process.env.CHROMIUM ?? "/usr/bin/chromium",
    ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"].concat([
      "--disable-component-update",
      "--disable-sync",
      `--user-data-dir=${profile}`,
      url,
    ]),
  ],
  firefox: (profile, url) => [process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--no-remote", "--profile", profile, url]],
  webkit: (profile, url) => [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    [url],
    { HOME: profile, XDG_DATA_HOME: profile, XDG_CACHE_HOME: profile, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  ],
};

/** Put before the worker's script. */
const changes = {
  image: "delete FileSystemFileHandle.prototype.createSyncAccessHandle;",
  control: `{
    const create = FileSystemFileHandle.prototype.createSyncAccessHandle;
    FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
      const real = await create.call(this);
      if (!this.name.endsWith("-wal")) return real;
      let bytes = new Uint8Array(0);
      const grow = (size) => { if (size > bytes.length) { const more = new Uint8Array(size); more.set(bytes); bytes = more; } };
      return {
        read: (into, { at }) => { const found = bytes.subarray(at, at + into.length); into.set(found); return found.length; },
        write: (from, { at }) => { grow(at + from.length); bytes.set(from, at); return from.length; },
        truncate: (size) => { grow(size); bytes = bytes.slice(0, size); },
        flush: () => undefined, getSize: () => bytes.length, close: () => real.close(),
      };
    };
  }`,
};

/**
 * @param {{ browser?: "chromium" | "firefox" | "webkit", kills?: number, image?: boolean, control?: boolean,
 *   seed?: number, onKill?: (counts: object) => void }} [options]
 * @returns {Promise<{ kills: number, acknowledged: number, lost: number, torn: number, unreadable: number,
 *   unheard: number, silent: number, places: string[] }>}  acknowledged, lost: ratings. torn: steps kept in part.
 *   unreadable: starts that did not open the store. unheard: steps that were kept, and killed before they were
 *   acknowledged. silent: starts of a browser that never got to its page
 */
export async function killBrowser(options = {}) {
  const { browser = "chromium", kills = 10, image = false, control = false, seed = 1, onKill } = options;
  const random = randomFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), "trellis-kill-"));
  const stage = await Stage.open(folder, { image, control });
  const counts = { kills: 0, acknowledged: 0, lost: 0, torn: 0, unreadable: 0, unheard: 0, silent: 0, places: [] };
  const core = await openWasmCore({ database: null });
  const screen = browser === "webkit" ? await openScreen() : undefined;
  let profile;
  try {
    for (; counts.kills < kills; counts.kills += 1) {
      if (counts.kills % killsPerProfile === 0) {
        if (profile) await check(browser, profile, stage, counts);
        profile = await mkdtemp(join(folder, "profile-"));
        stage.forget();
      }
      stage.begin(makeSteps(core, random));
      await live(browser, profile, stage, counts, 20 + random() * 400);
      onKill?.(counts);
    }
    await check(browser, profile, stage, counts);
  } finally {
    await stage.close();
    screen?.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return counts;
}

/** Starts the browser, compares what is kept, lets it write for a while, and kills it. */
async function live(browser, profile, stage, counts, lifeMs) {
  for (let attempt = 1; ; ++attempt) {
    const child = start(browser, profile, stage.url);
    try {
      const found = await stage.found();
      if (found) {
        compare(found, stage, counts);
        return await new Promise((resolve) => setTimeout(resolve, lifeMs));
      }
      counts.silent += 1;
      if (attempt === attemptsMax) throw new Error("the browser said nothing");
    } finally {
      await kill(child);
    }
  }
}

async function check(browser, profile, stage, counts) {
  stage.begin([]);
  await live(browser, profile, stage, counts, 0);
}

function start(browser, profile, url) {
  const [program, args, env] = starts[browser](profile, url);
  return spawn(program, args, { detached: true, stdio: "ignore", env: { ...process.env, ...env } });
}

/** MiniBrowser needs a screen: one that nobody sees, named to it by DISPLAY. */
async function openScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "800x600x24"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(screen.stdout, "data");
  process.env.DISPLAY = `:${String(number).trim()}`;
  return screen;
}

/** SIGKILL for the whole process group, and for what left it. */
async function kill(child) {
  const tree = await descendants(child.pid);
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  for (const pid of tree) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // already gone
    }
  }
  if (child.exitCode === null && child.signalCode === null) await gone;
}

async function descendants(root) {
  const parents = new Map();
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const parent = Number(/\) \S (\d+)/.exec(stat)?.[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (pid) => (parents.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

/** What was kept before stays, every acknowledged rating is kept, and a step is kept whole or not at all. */
function compare(found, stage, counts) {
  const { steps, acknowledged } = stage.before;
  const told = steps.filter(({ nth }) => acknowledged.has(nth)).flatMap(({ ids }) => ids);
  counts.acknowledged += told.length;
  if (found.state !== "open") counts.unreadable += 1;
  else if (!counts.places.includes(found.place)) counts.places.push(found.place);
  const kept = new Set(found.ids ?? []);
  counts.lost += [...stage.safe, ...told].filter((id) => !kept.has(id)).length;
  for (const { nth, ids } of steps) {
    const count = ids.filter((id) => kept.has(id)).length;
    if (count > 0 && count < ids.length) counts.torn += 1;
    if (count > 0 && !acknowledged.has(nth)) counts.unheard += 1;
  }
  stage.safe = [...kept];
}

/** Imports of many ratings, each followed by single ones; ids never come twice. */
function makeSteps(core, random) {
  const steps = [];
  const made = ratings(core, Math.floor(random() * 2 ** 31));
  const add = (method, params, ids) => steps.push({ nth: steps.length, method, params, ids });
  for (let round = 0; round < rounds; ++round) {
    core.reopen(":memory:");
    const ids = [];
    for (let count = 0; count < ratingsPerImport; ++count) {
      const rating = made.next().value;
      call(core, "rate_competency", rating);
      ids.push(rating.rating_id);
    }
    const { document } = call(core, "export_backup", { exported_at: "2026-11-22T08:30:00Z" });
    add("import_backup", { document }, ids);
    for (let count = 0; count < 4; ++count) {
      const rating = made.next().value;
      add("rate_competency", rating, [rating.rating_id]);
    }
  }
  return steps;
}

/** The server of the page that is killed, and what it has heard. */
class Stage {
  /** The steps of this life of the browser and of the one before, and which of them were acknowledged. */
  now = { steps: [], acknowledged: new Set() };
  before = { steps: [], acknowledged: new Set() };
  /** Ids that were seen in the store; they must stay. */
  safe = [];
  #server;
  #root;
  #worker;
  #tellFound;

  static async open(folder, { image, control }) {
    const stage = new Stage();
    stage.#root = join(folder, "web");
    await cp(webRoot, stage.#root, { recursive: true });
    await writeFile(join(stage.#root, "kill.html"), '<!doctype html><script type="module" src="./kill.js"></script>');
    await cp(fileURLToPath(new URL("kill-page.js", import.meta.url)), join(stage.#root, "kill.js"));
    const name = (await readdir(join(stage.#root, "assets"))).find((file) => /^worker-.*\.js$/.test(file));
    stage.#worker = `./assets/${name}`;
    const path = join(stage.#root, stage.#worker);
    const change = (image ? changes.image : "") + (control ? changes.control : "");
    await writeFile(path, `${change}\n${await readFile(path, "utf8")}`);
    stage.#server = createServer((request, response) => void stage.#answer(request, response));
    stage.#server.listen(0, "localhost");
    await once(stage.#server, "listening");
    return stage;
  }

  get url() {
    return `http://localhost:${this.#server.address().port}/kill.html`;
  }

  /** What the page says it has kept, once it has opened the store; undefined when it says nothing. */
  found() {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.#tellFound = (found) => {
        clearTimeout(timer);
        resolve(found);
      };
    });
  }

  begin(steps) {
    this.before = this.now;
    this.now = { steps, acknowledged: new Set() };
  }

  /** Another profile, with nothing in it. */
  forget() {
    this.safe = [];
    this.begin([]);
  }

  async close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request, response) {
    const path = new URL(request.url, "http://localhost").pathname;
    if (request.method === "POST") return this.#hear(path.slice(1), request, response);
    if (path === "/plan") return this.#send(response, ".json", JSON.stringify({ worker: this.#worker, steps: this.now.steps }));
    const body = await readFile(join(this.#root, path)).catch(() => undefined);
    if (body) this.#send(response, extname(path), body);
    else response.writeHead(404).end();
  }

  async #hear(what, request, response) {
    let text = "";
    for await (const part of request) text += part;
    response.end();
    const told = JSON.parse(text);
    if (what === "acknowledged") this.now.acknowledged.add(told.nth);
    if (what === "found") this.#tellFound?.(told);
  }

  #send(response, ending, body) {
    const types = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
    response.writeHead(200, { ...securityHeaders(), "Content-Type": types[ending] ?? "text/plain" }).end(body);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      image: { type: "boolean", default: false },
      control: { type: "boolean", default: false },
    },
  });
  const onKill = (counts) => process.stderr.write(`\r${JSON.stringify(counts)}`);
  const options = { ...values, kills: Number(values.kills), seed: Number(values.seed), onKill };
  const counts = await killBrowser({ browser: positionals[0] ?? "chromium", ...options });
  console.log(`\n${JSON.stringify(counts)}`);
  const isWhole = counts.lost + counts.torn + counts.unreadable === 0;
  process.exit(isWhole === values.control ? 1 : 0);
}
