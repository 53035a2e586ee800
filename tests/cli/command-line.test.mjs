// SPDX-License-Identifier: MIT
// The command line as a person meets it: exit status, readable text, JSON, and bad input of every kind.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-cli-"));
after(() => rmSync(folder, { recursive: true }));
let databases = 0;
const newDatabase = () => join(folder, `records-${++databases}.sqlite3`);
const inFolder = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

function trellis(args, input = "", env = {}) {
  const done = spawnSync("build/native/trellis", args, { input, encoding: "utf8", maxBuffer: 1 << 28, env: { PATH: process.env.PATH, ...env } });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

test("a posting with a conflict ends with 1 and names rule, reason and source", () => {
  const { status, out } = trellis(["check", "posting", "-"], "Transport clients to appointments in the van\n");

  assert.equal(status, 1);
  assert.match(out, /Not a peer task: /);
  assert.match(out, /Source: .*brief2019\./s);
  assert.doesNotMatch(out, /\x1b\[/, "no colour in a pipe");
});

test("a posting without concerns ends with 0 and is not called approved", () => {
  const { status, out } = trellis(["check", "posting", "-"], "Will not administer medication.\n");

  assert.equal(status, 0);
  assert.match(out, /not an approval/);
});

test("every input line has one entry in the JSON, blank ones included", () => {
  for (const [text, lines] of [["one\n\nthree\n", 3], ["one\r\ntwo\r\n\r\nfour", 4], ["\n\nx", 3]]) {
    const { out } = trellis(["check", "posting", "--json", "--role", "any", "-"], text);

    assert.equal(JSON.parse(out).lines.length, lines, JSON.stringify(text));
  }
});

test("spans point at the words in the text, with accents, emoji and CRLF before them", () => {
  const text = "Café 🙂 résumé\r\nYou will drive clients to appointments.\r\n";
  const { out } = trellis(["check", "posting", "--json", "-"], text);

  const [finding] = JSON.parse(out).findings;
  assert.equal(finding.line_number, 2);
  assert.match(text.slice(finding.span.begin, finding.span.end), /drive clients/);
});

test("a batch gives one JSON object a line", () => {
  const { status, out } = trellis(["check", "task", "--json", "--batch", "-"], "drive people to appointments\nshare my story\n");

  assert.equal(status, 1);
  assert.deepEqual(out.trim().split("\n").map((row) => JSON.parse(row).verdict), ["conflict", "fits"]);
});

const badTexts = {
  empty: ["", /no text|nothing|empty/i],
  "only blanks": [" \n\t\n ", /no text|nothing|empty/i],
  "ten megabytes": ["word ".repeat(2 * 1024 * 1024), /long/i],
  binary: [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8]), /text/i],
  "a NUL inside": ["drive\0people", /text|character/i],
  "no UTF-8": [Buffer.from([0x68, 0x69, 0xff, 0xfe, 0x20]), /UTF-8/i],
};
for (const [name, [text, words]] of Object.entries(badTexts)) {
  test(`a text that is ${name} is refused with words and a next step, in both languages`, () => {
    const file = inFolder("posting.txt", text);
    const english = trellis(["check", "posting", file]);
    const spanish = trellis(["--lang", "es", "check", "posting", file]);

    assert.equal(english.status, 2);
    assert.match(english.err, words);
    assert.match(english.err, /\n {2}\S/, "the next step stands on a line of its own");
    assert.notEqual(english.err, spanish.err);
    assert.equal(english.out, "");
  });
}

test("one enormous line is read", () => {
  const text = "Transport clients to appointments, ".repeat(6000);
  const { status } = trellis(["check", "posting", "--json", "-"], text);

  assert.equal(status, 1);
});

test("smart quotes and non-breaking spaces do not hide a duty or a denial", () => {
  const denied = trellis(["check", "task", "--json", "peer workers don’t administer medication"]);
  const duty = trellis(["check", "task", "--json", "“administer medication”"]);

  assert.notEqual(JSON.parse(denied.out).verdict, "conflict");
  assert.equal(JSON.parse(duty.out).verdict, "conflict");
});

test("wrong usage and unreadable files end with 2", () => {
  for (const args of [[], ["fly"], ["check"], ["check", "posting", "/no/such/file"], ["assess", "rate", "D1.1", "--level", "3"]]) {
    assert.equal(trellis(args).status, 2, args.join(" "));
  }
});

