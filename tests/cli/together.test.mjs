// SPDX-License-Identifier: MIT
// The commands for two and for many, and the items of leaders: second-view, group, assess form --further.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-together-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = (name) => join(folder, `${++files}-${name}`);

function trellis(...args) {
  const done = spawnSync("build/native/trellis", args, { encoding: "utf8", env: { PATH: process.env.PATH } });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/** Commands on a database of their own. */
function newWorker() {
  const path = newPath("records.sqlite3");
  return (...args) => trellis(...args, "--db", path);
}

function write(name, text) {
  const path = newPath(name);
  writeFileSync(path, text);
  return path;
}

/** A worker with D1.1 at 5 and SV1 at 1, and the file that asks about both. */
function askedWorker() {
  const worker = newWorker();
  worker("assess", "rate", "D1.1", "--level", "5");
  worker("assess", "rate", "SV1", "--level", "1");
  const request = newPath("request.json");
  assert.equal(worker("second-view", "ask", "SV1", "D1.1", "-o", request).status, 0);
  return { worker, request };
}

function answer(request, ...levels) {
  const path = newPath("answer.json");
  const done = trellis("second-view", "answer", request, ...levels.flatMap((level) => ["--level", level]), "-o", path);
  assert.equal(done.status, 0, done.err);
  return path;
}

test("the file for a second view shows the questions and not the levels of the one who asks", () => {
  const { request } = askedWorker();

  const shown = trellis("second-view", "show", request);

  assert.match(shown.out, /SV1 I give each peer worker a clear/);
  assert.match(shown.out, /are not in this file/);
  const { commitment, ...rest } = JSON.parse(readFileSync(request, "utf8"));
  assert.match(commitment, /^sha256:[0-9a-f]{64}$/);
  assert.equal(rest.purpose, "For growth, never for hiring.");
  assert.deepEqual(Object.keys(rest).sort(), ["answers", "document_id", "format", "format_version", "items", "purpose"]);
  assert.deepEqual(rest.answers, []);
  for (const item of rest.items) assert.deepEqual(Object.keys(item).sort(), ["competency_id", "statement"]);
});

test("J7.6: both views stand side by side, the widest difference first, and merge to equal bytes in either order", () => {
  const { worker, request } = askedWorker();
  const [one, two] = [answer(request, "D1.1=4", "SV1=4"), answer(request, "D1.1=-", "SV1=1")];

  const compared = worker("second-view", "compare", one);
  const [left, right] = [trellis("second-view", "merge", one, two), trellis("second-view", "merge", two, one)];

  assert.match(compared.out, /1 {2}4 {2}SV1 Role clarity {2}two levels apart or more\n.* 5 {2}4 {2}D1\.1/);
  assert.equal(left.out, right.out);
  assert.equal(Object.keys(JSON.parse(left.out).answers).length, 2);
});

test("a request that was withdrawn is not compared, and an agreed next step is kept", () => {
  const { worker, request } = askedWorker();
  const back = answer(request, "D1.1=4", "SV1=4");
  assert.equal(worker("second-view", "agree", "SV1", "Read one job description together").status, 0);
  const [id] = worker("second-view", "list").out.match(/^[0-9a-f]{8}(?= {2}asked for)/m);

  assert.equal(worker("second-view", "withdraw", id).status, 0);

  const refused = worker("second-view", "compare", back);
  assert.equal(refused.status, 1);
  assert.match(refused.err, /withdrawn/);
  const listed = worker("second-view", "list").out;
  assert.doesNotMatch(listed, /asked for/);
  assert.match(listed, /agreed {2}SV1\n.*Read one job description/);
});

test("a level that is none is refused in words, and nothing is written", () => {
  const { request } = askedWorker();

  for (const level of ["D1.1=6", "D1.1", "D1.1=", "D1.1=33"]) {
    const { status, out, err } = trellis("second-view", "answer", request, "--level", level);
    assert.equal(status, 2, level);
    assert.equal(out, "");
    assert.match(err, /with 1 to 5/);
  }
});

// Six lines in two files. D1.1: levels 1, 1, 2, 5, 5, and one left out: five levels, so 2 1 0 0 2. D2.1: four levels.
test("a group is counted from files, and an item with four levels is not shown", () => {
  const morning = write("morning.txt", "TG1 D1.1=1 D2.1=3\nTG1 D1.1=1 D2.1=3\r\n\nTG1 D1.1=- D2.1=3\n");
  const evening = write("evening.txt", "TG1 D1.1=5 D2.1=3\nTG1 D1.1=2\nTG1 D1.1=5");

  const { out } = trellis("group", "tally", morning, evening);

  assert.match(out, /^ {3}2 {3}1 {3}0 {3}0 {3}2 {3}D1\.1 /m);
  assert.match(out, /fewer than five {3}D2\.1 /);
  assert.equal(trellis("group", "tally", evening, morning).out, out);
  assert.equal(trellis("group", "tally", morning, evening, "--json").out, trellis("group", "tally", evening, morning, "--json").out);
});

test("one person's line holds items and levels and nothing else, and the paper has the same numbers", () => {
  assert.equal(trellis("group", "line", "--level", "SV1=-", "--level", "D1.1=3").out, "TG1 D1.1=3 SV1=-\n");
  const paper = trellis("group", "paper");
  assert.equal(paper.out.match(/^ *D\d+\.\d /gm).length, 12);
  assert.match(trellis("--lang", "es", "group", "paper", "SV1").out, /SV1 Doy a cada par/);
});

test("a supervisor rates the items of supervisors; the results and the ladder follow, and those for all stay apart", () => {
  const worker = newWorker();
  worker("assess", "fit", "--role", "role.supervisor", "--form", "further");
  worker("ladder", "here", "r4");
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) worker("assess", "rate", `SV${number}`, "--level", "3");

  const form = JSON.parse(worker("assess", "form", "--json").out);

  assert.deepEqual(form.items.map((item) => item.competency_id), [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `SV${number}`));
  assert.match(worker("assess", "results").out, /3\.0 {2}8\/8 {2}Supervisor of peer workers/);
  assert.equal(JSON.parse(worker("assess", "results", "--json").out).rated_count, 0);
  assert.match(worker("ladder", "gap").out, /Every supervisor competency at level 3: met \(8 of 8 competencies\)/);
});

