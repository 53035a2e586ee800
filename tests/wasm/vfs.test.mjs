// SPDX-License-Identifier: MIT
// What wasm/opfs_vfs.c promises SQLite, seen through SQL and through the files themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crashStates, recordedFiles } from "./crash.mjs";
import { faults, faultyHandles } from "./faulty.mjs";
import { Probe } from "./open-probe.mjs";
import { MemoryHandle, fileNames, memoryHandles } from "./sources.mjs";

/** SQLite's extended result codes that a person may meet (https://www.sqlite.org/rescode.html). */
const code = { ok: 0, busy: 5, full: 13, cantOpen: 14, read: 266, write: 778, flush: 1034, notADatabase: 26 };

const log = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;";
const rollback = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE;";
const makeTable = "CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT);";
const addRow = "INSERT INTO entry (words) VALUES (printf('%.3000c', 'w'));";

/** A probe with a table in a database on `handles`. */
async function probeWithTable(settings, handles = memoryHandles()) {
  const probe = await Probe.load();
  assert.equal(probe.open(handles), code.ok);
  assert.equal(probe.run(settings + makeTable).code, code.ok);
  return { probe, handles };
}

/** The result codes of opening existing files and adding a row while `fail` is in force. */
async function codesWith(fail, settings = log) {
  const { probe, handles } = await probeWithTable(settings);
  const faulty = faultyHandles(handles);
  assert.equal(probe.open(faulty.handles), code.ok);
  assert.equal(probe.run(`${settings} SELECT count(*) FROM entry;`).code, code.ok);
  faulty.control.fail = fail;
  return probe.run(addRow).code;
}

test("what was written is there after closing and opening again", async () => {
  const { probe, handles } = await probeWithTable(log);
  probe.run(addRow.repeat(20));

  const copies = handles.map((handle) => new MemoryHandle(handle.content()));
  probe.open(copies);

  assert.equal(probe.run(`${log} SELECT count(*), sum(length(words)) FROM entry;`).rows, "exclusive\nwal\n20|60000\n");
});

test("closing folds the log into the database and leaves journal and log empty", async () => {
  const { probe, handles } = await probeWithTable(log);
  probe.run(addRow);

  assert.equal(probe.close(), code.ok);

  assert.deepEqual(handles.map((handle) => handle.getSize() > 0), [true, false, false, false, false, false]);
});

test("a database in memory touches no file", async () => {
  const faulty = faultyHandles(memoryHandles());
  const probe = await Probe.load();

  assert.equal(probe.open(faulty.handles, ":memory:"), code.ok);
  assert.equal(probe.run(makeTable + addRow).code, code.ok);

  assert.deepEqual(faulty.control.calls, []);
});

test("every file of the store has a handle", () => {
  assert.equal(memoryHandles().length, fileNames.length);
});

test("names other than those of the store cannot be opened", async () => {
  const probe = await Probe.load();

  for (const name of ["other.sqlite3", "trellis.sqlite3-journal", "trellis.sqlite3-wal", "./trellis.sqlite3"]) {
    assert.equal(probe.open(memoryHandles(), name), code.cantOpen, name);
  }
});

test("without handles the database cannot be opened", async () => {
  const probe = await Probe.load();

  assert.equal(probe.open(undefined), code.cantOpen);
});

test("the database cannot be opened a second time while it is open", async () => {
  const { probe } = await probeWithTable(log);

  assert.equal(probe.openSecond("trellis.sqlite3") % 256, code.busy);
  assert.equal(probe.run(addRow).code, code.ok);
});

test("a file exists as soon as it has a byte", async () => {
  const { probe, handles } = await probeWithTable(log);
  const before = probe.exists("trellis.sqlite3-journal");

  handles[1].write(new Uint8Array([1]), { at: 0 });

  assert.deepEqual([before, probe.exists("trellis.sqlite3-journal"), probe.exists("other")], [0, 1, 0]);
});

test("deleting empties a file and flushes, so that a power cut cannot bring it back", async () => {
  const { log: changes, handles } = recordedFiles([undefined, new Uint8Array([1, 2, 3]), undefined]);
  const probe = await Probe.load();
  probe.open(handles);

  assert.equal(probe.delete("trellis.sqlite3-journal"), code.ok);

  assert.deepEqual(changes, [
    { kind: "truncate", file: 1, size: 0 },
    { kind: "flush", file: 1 },
  ]);
});

test("one commit in the log costs one flush", async () => {
  const { probe, handles } = await probeWithTable(log);
  const faulty = faultyHandles(handles);
  probe.open(faulty.handles);
  probe.run(log + addRow);
  const before = faulty.control.calls.length;

  probe.run(addRow);

  assert.equal(faulty.control.calls.slice(before).filter((method) => method === "flush").length, 1);
});

test("every way in which a write can fail is an error, and a full device is told apart", async () => {
  const codes = {};
  for (const [name, fault] of Object.entries(faults.write)) {
    codes[name] = await codesWith((method) => (method === "write" ? fault : undefined));
  }

  assert.deepEqual(codes, {
    throws: code.write,
    quota: code.full,
    nothing: code.full,
    half: code.write,
    claimsMore: code.write,
    claimsHuge: code.full,
    claimsGone: code.write,
    notANumber: code.write,
  });
});