test("an answer is kept, listed, and told back in the results", () => {
  const db = newDatabase();

  assert.equal(trellis(["assess", "rate", "D1.1", "--level", "4", "--note", "Ñandú 🙂", "--db", db]).status, 0);
  assert.equal(trellis(["assess", "rate", "D1.2", "--not-in-my-job", "--db", db]).status, 0);

  const { ratings } = JSON.parse(trellis(["assess", "list", "--json", "--db", db]).out);
  assert.deepEqual(ratings.map(({ competency_id, answer, level, note }) => [competency_id, answer, level, note]), [
    ["D1.1", "level", 4, "Ñandú 🙂"],
    ["D1.2", "not_in_my_job", null, ""],
  ]);
  assert.match(trellis(["assess", "results", "--db", db]).out, /never\s+for\s+hiring/);
});

test("a backup goes out and comes back with equal bytes, and twice changes nothing", () => {
  const [first, second] = [newDatabase(), newDatabase()];
  for (const level of ["1", "2", "3"]) trellis(["assess", "rate", "D2.1", "--level", level, "--db", first]);
  const file = join(folder, "backup.json");
  assert.equal(trellis(["backup", "export", file, "--db", first]).status, 0);

  const once = trellis(["backup", "import", file, "--json", "--db", second]);
  const twice = trellis(["backup", "import", file, "--json", "--db", second]);

  const counts = ({ out }) => {
    const { added, already_present } = JSON.parse(out);
    return [added.ratings, added.goal, already_present.ratings, already_present.goal];
  };
  assert.deepEqual(counts(once), [3, 0, 0, 0]);
  assert.deepEqual(counts(twice), [0, 0, 3, 0]);
  const ratings = (db) => JSON.parse(trellis(["backup", "export", "-", "--db", db]).out).ratings;
  assert.deepEqual(ratings(second), ratings(first));
});

test("a damaged or newer backup is refused with 1 and changes nothing", () => {
  const db = newDatabase();
  trellis(["assess", "rate", "D2.1", "--level", "3", "--db", db]);
  const good = trellis(["backup", "export", "-", "--db", db]).out;
  const before = trellis(["assess", "list", "--json", "--db", db]).out;
  const bad = {
    "cut short": good.slice(0, good.length / 2),
    "one digit changed": good.replace('"level": 3', '"level": 4'),
    newer: good.replace('"format_version": 2', '"format_version": 3'),
    "an SQLite file": readFileSync(db),
    "a JSON bomb": "[".repeat(1e6),
    "no JSON": "hello",
  };

  for (const [name, content] of Object.entries(bad)) {
    const done = trellis(["backup", "import", inFolder("bad.json", content), "--db", db]);
    assert.ok(done.status === 1 || (name === "an SQLite file" && done.status === 2), `${name}: ${done.status}`);
    assert.match(done.err, /\n {2}\S/, name);
  }
  assert.equal(trellis(["assess", "list", "--json", "--db", db]).out, before);
});

test("a file that is no database is refused and left as it is", () => {
  const file = inFolder("diary.txt", "Dear diary, this is no database at all. ".repeat(200));
  const before = readFileSync(file);

  const { status, err } = trellis(["assess", "list", "--db", file]);

  assert.equal(status, 1);
  assert.match(err, /\n {2}\S/);
  assert.deepEqual(readFileSync(file), before);
});

test("every rule can be explained, and every role shown, in both languages", () => {
  for (const lang of ["en", "es"]) {
    for (const { id } of JSON.parse(trellis(["rules", "--json"]).out).rules) {
      assert.equal(trellis(["--lang", lang, "explain", id]).status, 0, id);
    }
    for (const { id } of JSON.parse(trellis(["role", "list", "--json"]).out).roles) {
      assert.equal(trellis(["--lang", lang, "role", "show", id]).status, 0, id);
    }
  }
});

test("the language follows the environment unless it is said", () => {
  const spanish = trellis(["check", "task", "water the plants"], "", { LANG: "es_US.UTF-8" });
  const english = trellis(["--lang", "en", "check", "task", "water the plants"], "", { LANG: "es_US.UTF-8" });

  assert.match(spanish.out, /háblalo/);
  assert.match(english.out, /talk it over/);
});

test("where memory runs out the program says so in words, and what was saved is there", () => {
  const database = newDatabase();
  trellis(["assess", "rate", "D1.1", "--level", "3", "--db", database]);
  const params = { locale: "en", role_id: "any", text: "drive people\n".repeat(18_000) };
  const request = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "check_posting", params });
  const endings = new Set();

  for (let kib = 20_000; kib <= 60_000; kib += 5_000) {
    const limited = `ulimit -v ${kib}; exec build/native/trellis rpc --db "$0"`;
    const done = spawnSync("sh", ["-c", limited, database], { input: `${request}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
    assert.ok(done.status === 0 || /not enough memory/.test(done.stderr), `${kib} KiB: ${done.signal} ${done.stderr}`);
    endings.add(done.status);
  }

  assert.deepEqual([...endings], [2, 0]);
  assert.match(trellis(["assess", "list", "--db", database]).out, /D1\.1/);
});
