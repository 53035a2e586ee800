// SPDX-License-Identifier: MIT
// The six C functions in wasm, given what no client of ours would send: every request gets one answer, nothing traps.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { randomFrom } from "./crash.mjs";
import { loadCore, openWasmCore } from "./open-core.mjs";
import { call, keptIds, ratings } from "./ratings.mjs";

const requestCount = 6000;
const folder = mkdtempSync(join(tmpdir(), "trellis-abi-"));
after(() => rmSync(folder, { recursive: true }));

/** Requests of the contract's examples: damage to these reaches further than noise. A passphrase that came through
 *  unharmed would rightly lock the store. */
const seeds = readdirSync("contract/examples")
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(`contract/examples/${name}`, "utf8")).steps)
  .filter(({ method }) => method !== "set_passphrase")
  .map(({ method, params }) => JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));

const syntax = [...'"\\{}[]:,'];
const values = ["null", "-1", "1e999", "9".repeat(40), "\0", "\u202e", "é", "💙", "\\ud800", "\\u0000"];
const snippets = [...syntax, ...values];

/** A seed with a few places cut, doubled, replaced or stuffed. */
function damaged(text, random) {
  let result = text;
  for (let edits = 1 + Math.floor(random() * 4); edits > 0; --edits) {
    const at = Math.floor(random() * result.length);
    const to = at + Math.floor(random() * 12);
    const middle = [
      "",
      snippets[Math.floor(random() * snippets.length)],
      result.slice(at, to).repeat(2),
      String.fromCharCode(Math.floor(random() * 0x300)),
    ][Math.floor(random() * 4)];
    result = result.slice(0, at) + middle + result.slice(to);
  }
  return result;
}

function assertAnswer(text) {
  const answer = JSON.parse(text);
  assert.equal(answer.jsonrpc, "2.0");
  assert.ok("result" in answer !== "error" in answer);
  if (answer.error) assert.match(answer.error.data.code, /^[a-z_]+\.[a-z_]+$/);
  return answer;
}

test(`${requestCount} damaged requests get one answer each and leave the store as it was`, async (context) => {
  const core = await openWasmCore({ database: "trellis.sqlite3" });
  const answer = ratings(core).next().value;
  call(core, "rate_competency", answer);
  const random = randomFrom(20261122);
  const codes = {};

  for (let nth = 0; nth < requestCount; ++nth) {
    const request = damaged(seeds[Math.floor(random() * seeds.length)], random);
    const { error } = assertAnswer(core.call(request));
    const code = error?.data.code ?? "answered";
    codes[code] = (codes[code] ?? 0) + 1;
    assert.notEqual(code, "internal.failure", request);
  }

  context.diagnostic(JSON.stringify(codes));
  assert.ok(Object.keys(codes).length > 8);
  assert.ok(keptIds(core).includes(answer.rating_id));
});

test("noise of any byte is refused as no JSON", async () => {
  const core = await loadCore();
  const random = randomFrom(3);

  for (let nth = 0; nth < 500; ++nth) {
    const noise = String.fromCharCode(...[...Array(1 + (nth % 200))].map(() => Math.floor(random() * 256)));
    assert.equal(assertAnswer(core.call(`~${noise}`)).error.data.code, "request.not_json");
  }
});

test("a number that is not whole is answered as the command line answers it", async () => {
  const core = await openWasmCore({ database: ":memory:" });
  const whole = JSON.stringify({ locale: "en", ...ratings(core).next().value, answer: "level", level: 3 });
  const largest = ["1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "17976931348623159e292"];
  const others = ["3.0", "3.5", "3e0", "-0.0", "1E400", "-1e309", "0.1e-300", "0.0001e312", "0.0001e313", "0e999", "1e-999999999999"];
  const requests = [...others, ...largest, `1${"0".repeat(308)}.5`, `2${"0".repeat(308)}.5`].map((number) => {
    const params = whole.replace('"level":3', `"level":${number}`);
    return `{"jsonrpc":"2.0","id":1,"method":"rate_competency","params":${params}}`;
  });
  const native = spawnSync("build/native/trellis", ["rpc", "--db", join(folder, "records.sqlite3")], { input: `${requests.join("\n")}\n`, encoding: "utf8" });

  const answers = requests.map((request) => core.call(request));

  assert.deepEqual(answers, native.stdout.trimEnd().split("\n"), native.stderr);
  const codes = answers.map((answer) => assertAnswer(answer).error.data.code);
  assert.deepEqual([...new Set(codes)].sort(), ["request.not_json", "request.wrong_type"]);
});

for (const depth of [65, 1000, 100_000]) {
  test(`JSON of depth ${depth} is refused and the core goes on`, async () => {
    const core = await loadCore();
    const about = '{"jsonrpc":"2.0","id":1,"method":"about","params":';
    const deep = [
      "[".repeat(depth) + "]".repeat(depth),
      `${about}${'{"a":'.repeat(depth)}1${"}".repeat(depth)}}`,
      "[".repeat(depth),
    ];

    for (const request of deep) {
      assert.equal(assertAnswer(core.call(request)).error.data.code, "request.too_deep");
    }

    assert.equal(call(core, "about").abi_version, 2);
  });
}

test("a request with a NUL is refused, whatever stands before it", async () => {
  const core = await loadCore();
  const about = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "about", params: { locale: "en" } });

  for (const request of [`${about}\0`, `${about}\0garbage`, `\0${about}`, about.replace("about", "about\0")]) {
    assert.equal(assertAnswer(core.call(request)).error.data.code, "request.not_json");
  }
});

test("a request of 10 MB gets an answer", async () => {
  const core = await loadCore();

  const { error } = assertAnswer(
    core.call(
      JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "check_posting",
        params: { locale: "en", role_id: "any", text: "Drive people to appointments.\n".repeat(350_000) },
      }),
    ),
  );

  assert.equal(error.data.code, "text.too_long");
});

test("an answer longer than the memory at the start arrives whole", async () => {
  const core = await loadCore();
  const text = "Will administer medication and drive clients.\n".repeat(2500);

  const { lines } = call(core, "check_posting", { role_id: "any", text });

  assert.equal(lines.length, 2500);
});

test("a closed core refuses calls, and can be opened again", async () => {
  const core = await openWasmCore({ database: ":memory:" });
  core.close();
  core.close();

  assert.throws(() => core.call("{}"), { message: "closed" });

  core.reopen(null);
  assert.equal(call(core, "about").store.state, "none");
});

test("without a database content and checks work and the store says that it is not open", async () => {
  const core = await loadCore();

  assert.ok(call(core, "list_roles").roles.length > 0);
  assert.equal(call(core, "check_task", { role_id: "any", text: "Drive people to appointments" }).verdict, "conflict");
  assert.throws(() => call(core, "list_ratings"), { code: "store.not_open" });
});

test("a backup goes out, comes into another store and goes out again with equal bytes", async () => {
  const exported_at = "2026-11-22T08:30:00Z";
  const first = await openWasmCore({ database: "trellis.sqlite3" });
  const made = ratings(first);
  for (let nth = 0; nth < 30; ++nth) call(first, "rate_competency", made.next().value);
  const { document } = call(first, "export_backup", { exported_at });
  const second = await openWasmCore({ database: "trellis.sqlite3" });

  assert.equal(call(second, "preview_backup", { document }).new_counts.ratings, 30);
  assert.equal(call(second, "import_backup", { document }).added.ratings, 30);
  assert.equal(call(second, "import_backup", { document }).added.ratings, 0);

  assert.equal(call(second, "export_backup", { exported_at }).document, document);
});
