// SPDX-License-Identifier: MIT
// The commands about growing, as a person meets them: ladder, plan, log, drift, agenda, on a database file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-growth-"));
after(() => rmSync(folder, { recursive: true }));
let databases = 0;

/** Commands on a database of their own. */
function newWorker() {
  const path = join(folder, `records-${++databases}.sqlite3`);
  return (...args) => {
    const done = spawnSync("build/native/trellis", [...args, "--db", path], { encoding: "utf8", env: { PATH: process.env.PATH } });
    return { status: done.status, out: done.stdout, err: done.stderr };
  };
}

test("the short form says its minutes and leaves out what is not for a young adult peer mentor", () => {
  const worker = newWorker();

  const short = worker("assess", "form", "--role", "role.yapm");
  const full = JSON.parse(worker("assess", "form", "--full", "--role", "role.yapm", "--json").out);

  assert.equal(short.status, 0);
  assert.match(short.out, /^Minutes it takes, about: [1-4]\n/);
  assert.deepEqual(full.left_out.map((item) => item.competency_id), ["D9.2"]);
});

test("the gap names what is met, what is open and what nothing is known about, each with where it comes from", () => {
  const worker = newWorker();
  worker("assess", "rate", "D13.1", "--level", "1");

  const { status, out } = worker("ladder", "gap", "r0");

  assert.equal(status, 0);
  assert.match(out, /what the role is and is not: met/);
  assert.match(out, /nothing\s+on record here/);
  assert.match(out, /Trellis default, a program may change\s+it/);
  assert.match(worker("ladder", "gap", "r3").out, /published: Kiva Centers/);
});

test("a program's own ladder is checked, kept and then used", () => {
  const worker = newWorker();
  const pack = {
    id: "ours", name: "Our steps", limits: "", side_steps: [],
    rungs: [{ id: "one", name: "First year", who: "", next: [], published: [],
      requirements: [{ id: "one.work", kind: "hours", text: "500 hours", basis: "published", source: "Our handbook", as_of: "2026", hours: 500 }] }],
  };
  const good = join(folder, "ladder.json");
  const bad = join(folder, "bad.json");
  writeFileSync(good, JSON.stringify(pack));
  writeFileSync(bad, JSON.stringify({ ...pack, secret: "words" }));

  const refused = worker("ladder", "use", bad);
  assert.notEqual(refused.status, 0);
  assert.match(refused.err, /not a ladder that Trellis can read/);
  assert.doesNotMatch(refused.err, /words/);

  assert.equal(worker("ladder", "use", good).status, 0);
  assert.match(worker("ladder", "show").out, /First year/);
  assert.match(worker("ladder", "gap", "one").out, /published: Our\s+handbook,\s+2026/);
});

test("a role or a step that is not known is not kept", () => {
  const worker = newWorker();

  assert.notEqual(worker("assess", "fit", "--role", "role.nonsense").status, 0);
  assert.notEqual(worker("assess", "fit", "--rung", "r99").status, 0);

  assert.equal(worker("assess", "form").status, 0);
  assert.equal(worker("assess", "fit", "--role", "any", "--form", "full").status, 0);
});

test("role, step and form are kept together, and told as one JSON document", () => {
  const worker = newWorker();

  const told = worker("assess", "fit", "--role", "any", "--rung", "r3", "--form", "full").out;
  const { entries } = JSON.parse(worker("assess", "fit", "--role", "any", "--form", "full", "--json").out);

  assert.match(told, /any\n.*r3\n.*full\n/);
  assert.deepEqual(entries.map(({ body }) => [body.name, body.value]), [["role_id", "any"], ["form", "full"]]);
});

test("a goal is added, done and hidden", () => {
  const worker = newWorker();

  const id = worker("plan", "add", "Say no kindly", "--next", "Practise once", "--due", "2026-12-20").out.trim().split(" ").at(-1);
  assert.match(worker("plan", "list").out, new RegExp(`${id}  open  2026-12-20\n.*Say no kindly`));
  worker("plan", "done", id);
  assert.match(worker("plan", "list").out, new RegExp(`${id}  done`));
  assert.match(worker("plan", "remove", id).out, /Hidden from now on/);
  assert.match(worker("plan", "list").out, /No goals yet/);
});

test("an id that fits none or several changes nothing", () => {
  const worker = newWorker();
  worker("plan", "add", "one");
  worker("plan", "add", "two");

  for (const id of ["", "zzzz"]) {
    const { status, err } = worker("plan", "remove", id);
    assert.equal(status, 2);
    assert.match(err, /Nothing was changed/);
  }
  assert.equal(JSON.parse(worker("plan", "list", "--json").out).entries.length, 2);
});

