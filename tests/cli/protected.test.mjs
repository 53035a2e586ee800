// SPDX-License-Identifier: MIT
// Passphrases, merging and checking on the command line: exit status, what stays in files, and nothing secret anywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-protected-"));
after(() => rmSync(folder, { recursive: true }));
let count = 0;
const newFile = (name = "records.sqlite3") => join(folder, `${++count}-${name}`);
const marker = "marker-of-this-test";

/** Runs the command line; `secrets` go in as lines of descriptor 3. */
function trellis(args, ...secrets) {
  const withSecrets = secrets.length > 0;
  const done = spawnSync(
    "setsid",
    ["-w", "sh", "-c", withSecrets ? 'exec "$0" "$@" --passphrase-fd 3 3<<EOF\n' + secrets.join("\n") + "\nEOF" : 'exec "$0" "$@"', "build/native/trellis", ...args],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}

function rate(db, level, ...secrets) {
  const done = trellis(["assess", "rate", "D1.1", "--level", String(level), "--note", marker, "--db", db], ...secrets);
  assert.equal(done.status, 0, done.err);
}

/** Whether a file of this database has the words in it. */
const isReadable = (db, words = marker) =>
  readdirSync(folder).some((name) => join(folder, name).startsWith(db) && readFileSync(join(folder, name)).includes(words));

function protectedDatabase(passphrase = "walking beside") {
  const db = newFile();
  assert.equal(trellis(["db", "init", "--encrypt", "--db", db], passphrase).status, 0);
  rate(db, 3, passphrase);
  return db;
}

test("an encrypted database is made, kept and opened with its passphrase only", () => {
  const db = protectedDatabase();

  const opened = trellis(["assess", "list", "--db", db], "walking beside");
  const refused = trellis(["assess", "list", "--db", db], "walking ahead");

  assert.match(opened.out, /D1\.1 {2}level 3/);
  assert.equal(refused.status, 1);
  assert.match(refused.err, /passphrase/);
  assert.equal(refused.out, "");
  assert.ok(!isReadable(db) && !isReadable(db, "SQLite format 3"));
});

test("without a passphrase an encrypted database stays shut, and nothing waits for ever", () => {
  const db = protectedDatabase();

  const { status, out, err } = trellis(["assess", "list", "--db", db]);

  assert.equal(status, 2);
  assert.equal(out, "");
  assert.match(err, /--passphrase-fd/);
});

test("a passphrase is set, changed and removed", () => {
  const db = newFile();
  rate(db, 2);
  assert.ok(isReadable(db), "the control: a plain database can be read");

  assert.equal(trellis(["db", "encrypt", "--db", db], "walking beside").status, 0);
  assert.ok(!isReadable(db));
  assert.equal(trellis(["db", "change-passphrase", "--db", db], "walking beside", "walking beside", "my own words").status, 0);
  assert.equal(trellis(["db", "check", "--db", db], "walking beside").status, 1);
  assert.equal(trellis(["db", "check", "--db", db], "my own words").status, 0);
  assert.equal(trellis(["db", "decrypt", "--db", db], "my own words", "my own words").status, 0);

  assert.match(trellis(["assess", "list", "--db", db]).out, /level 2/);
  assert.ok(!existsSync(`${db}.key-a`) && !existsSync(`${db}.key-b`) && !existsSync(`${db}.staged`));
});

test("é opens the same lock, typed as one letter or as two", () => {
  const db = protectedDatabase("caf\u00e9 con leche");

  assert.equal(trellis(["db", "check", "--db", db], "cafe\u0301 con leche").status, 0);
  assert.equal(trellis(["db", "check", "--db", db], "cafe con leche").status, 1);
});

test("a passphrase that is too short is refused and nothing is changed", () => {
  const db = newFile();
  rate(db, 2);

  const { status, err } = trellis(["db", "encrypt", "--db", db], "short");

  assert.equal(status, 1);
  assert.match(err, /too short/);
  assert.equal(trellis(["db", "check", "--db", db]).status, 0);
});

test("no passphrase is ever taken from an argument, the environment or standard input, or said", () => {
  const db = protectedDatabase();

  const asArgument = trellis(["assess", "list", "--passphrase", "walking beside", "--db", db]);
  const wrong = trellis(["assess", "list", "--db", db], "walking sideways");
  const fromInput = spawnSync("setsid", ["-w", "build/native/trellis", "assess", "list", "--db", db], {
    input: "walking beside\n",
    env: { ...process.env, TRELLIS_PASSPHRASE: "walking beside" },
  });

  assert.equal(asArgument.status, 2);
  assert.equal(fromInput.status, 2);
  assert.doesNotMatch(wrong.out + wrong.err, /sideways/);
});

test("what holds answers is for its owner only", () => {
  const db = protectedDatabase();
  const backup = newFile("backup.json");
  trellis(["backup", "export", backup, "--db", db], "walking beside");

  for (const path of [db, `${db}.key-a`, `${db}.key-b`, backup]) assert.equal(statSync(path).mode & 0o077, 0, path);
});

test("a database check tells a whole one from a damaged one, a foreign file and none", () => {
  const db = newFile();
  rate(db, 2);
  assert.match(trellis(["db", "check", "--db", db]).out, /whole/);
  const bytes = readFileSync(db);
  bytes.fill(0xff, 4096, 4200);
  writeFileSync(db, bytes);

  assert.equal(trellis(["db", "check", "--db", db]).status, 1);
  assert.deepEqual(readFileSync(db), bytes);
  const diary = newFile("diary.txt");
  writeFileSync(diary, "Dear diary. ".repeat(200));
  assert.equal(trellis(["db", "check", "--db", diary]).status, 1);
  assert.equal(trellis(["db", "check", "--db", join(folder, "no", "such", "folder.sqlite3")]).status, 2);
});

test("a sealed backup goes out and comes back with its passphrase only", () => {
  const db = newFile();
  rate(db, 4);
  const file = newFile("backup.trellis");
  assert.equal(trellis(["backup", "export", file, "--seal", "--db", db], "for the copy").status, 0);
  const other = newFile();

  const refused = trellis(["backup", "import", file, "--db", other], "not for the copy");
  const without = trellis(["backup", "import", file, "--db", other]);
  const done = trellis(["backup", "import", file, "--json", "--db", other], "for the copy");

  assert.ok(!readFileSync(file).includes(marker));
  assert.deepEqual([refused.status, without.status, done.status], [1, 2, 0]);
  assert.equal(JSON.parse(done.out).added.ratings, 1);
});

test("a backup is verified without a database, sealed or not", () => {
  const db = newFile();
  rate(db, 4);
  const [plain, sealed, broken] = [newFile("plain.json"), newFile("sealed.trellis"), newFile("broken.json")];
  trellis(["backup", "export", plain, "--db", db]);
  trellis(["backup", "export", sealed, "--seal", "--db", db], "for the copy");
  writeFileSync(broken, readFileSync(sealed, "utf8").replace(/.$/, "!"));

  assert.match(trellis(["backup", "verify", plain]).out, /Answers in the file: 1/);
  assert.equal(trellis(["backup", "verify", sealed], "for the copy").status, 0);
  assert.equal(trellis(["backup", "verify", broken], "for the copy").status, 1);
  assert.equal(trellis(["backup", "verify", join(folder, "none.json")]).status, 2);
});

test("two devices merge in either order to equal bytes, and merging again changes nothing", () => {
  const backups = [1, 2].map((level) => {
    const db = newFile();
    for (let nth = 0; nth < 3; ++nth) rate(db, level);
    const file = newFile("backup.json");
    trellis(["backup", "export", file, "--db", db]);
    return file;
  });
  const [one, two, again] = [newFile("one.json"), newFile("two.json"), newFile("again.json")];

  assert.equal(trellis(["backup", "merge", ...backups, "-o", one]).status, 0);
  assert.equal(trellis(["backup", "merge", ...backups.toReversed(), "-o", two]).status, 0);
  assert.equal(trellis(["backup", "merge", one, backups[0], "-o", again]).status, 0);

  assert.equal(JSON.parse(readFileSync(one, "utf8")).ratings.length, 6);
  assert.deepEqual(readFileSync(two), readFileSync(one));
  assert.deepEqual(readFileSync(again), readFileSync(one));
});

test("a refused file is named, with what to do next", () => {
  const hostile = {
    "cut.json": '{"format": "trellis-backup", "format_version": 1',
    "newer.json": '{"format": "trellis-backup", "format_version": 9}',
    "bomb.json": "[".repeat(1e6),
    "many.json": `[${"{},".repeat(2e6)}{}]`,
    "photo.json": "\u0089PNG\r\n",
    "records.sqlite3": "SQLite format 3\0".padEnd(4096, "\0"),
    "sealed.trellis": "trellis-sealed 1 backup argon2id 3 65536 AAAA AAAA\nAAAA",
  };

  for (const [name, content] of Object.entries(hostile)) {
    const file = newFile(name);
    writeFileSync(file, content, "latin1");
    const { status, out, err } = trellis(["backup", "verify", file], "a passphrase");
    assert.equal(status, name === "photo.json" ? 2 : 1, name);
    assert.ok(err.startsWith(`trellis: ${file}: `), err);
    assert.match(err, /\n {2}\S/, name);
    assert.equal(out, "");
  }
});

test("notes that would steer a terminal are kept whole and shown tame", () => {
  const db = newFile();
  const note = "\u001b[31mred \u009b31m <b>bold</b> \u202egnirts\u2066 zero\u200bwidth 🙂";
  trellis(["assess", "rate", "D1.1", "--level", "2", "--note", note, "--db", db]);

  const shown = trellis(["assess", "list", "--db", db]).out;
  const kept = JSON.parse(trellis(["assess", "list", "--json", "--db", db]).out).ratings[0].note;

  assert.equal(kept, note);
  assert.doesNotMatch(shown, /[\u001b\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
  assert.match(shown, /<b>bold<\/b>.*🙂/);
});

test("a merge with a file that is no backup writes nothing", () => {
  const db = newFile();
  rate(db, 1);
  const [one, other, merged] = [newFile("one.json"), newFile("other.json"), newFile("merged.json")];
  trellis(["backup", "export", one, "--db", db]);
  writeFileSync(other, "{}");

  assert.equal(trellis(["backup", "merge", one, other, "-o", merged]).status, 1);
  assert.ok(!existsSync(merged));
});

test("every command that opens a database can read its passphrase", () => {
  const db = protectedDatabase();

  for (const args of [["assess", "items", "--further"], ["learn", "dilemmas", "--tried"], ["workplace", "--past"], ["group", "paper"], ["rpc"]]) {
    const { status, err } = trellis([...args, "--db", db], "walking beside");
    assert.equal(status, 0, `${args.join(" ")}: ${err}`);
  }
});
