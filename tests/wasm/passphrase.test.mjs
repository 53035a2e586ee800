// SPDX-License-Identifier: MIT
// Passphrases in the browser's builds: nothing readable in the files, nothing left in memory, libsodium only when asked
// for. The whole core sets one; the first core opens, locks and works with what is protected.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { loadBareWholeCore, loadEnglishCore, loadWholeCore, openWasmCore, wasmFolder } from "./open-core.mjs";
import { call, keptIds, ratings } from "./ratings.mjs";
import { Core, CoreHost, MemoryHandle, loadSealing, memoryHandles } from "./sources.mjs";

const passphrase = "a passphrase that is easy to find 4711";
const marker = "marker-of-this-test";
const entropy = () => randomBytes(72).toString("base64");
const codeOf = (work) => {
  try {
    return work(), "";
  } catch (error) {
    return error.code ?? String(error);
  }
};
const bytesOf = (handles) => Buffer.concat(handles.map((handle) => handle.content()));

/** A core with answers that hold the marker; encrypted and open, or not. */
async function coreWithAnswers({ handles = memoryHandles(), isProtected, load }) {
  const core = await openWasmCore({ database: "trellis.sqlite3", handles, load });
  const made = ratings(core, 3);
  for (let nth = 0; nth < 20; ++nth) call(core, "rate_competency", { ...made.next().value, note: `${marker} ${nth}` });
  if (isProtected) {
    core.close();
    await protect(handles);
    core.reopen("trellis.sqlite3", handles);
    call(core, "unlock", { passphrase });
  }
  return { core, handles, made };
}

async function protect(handles) {
  const whole = await openWasmCore({ database: "trellis.sqlite3", handles, load: loadWholeCore });
  call(whole, "set_passphrase", { passphrase, entropy: entropy() });
  whole.close();
}

test("no byte of the answers is in any file when a passphrase is set, open or locked", async () => {
  const { core, handles, made } = await coreWithAnswers({ isProtected: true });
  call(core, "rate_competency", { ...made.next().value, note: marker });
  const open = bytesOf(handles);
  call(core, "lock");
  const locked = bytesOf(handles);
  const control = await coreWithAnswers({ isProtected: false });

  for (const bytes of [open, locked]) {
    for (const words of [marker, "SQLite format 3", "CREATE TABLE", passphrase]) assert.ok(!bytes.includes(words), words);
  }
  assert.ok(bytesOf(control.handles).includes(marker));
});

test("locked, nothing is told: no answer, no count; unlocked, everything is there", async () => {
  const { core, handles } = await coreWithAnswers({ isProtected: true });
  const ids = keptIds(core);
  core.reopen("trellis.sqlite3", handles);

  for (const [method, params] of [
    ["list_ratings", {}],
    ["get_results", {}],
    ["export_backup", { exported_at: "2026-11-22T08:30:00Z" }],
  ]) {
    assert.equal(codeOf(() => call(core, method, params)), "store.locked", method);
  }
  assert.equal(call(core, "about").store.state, "locked");
  assert.equal(codeOf(() => call(core, "unlock", { passphrase: "another one" })), "seal.wrong_passphrase");
  call(core, "unlock", { passphrase });
  assert.deepEqual(keptIds(core), ids);
});

test("without libsodium the core says so, and nothing is changed", async () => {
  const core = await loadBareWholeCore();
  const handles = memoryHandles();
  core.reopen("trellis.sqlite3", handles);
  const before = bytesOf(handles);

  assert.equal(codeOf(() => call(core, "set_passphrase", { passphrase, entropy: entropy() })), "seal.not_ready");
  assert.deepEqual(bytesOf(handles), before);
});

test("the worker fetches libsodium when the core asks for it, and asks again", async () => {
  const handles = memoryHandles();
  let loaded = 0;
  const answers = new Map();
  const host = new CoreHost({
    post: (message) => message.kind === "answer" && answers.set(message.id, JSON.parse(message.response)),
    loadCore: loadEnglishCore,
    packs: new Map(),
    loadWholeCore: loadBareWholeCore,
    loadCopies: async () => undefined,
    loadSealing: () => (++loaded, loadSealing()),
    createStorage: (listener) => ({
      start: () => listener.attached({ place: "files", lasts: true, handles, close: () => undefined }),
      takeOver: () => undefined,
      close: async () => undefined,
    }),
  });
  const ask = async (id, method, params = {}) => {
    const request = JSON.stringify({ jsonrpc: "2.0", id, method, params: { locale: "en", ...params } });
    host.receive({ kind: "call", id, locale: "en", request });
    while (!answers.has(id)) await new Promise((resolve) => setTimeout(resolve, 1));
    return answers.get(id);
  };

  const about = await ask(1, "about");
  assert.equal(loaded, 0);
  const [set, listed] = await Promise.all([
    ask(2, "set_passphrase", { passphrase, entropy: entropy() }),
    ask(3, "list_ratings"),
  ]);
  await ask(4, "lock");
  const unlocked = await ask(5, "unlock", { passphrase });

  assert.equal(about.result.store.state, "open");
  assert.equal(set.result.store.is_protected, true);
  assert.deepEqual(listed.result.ratings, []);
  assert.equal(unlocked.result.store.state, "open");
  assert.equal(loaded, 1);
});