test("hours add up by kind, and the table opens in a spreadsheet without running anything", () => {
  const worker = newWorker();
  worker("log", "add", "work", "--minutes", "480", "--on", "2026-01-02", "--title", "=1+1");
  worker("log", "add", "work", "--minutes", "30", "--on", "2026-01-03");
  worker("log", "certificate", "CPS", "--renew-by", "2030-01-01", "--as", "certificate.cps");

  assert.match(worker("log", "totals").out, /^Work: 8 h 30 min;/);
  assert.match(worker("log", "totals").out, /CPS: renew by 2030-01-01/);
  const table = worker("log", "csv").out;
  assert.ok(table.startsWith("\ufeffwhat,on,minutes"));
  assert.match(table, /,'=1\+1,/);
});

test("a request finds its family, shows what one could say, and keeps none of the typed line", () => {
  const worker = newWorker();

  const added = worker("drift", "add", "drive people to appointments in the van", "--often", "often", "--did", "said_no");
  assert.match(added.out, /You could say:/);
  assert.match(added.out, /Source: /);
  const { entries } = JSON.parse(worker("drift", "list", "--json").out);
  assert.equal(entries[0].body.family, "transportation");
  assert.doesNotMatch(JSON.stringify(entries), /van/);

  worker("drift", "condition", "supervision", "1");
  assert.match(worker("drift", "patterns").out, /A matter for the workplace:/);
});

test("a request of no known family keeps nothing and lists the families", () => {
  const worker = newWorker();

  const { status, out } = worker("drift", "add", "zzz");

  assert.equal(status, 1);
  assert.match(out, /transportation/);
  assert.equal(JSON.parse(worker("drift", "list", "--json").out).entries.length, 0);
});

test("the page for supervision holds five points, each with one source", () => {
  const worker = newWorker();
  const points = (count) => Array.from({ length: count }, (_, i) => ["--point", `competency:D13.2=my words ${i}`]).flat();

  const page = worker("agenda", ...points(5));
  assert.equal(page.status, 0);
  assert.equal(page.out.match(/my words/g).length, 5);
  assert.equal(page.out.match(/Source:/g).length, 5);
  assert.match(page.out, /says nothing about hiring/);
  assert.match(worker("agenda", ...points(6)).err, /five points at most/);
});

/** A worker with one entry of each kind that has a random id, and these ids. */
function busyWorker() {
  const worker = newWorker();
  const keep = (...args) => worker(...args, "--json").out;
  const series = (text) => JSON.parse(text).entry.series_id;
  const ids = {
    plan: series(keep("plan", "add", "Say no kindly")),
    log: series(keep("log", "add", "work", "--minutes", "60")),
    drift: series(keep("drift", "add", "drive people to court in the van")),
    "second-view": series(keep("second-view", "agree", "D1.1", "Read one job description together")),
  };
  return { worker, ids };
}
const countOf = (worker) =>
  ["plan", "log", "drift", "second-view"].map((list) => JSON.parse(worker(list, "list", "--json").out).entries.length);

test("a command hides what its own list shows, and nothing of another kind", () => {
  const { worker, ids } = busyWorker();
  const hide = { plan: "remove", log: "remove", drift: "remove", "second-view": "withdraw" };

  for (const [group, verb] of Object.entries(hide))
    for (const other of Object.keys(ids).filter((name) => name !== group)) {
      const { status, err } = worker(group, verb, ids[other]);
      assert.equal(status, 2, `${group} ${verb}: ${other}`);
      assert.match(err, /Nothing was changed/);
    }
  assert.deepEqual(countOf(worker), [1, 1, 1, 1]);

  for (const [group, verb] of Object.entries(hide)) assert.equal(worker(group, verb, ids[group].slice(0, 8)).status, 0, group);
  assert.deepEqual(countOf(worker), [0, 0, 0, 0]);
});

test("what is no request is not shown as one, and is told in words", () => {
  const { worker, ids } = busyWorker();
  worker("drift", "condition", "pay", "2", "--note", "no raise");

  for (const id of ["condition.pay", ids.log, ids.plan]) {
    const { status, err } = worker("drift", "show", id);
    assert.equal(status, 2, id);
    assert.match(err, /no such entry/);
  }
  assert.equal(worker("drift", "remove", "condition.pa").status, 2, "a name is meant whole");
  assert.equal(worker("drift", "remove", "condition.pay").status, 0);
});

test("input that is refused ends with 1, whichever command meets it", () => {
  const worker = newWorker();

  for (const args of [["ladder", "here", "r99"], ["ladder", "gap", "r99"], ["plan", "add", "One", "--due", "soon"]]) {
    const { status, err } = worker(...args);
    assert.equal(status, 1, args.join(" "));
    assert.match(err, /\n {2}\S/);
    assert.doesNotMatch(err, /soon|r99/);
  }
});
