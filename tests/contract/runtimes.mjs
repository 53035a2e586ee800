// SPDX-License-Identifier: MIT
// The same core in two runtimes that a Node test can drive: the command line (`trellis rpc`) and the wasm build.
// The third, the native library itself, runs the same examples in tests/core/abi/contract_test.cpp.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWholeCore, openWasmCore } from "../wasm/open-core.mjs";

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

/** Lets `run` ask the wasm core with request texts. @returns all its answers */
export async function callWasm({ database }, run) {
  const core = await openWasmCore({ database: database ? "trellis.sqlite3" : null });
  const whole = await loadWholeCore();
  const texts = [];
  try {
    run((request) => {
      const text = core.call(request);
      texts.push(text.includes('"detail":"whole"') ? whole.call(request) : text); // as wasm/src/core-host.ts does
      return texts.at(-1);
    });
    return texts;
  } finally {
    core.close();
    whole.close();
  }
}