test("a program's own items are rated, planned and compared with its own steps", () => {
  const worker = newWorker();
  const pack = {
    id: "house", name: "Our steps", limits: "", side_steps: [],
    rungs: [{ id: "one", name: "First year", who: "", next: [], published: [],
      requirements: [{ id: "one.night", kind: "competency", text: "Night shifts at level 3", basis: "trellis_default", scope: "KC", level: 3 }] }],
    domains: [{ id: "KC", name: "Our house" }],
    competencies: [{ id: "KC1", domain: "KC", name: "Night shift", statement: "I sit with people at night.", practice: "Ask what helps.",
      levels: ["one", "two", "three", "four", "five"] }],
  };
  assert.equal(worker("assess", "rate", "KC1", "--level", "2").status, 2);

  assert.equal(worker("ladder", "use", write("pack.json", JSON.stringify(pack))).status, 0);

  assert.equal(worker("assess", "rate", "KC1", "--level", "2").status, 0);
  assert.match(worker("ladder", "gap", "one").out, /KC1 Night shift: 2 > 3\. Ask what helps\./);
  assert.match(worker("assess", "form", "--further").out, /KC1 I sit with people at night/);
  worker("ladder", "ours");
  assert.match(worker("ladder", "show").out, /Certified peer worker/);
  assert.match(worker("assess", "list").out, /KC1 {2}level 2/, "what was answered stays");
});

test("a note that seems to point to a person is kept, with a hint", () => {
  const worker = newWorker();

  const { status, err } = worker("assess", "rate", "D1.1", "--level", "3", "--note", "Called Mr. Lopez, 617-555-0123");

  assert.equal(status, 0);
  assert.match(err, /may point to a person/);
  assert.match(worker("assess", "history", "D1.1").out, /Mr\. Lopez/);
});

