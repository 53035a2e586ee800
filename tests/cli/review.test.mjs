// SPDX-License-Identifier: MIT
// Postings in a shared process: what makes a run fail, what one has accepted with a reason, and why a rule says so.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "trellis-review-"));
after(() => rmSync(folder, { recursive: true }));

const trellis = (...args) => spawnSync("build/native/trellis", args, { encoding: "utf8" });
const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const conflicting = "Transport clients to appointments in the van";

test("--fail-on decides which findings make a run fail, never which are shown", () => {
  const conflict = write("conflict.txt", `${conflicting}\n`);
  const depends = write("depends.txt", "Go to court with her because she asked\n");

  const statuses = (file) => ["depends", "conflict", "never"].map((level) => trellis("check", "posting", file, "--fail-on", level).status);

  assert.deepEqual(statuses(conflict), [1, 1, 0]);
  assert.deepEqual(statuses(depends), [1, 0, 0]);
  assert.match(trellis("check", "posting", conflict, "--fail-on", "never").stdout, /Not a peer task/);
  assert.equal(trellis("check", "posting", conflict, "--fail-on", "sometimes").status, 2);
});

test("an accepted finding no longer fails a run, and is still shown with date and reason", () => {
  const file = write("accepted.txt", `Duties\n${conflicting}\n`);
  const accepted = join(folder, "accepted.json");
  const check = () => trellis("check", "posting", file, "--suppressions", accepted, "--fail-on", "conflict");

  const before = trellis("check", "posting", file).status;
  const done = trellis("suppress", file, "--rule", "T.DRIVER", "--line", "2", "--reason", "Van is for groups", "--suppressions", accepted);
  const after = check();

  assert.deepEqual([before, done.status, after.status], [1, 0, 0], done.stderr + after.stderr);
  assert.match(after.stdout, /\d{4}-\d{2}-\d{2}: Van is for groups/);
});

test("an accepted finding counts again when its line has changed", () => {
  const file = write("changed.txt", `${conflicting}\n`);
  const accepted = join(folder, "changed.json");
  trellis("suppress", file, "--rule", "T.DRIVER", "--line", "1", "--reason", "Van is for groups", "--suppressions", accepted);

  writeFileSync(file, "Transport clients anywhere, any time\n");

  assert.equal(trellis("check", "posting", file, "--suppressions", accepted).status, 1);
});

test("what the accepted file keeps does not repeat the posting", () => {
  const file = write("private.txt", `${conflicting} of Ana\n`);
  const accepted = join(folder, "private.json");
  trellis("suppress", file, "--rule", "T.DRIVER", "--line", "1", "--reason", "Van is for groups", "--suppressions", accepted);

  assert.doesNotMatch(readFileSync(accepted, "utf8"), /Ana|Transport/);
});

test("only a finding that is there can be accepted, and nothing is written else", () => {
  const file = write("none.txt", `${conflicting}\n`);
  const accepted = join(folder, "none.json");

  for (const [rule, line] of [["T.FUNDS", "1"], ["T.DRIVER", "9"], ["T.NONE", "1"]]) {
    const done = trellis("suppress", file, "--rule", rule, "--line", line, "--reason", "because", "--suppressions", accepted);
    assert.equal(done.status, 2, `${rule} ${line}`);
    assert.notEqual(done.stderr, "");
  }
  assert.equal(existsSync(accepted), false);
});

test("a broken file of accepted findings is refused in words and left as it is", () => {
  const file = write("fine.txt", `${conflicting}\n`);
  const broken = write("broken.json", "{ not json");

  const done = trellis("check", "posting", file, "--suppressions", broken);

  assert.equal(done.status, 2);
  assert.match(done.stderr, /\w+ \w+/);
  assert.equal(readFileSync(broken, "utf8"), "{ not json");
});

test("explain tells reason, source and examples of a rule, and names the way out for an unknown one", () => {
  const known = trellis("explain", "T.DRIVER");
  const unknown = trellis("explain", "T.NOTHING");

  assert.equal(known.status, 0);
  assert.match(known.stdout, /control of when and where/);
  assert.match(known.stdout, /brief2019\.outrole\.7/);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /trellis rules/);
});
