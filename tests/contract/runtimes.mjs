// SPDX-License-Identifier: MIT
// The same core in the runtimes that a Node test can drive: the command line (`trellis rpc`) and both wasm builds.
// The third, the native library itself, runs the same examples in tests/core/abi/contract_test.cpp.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCore, loadWholeCore } from "../wasm/open-core.mjs";
import { memoryHandles } from "../wasm/sources.mjs";

/** Answers of the command line to JSON-RPC request texts, sent one after the other to one process. */
export function callCommandLine(requests, { database }) {
  const folder = mkdtempSync(join(tmpdir(), "trellis-contract-"));
  try {
    const args = database ? ["rpc", "--db", join(folder, "records.sqlite3")] : ["rpc"];
    const done = spawnSync("build/native/trellis", args, {
      input: requests.map((request) => `${request}\n`).join(""),
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0) throw new Error(`trellis rpc ended with ${done.status}: ${done.stderr}`);
    return done.stdout.split("\n").filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lets `run` ask the wasm cores with request texts, as wasm/src/core-host.ts does. @returns all their answers */
export async function callWasm({ database }, run) {
  const [first, whole] = [await loadCore(), await loadWholeCore()];
  const open = database ? ["trellis.sqlite3", memoryHandles()] : [null];
  const texts = [];
  let core = first;
  core.reopen(...open);
  try {
    run((request) => {
      let text = core.call(request);
      if (text.includes('"detail":"whole"')) text = whole.call(request);
      if (text.includes('"detail":"whole store"')) {
        first.close();
        core = whole;
        core.reopen(...open);
        text = core.call(request);
      }
      return texts[texts.push(text) - 1];
    });
    return texts;
  } finally {
    first.close();
    whole.close();
  }
}

/** Answers of the whole core alone to the same requests. */
export async function callWholeCore(requests, { database }) {
  const core = await loadWholeCore();
  core.reopen(...(database ? ["trellis.sqlite3", memoryHandles()] : [null]));
  try {
    return requests.map((request) => core.call(request));
  } finally {
    core.close();
  }
}
