// SPDX-License-Identifier: MIT
// Every input that the fuzzers keep (tests/fuzz/corpus) runs through the sanitised core: no crash, no leak, no broken rule.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";

for (const target of ["request", "backup", "posting", "rules", "pack", "ladder", "second_view", "group_line"]) {
  test(`the kept inputs of ${target} break nothing`, () => {
    const folder = `tests/fuzz/corpus/${target}`;
    const files = readdirSync(folder).map((name) => `${folder}/${name}`);

    const done = spawnSync(`build/asan/tests/fuzz/fuzz_${target}`, files, { encoding: "utf8" });

    assert.equal(done.status, 0, done.stderr.slice(-4000));
    assert.equal([...done.stderr.matchAll(/^Executed /gm)].length, files.length);
  });
}