test("a flush that fails is an error, so that nothing is called saved", async () => {
  const fail = (fault) => (method) => (method === "flush" ? fault : undefined);

  assert.equal(await codesWith(fail(faults.flush.throws)), code.flush);
  assert.equal(await codesWith(fail(faults.flush.quota)), code.full);
});

test("a read that fails or stops before the end of the file is an error, never zeros", async () => {
  for (const [name, fault] of Object.entries(faults.read)) {
    const { probe, handles } = await probeWithTable(rollback);
    probe.run(addRow.repeat(30));
    const faulty = faultyHandles(handles);
    probe.open(faulty.handles);
    assert.equal(probe.run(`${rollback} SELECT count(*) FROM sqlite_schema;`).code, code.ok);
    faulty.control.fail = (method) => (method === "read" ? fault : undefined);

    assert.equal(probe.run("SELECT sum(length(words)) FROM entry;").code, code.read, name);

    faulty.control.fail = undefined;
    assert.equal(probe.run("SELECT sum(length(words)) FROM entry;").rows, "90000\n", name);
  }
});

test("a file size that cannot be read is an error", async () => {
  for (const fault of Object.values(faults.getSize)) {
    const { probe, handles } = await probeWithTable(rollback);
    const faulty = faultyHandles(handles);
    probe.open(faulty.handles);
    faulty.control.fail = (method) => (method === "getSize" ? fault : undefined);

    assert.notEqual(probe.run("SELECT count(*) FROM entry;").code, code.ok);
  }
});

test("time and random bytes come from the host", async () => {
  const probe = await Probe.load();
  probe.open(memoryHandles());
  const before = Date.now();

  const seen = probe.now();
  const { given, bytes } = probe.random(200_000); // more than a browser gives at once

  assert.ok(seen >= before && seen <= Date.now());
  assert.equal(given, 200_000);
  assert.ok(new Set(bytes).size === 256 && new Set(bytes.slice(-1000)).size > 200);
});

/** Counts what is left of a heavy session after each cut, under the given settings. */
async function cutHeavySession(settings) {
  const { log: changes, handles } = recordedFiles();
  const { probe } = await probeWithTable(settings, handles);
  const grow = "INSERT INTO entry (words) SELECT hex(randomblob(900)) FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8));";
  for (let nth = 1; nth <= 6; ++nth) {
    assert.equal(probe.run(`BEGIN; ${grow} UPDATE entry SET words = hex(randomblob(700)); COMMIT;`).code, code.ok);
    changes.push({ kind: "committed", rows: nth * 8 });
  }
  const reader = await Probe.load();
  const counts = { whole: 0, damaged: 0, lost: 0 };
  for (const { position, images } of crashStates(changes, { seed: 3, mixtures: 1 })) {
    const committed = changes.slice(0, position).filter(({ kind }) => kind === "committed").at(-1)?.rows ?? 0;
    reader.open(images.map((image) => new MemoryHandle(image)));
    const check = reader.run(`${settings.replace(/PRAGMA journal_mode.*/, "")} PRAGMA integrity_check;`);
    const rows = Number(reader.run("SELECT count(*) FROM entry;").rows);
    if (check.code !== code.ok || !/(^|\n)ok\n$/.test(check.rows)) counts.damaged += 1;
    else if (rows < committed || rows % 8 !== 0) counts.lost += 1;
    else counts.whole += 1;
  }
  return counts;
}

/** A raw key, so that no key derivation slows the many openings. */
const key = `PRAGMA key = 'raw:${"7e".repeat(32)}';`;
for (const [name, settings] of Object.entries({
  "with the log": log,
  "with a rollback journal": rollback,
  "encrypted, with the log": key + log,
  "encrypted, with a rollback journal": key + rollback,
})) {
  test(`a heavy session survives every cut ${name}`, async (context) => {
    const counts = await cutHeavySession(settings);

    context.diagnostic(JSON.stringify(counts));
    assert.ok(counts.whole > 50);
    assert.deepEqual({ damaged: counts.damaged, lost: counts.lost }, { damaged: 0, lost: 0 });
  });
}

test("control: without a journal on the device the same cuts leave damage", async (context) => {
  const counts = await cutHeavySession(rollback.replace("TRUNCATE", "MEMORY"));

  context.diagnostic(JSON.stringify(counts));
  assert.ok(counts.damaged > 10);
});

test("an encrypted database holds no plain text and opens with its key only", async () => {
  const { probe, handles } = await probeWithTable(key + log);
  probe.run("INSERT INTO entry (words) VALUES ('sentinel-of-this-test');");
  const everything = () => Buffer.concat(handles.map((handle) => handle.content())).toString("latin1");
  const whileOpen = everything();
  probe.close();

  assert.ok(!whileOpen.includes("sentinel") && !everything().includes("sentinel"));
  assert.ok(!everything().startsWith("SQLite format 3"));
  probe.open(handles);
  assert.equal(probe.run(`${key.replace("7e", "7f")} SELECT count(*) FROM entry;`).code, code.notADatabase);
  probe.open(handles);
  assert.match(probe.run(`${key}${log} SELECT words FROM entry;`).rows, /sentinel-of-this-test\n$/);
});