test("one request shows what to say and where it comes from; what could go on the page is listed and nothing is on it", () => {
  const worker = newWorker();
  worker("drift", "add", "drive people to court in the van", "--did", "said_no");
  worker("drift", "condition", "pay", "2", "--note", "no raise in three years");
  const [id] = worker("drift", "list").out.split(" ");

  const shown = worker("drift", "show", id);
  const topics = worker("agenda");

  assert.match(shown.out, /You could say:/);
  assert.match(shown.out, /Source: /);
  assert.match(topics.out, /Nothing is on the page yet/);
  const [, point] = topics.out.match(/(drift:[0-9a-f-]{36})/);
  assert.match(worker("agenda", "--point", `${point}=The van again`).out, /1\. +The van again/);
  assert.match(worker("drift", "conditions").out, /2 {2}pay {2}no raise/);
  assert.ok(worker("drift", "csv").out.startsWith("\ufeffon,family"));
});

test("an item that is named twice is refused, and nothing is written", () => {
  const { request } = askedWorker();
  const path = newPath("answer.json");

  const levels = ["D1.1=3", "SV1=2", "D1.1=5"].flatMap((level) => ["--level", level]);
  const { status, err } = trellis("second-view", "answer", request, ...levels, "-o", path);

  assert.equal(status, 2);
  assert.match(err, /twice/);
  assert.ok(!existsSync(path));
  assert.equal(trellis("group", "line", "--level", "D1.1=3", "--level", "D1.1=3").status, 2);
});

test("a level for an item that the file does not ask about is refused, and nothing is written", () => {
  const { request } = askedWorker();
  const path = newPath("answer.json");

  for (const id of ["D1.2", "D1.99", "my words"]) {
    const { status, err } = trellis("second-view", "answer", request, "--level", "D1.1=3", "--level", `${id}=3`, "-o", path);
    assert.equal(status, 2, id);
    assert.match(err, /does not know this skill\. .*\n {2}\S/);
    assert.doesNotMatch(err, /my words/);
  }
  assert.ok(!existsSync(path));
});

test("of several files an error names the one that is wrong", () => {
  const { worker, request } = askedWorker();
  const [good, bad] = [answer(request, "D1.1=4"), write("bad.json", "{}")];
  const [lines, wrong] = [write("lines.txt", "TG1 D1.1=1"), write("wrong.txt", "TG1 D1.1=9")];

  for (const done of [trellis("second-view", "merge", bad, good), worker("second-view", "compare", bad, good), trellis("group", "tally", wrong, lines)]) {
    assert.equal(done.status, 1);
    assert.match(done.err, /^trellis: \S*(bad\.json|wrong\.txt): /);
    assert.doesNotMatch(done.err, /answer\.json|lines\.txt/);
  }
  const other = answer(askedWorker().request, "D1.1=4");
  const apart = trellis("second-view", "merge", good, other);
  assert.equal(apart.status, 1);
  assert.doesNotMatch(apart.err, /answer\.json/, "neither file is wrong by itself");
});

test("a document that cannot be written is printed, so that it is not lost", () => {
  const worker = newWorker();

  const { status, out, err } = worker("second-view", "ask", "D1.1", "-o", join(folder, "no", "such", "folder.json"));

  assert.equal(status, 2);
  assert.match(err, /could not be written/);
  assert.equal(trellis("second-view", "show", write("printed.json", out)).status, 0);
});

test("a file is written whole or not at all: no other file is touched, and a link stays a link", () => {
  const { worker } = askedWorker();
  const path = newPath("backup.json");
  writeFileSync(`${path}.part`, "mine");
  const target = write("target.json", "older");
  const link = newPath("link.json");
  symlinkSync(target, link);
  const place = mkdtempSync(join(folder, "place-"));

  const statuses = [path, link, place, ""].map((output) => worker("backup", "export", output).status);

  assert.deepEqual(statuses, [0, 0, 2, 2], "a folder and no name at all are refused");
  assert.equal(readFileSync(`${path}.part`, "utf8"), "mine");
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(JSON.parse(readFileSync(target, "utf8")).format, JSON.parse(readFileSync(path, "utf8")).format);
  const beside = readdirSync(folder).filter((name) => name.startsWith(basename(place)) || name.startsWith(basename(path)));
  assert.deepEqual(beside.sort(), [basename(path), `${basename(path)}.part`, basename(place)].sort());
});

