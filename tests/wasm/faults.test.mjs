// SPDX-License-Identifier: MIT
// Every call to storage is made to fail, once and for good, in every way seen in browsers: no answer is lost that was
// acknowledged, nothing is called saved that is not, and the error names what happened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faults, faultyHandles } from "./faulty.mjs";
import { openWasmCore } from "./open-core.mjs";
import { call, keptIds, ratings } from "./ratings.mjs";
import { MemoryHandle, memoryHandles } from "./sources.mjs";

const copyOf = (handles) => handles.map((handle) => new MemoryHandle(handle.content()));

/** Files of a store with a few answers, some of them still in the log. */
async function filesInUse(core) {
  const handles = memoryHandles();
  const made = ratings(core, 5);
  core.reopen("trellis.sqlite3", handles);
  for (let nth = 0; nth < 3; ++nth) call(core, "rate_competency", made.next().value);
  core.reopen("trellis.sqlite3", handles);
  for (let nth = 0; nth < 3; ++nth) call(core, "rate_competency", made.next().value);
  const images = copyOf(handles);
  const ids = keptIds(core);
  core.close();
  return { images, ids, made };
}

/** Opens, adds two answers, closes; notes what was acknowledged and what failed how. */
function useStore(core, handles, answers) {
  const seen = { acknowledged: [], codes: [] };
  core.reopen("trellis.sqlite3", handles);
  for (const answer of answers) {
    try {
      call(core, "rate_competency", answer);
      seen.acknowledged.push(answer.rating_id);
    } catch (error) {
      seen.codes.push(error.code);
    }
  }
  core.close();
  return seen;
}

for (const lasting of [false, true]) {
  test(`storage that fails ${lasting ? "for good" : "once"} loses no acknowledged answer`, async (context) => {
    const core = await openWasmCore({ database: null });
    const { images, ids, made } = await filesInUse(core);
    const answers = [made.next().value, made.next().value];
    const rehearsal = faultyHandles(copyOf(images));
    useStore(core, rehearsal.handles, answers);
    const codes = new Set();
    let tried = 0;

    for (const [number, method] of rehearsal.control.calls.entries()) {
      for (const [name, fault] of Object.entries(faults[method])) {
        const files = copyOf(images);
        const { handles, control } = faultyHandles(files);
        control.fail = (now, at) => (now === method && (lasting ? at >= number : at === number) ? fault : undefined);
        const seen = useStore(core, handles, answers);
        for (const code of seen.codes) codes.add(code);
        core.reopen("trellis.sqlite3", copyOf(files));

        const what = `${method} ${name} at call ${number}`;
        assert.equal(call(core, "about").store.state, "open", what);
        const kept = keptIds(core);
        assert.deepEqual([...ids, ...seen.acknowledged].filter((id) => !kept.includes(id)), [], what);
        assert.ok(kept.every((id) => ids.includes(id) || answers.some(({ rating_id }) => rating_id === id)), what);
        ++tried;
      }
    }

    context.diagnostic(`${rehearsal.control.calls.length} calls, ${tried} failures: ${[...codes].sort().join(", ")}`);
    assert.deepEqual([...codes].sort(), ["store.full", "store.io"]);
  });
}

test("an answer that could not be saved can be saved again once there is room", async () => {
  const core = await openWasmCore({ database: null });
  const { handles, control } = faultyHandles(memoryHandles());
  core.reopen("trellis.sqlite3", handles);
  const answer = ratings(core).next().value;
  control.fail = (method) => (method === "write" ? faults.write.quota : undefined);
  assert.throws(() => call(core, "rate_competency", answer), { code: "store.full" });

  control.fail = undefined;
  call(core, "rate_competency", answer);

  assert.deepEqual(keptIds(core), [answer.rating_id]);
});

test("while storage is full everything kept can still be read and exported", async () => {
  const core = await openWasmCore({ database: null });
  const { handles, control } = faultyHandles(memoryHandles());
  core.reopen("trellis.sqlite3", handles);
  const made = ratings(core);
  const kept = made.next().value;
  call(core, "rate_competency", kept);
  control.fail = (method) => (method === "write" || method === "flush" ? faults.write.nothing : undefined);

  assert.throws(() => call(core, "rate_competency", made.next().value), { code: "store.full" });

  assert.deepEqual(keptIds(core), [kept.rating_id]);
  assert.equal(call(core, "list_ratings").ratings.length, 1);
});