test("where memory is short, the cost goes down by halves, to a limit", async () => {
  const { core, handles } = await coreWithAnswers({ isProtected: false, load: loadWholeCore });
  const real = await loadSealing();
  const upTo = (limit) => ({
    ...real,
    argon2id: (...args) => {
      if (args[3] > limit) throw new Error("no memory");
      return real.argon2id(...args);
    },
  });

  core.useSealing(upTo(12 * 1024 - 1));
  assert.equal(codeOf(() => call(core, "set_passphrase", { passphrase, entropy: entropy() })), "seal.no_memory");
  assert.equal(call(core, "about").store.is_protected, false);
  for (const [limit, cost] of [[20_000, 16_384], [13_000, 12_288]]) {
    core.useSealing(upTo(limit));
    const sealed = call(core, "export_backup", { exported_at: "2026-11-22T08:30:00Z", passphrase, entropy: entropy() });
    assert.match(sealed.document, new RegExp(`^trellis-sealed 1 backup argon2id 3 ${cost} `));
  }
  assert.ok(bytesOf(handles).includes(marker), "the store was left as it was");
});

test("where there are no files for it, no passphrase is set and the store goes on", async () => {
  const handles = memoryHandles().slice(0, 3);
  const { core, made } = await coreWithAnswers({ handles, isProtected: false, load: loadWholeCore });

  assert.equal(codeOf(() => call(core, "set_passphrase", { passphrase, entropy: entropy() })), "store.io");
  call(core, "rate_competency", made.next().value);
  assert.equal(keptIds(core).length, 21);
});

test("the command line opens the files of the browser", async () => {
  const { core, handles } = await coreWithAnswers({ isProtected: true });
  core.close();
  const folder = mkdtempSync(join(tmpdir(), "trellis-same-"));
  const path = join(folder, "records.sqlite3");
  for (const [index, end] of [[0, ""], [3, ".key-a"], [4, ".key-b"]]) writeFileSync(path + end, handles[index].content());
  writeFileSync(join(folder, "secret"), `${passphrase}\n`);

  const done = spawnSync("sh", ["-c", 'build/native/trellis assess list --db "$0/records.sqlite3" --passphrase-fd 3 3<"$0/secret"', folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });

  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, new RegExp(marker));
});

test("neither passphrase nor key is left in the memory of the core that sets one, nor of the one that unlocks", async () => {
  const handles = memoryHandles();
  const random = entropy();
  const key = Buffer.from(random, "base64").subarray(40);
  const secrets = [passphrase, passphrase.slice(0, 20), passphrase.slice(15), random, key, key.toString("hex")];
  const setting = await openToLookInside("trellis-whole", handles);
  call(setting.core, "set_passphrase", { passphrase, entropy: random });
  const whileOpen = setting.leftOf(secrets);
  call(setting.core, "lock");
  const afterwards = setting.leftOf(secrets);
  setting.core.close();

  const unlocking = await openToLookInside("trellis", handles);
  call(unlocking.core, "unlock", { passphrase });
  whileOpen.push(...unlocking.leftOf(secrets));
  call(unlocking.core, "lock");

  assert.deepEqual(whileOpen.filter((secret) => !Buffer.isBuffer(secret)), [], "while open, only the cipher holds the key");
  assert.deepEqual([...afterwards, ...unlocking.leftOf(secrets)], []);
});

/** A core on the handles, and what of some secrets is in its memory. */
async function openToLookInside(build, handles) {
  const { default: createModule } = await import(pathToFileURL(`${wasmFolder}/${build}.mjs`));
  let module;
  const core = await Core.load(async (options) => (module = await createModule(options)), readFileSync(`${wasmFolder}/${build}.wasm`));
  core.useSealing(await loadSealing());
  core.reopen("trellis.sqlite3", handles);
  const leftOf = (secrets) => secrets.filter((secret) => Buffer.from(module.HEAPU8.buffer).includes(secret));
  return { core, leftOf };
}