test("with a name for the file it is written, also when the answer is JSON", () => {
  const { worker } = askedWorker();
  const path = newPath("asked.json");

  assert.equal(worker("second-view", "ask", "D1.1", "-o", path, "--json").status, 0);

  assert.equal(JSON.parse(readFileSync(path, "utf8")).format, "trellis-second-view");
});

test("a file for a second view whose items are in another order is not compared", () => {
  const { worker, request } = askedWorker();
  const path = answer(request, "SV1=4", "D1.1=2");
  const document = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...document, items: document.items.toReversed() }));

  const { status, out } = worker("second-view", "compare", path);

  assert.equal(status, 1);
  assert.equal(out, "");
});

test("an empty file is no ladder, and a database that is none is not passed over", () => {
  const empty = write("empty.json", "");
  const junk = write("junk.db", "this is no database, whatever its name says".repeat(40));

  assert.equal(trellis("ladder", "show", "--pack", empty).status, 1);
  assert.equal(newWorker()("ladder", "gap", "--pack", empty).status, 1);
  for (const command of [["ladder", "show"], ["assess", "list"], ["assess", "results"]])
    assert.equal(trellis(...command, "--db", junk).status, 1, command.join(" "));
});

test("words that were not understood are not repeated", () => {
  for (const args of [["plan", "add", "goal", "about", "Juan", "--db", newPath("a.db")], ["assess", "rate", "D1.1", "--level", "Juan", "--db", newPath("a.db")]]) {
    const { status, out, err } = trellis(...args);
    assert.equal(status, 2);
    assert.doesNotMatch(out + err, /Juan/);
    assert.match(err, /were not understood/);
  }
});

test("a file with levels is for its owner only; accepted findings are for the team", () => {
  const { request } = askedWorker();
  const [answered, accepted] = [newPath("answer.json"), newPath("accepted.json")];
  const openHanded = (...args) => spawnSync("sh", ["-c", 'umask 022; exec build/native/trellis "$@"', "sh", ...args], { encoding: "utf8" });

  assert.equal(openHanded("second-view", "answer", request, "--level", "D1.1=2", "-o", answered).status, 0);
  const posting = write("posting.txt", "Drive clients to appointments\n");
  const suppressed = openHanded("suppress", posting, "--rule", "T.DRIVER", "--line", "1", "--reason", "agreed", "--suppressions", accepted);

  assert.equal(statSync(answered).mode & 0o077, 0);
  assert.equal(suppressed.status, 0, suppressed.stderr);
  assert.equal(statSync(accepted).mode & 0o044, 0o044);
});

test("a form on paper with an item that is not known is refused, not printed without it", () => {
  for (const form of [[], ["--json"]]) {
    const { status, out, err } = trellis("group", "paper", "D1.1", "D9.9", ...form);

    assert.equal(status, 2);
    assert.equal(out, "");
    assert.match(err, /does not know this skill/);
  }
});

test("nothing in a program's own ladder steers the terminal", () => {
  const worker = newWorker();
  const steering = (text) => `\u001b[2J${text}`;
  const pack = {
    id: "house", name: steering("Our steps"), limits: steering("limits"), side_steps: [],
    rungs: [{ id: steering("one"), name: steering("First year"), who: "", next: [], published: [],
      requirements: [{ id: "one.night", kind: "competency", text: steering("Night shifts"), basis: "trellis_default", scope: "KC", level: 3 }] }],
    domains: [{ id: "KC", name: steering("Our house") }],
    competencies: [{ id: "KC1", domain: "KC", name: steering("Night shift"), statement: steering("I sit with people"),
      practice: steering("Ask"), levels: ["one", "two", "three", "four", "five"].map(steering) }],
  };
  assert.equal(worker("ladder", "use", write("steering.json", JSON.stringify(pack))).status, 0);
  worker("assess", "rate", "KC1", "--level", "2");

  for (const command of [["ladder", "show"], ["ladder", "gap", steering("one")], ["assess", "items", "--further"], ["assess", "form", "--further"],
    ["assess", "results"], ["assess", "list"], ["group", "paper", "KC1"]]) {
    const { status, out } = worker(...command);
    assert.equal(status, 0, command.join(" "));
    assert.ok(out.length > 0 && !out.includes("\u001b"), command.join(" "));
  }
});
