// SPDX-License-Identifier: MIT
// Every bit of the headers of the store's files is flipped in turn: either all answers are there, or the store is
// refused with a reason and the files stay byte for byte what they were. Never a silent empty database.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openWasmCore } from "./open-core.mjs";
import { call, keptIds, ratings } from "./ratings.mjs";
import { MemoryHandle, memoryHandles } from "./sources.mjs";

const databaseHeadBytes = 100;
const logHeadBytes = 32;
const core = await openWasmCore({ database: null });

/** A store in use for the second time: answers in the database and, until it is closed, in the log. */
function storeInUse({ isClosed }) {
  const handles = memoryHandles();
  const made = ratings(core, 5);
  for (let visit = 0; visit < 2; ++visit) {
    core.reopen("trellis.sqlite3", handles);
    for (let nth = 0; nth < 3; ++nth) call(core, "rate_competency", made.next().value);
  }
  const ids = keptIds(core);
  const left = handles.map((handle) => handle.content());
  core.close();
  return { images: isClosed ? handles.map((handle) => handle.content()) : left, ids };
}

/** Opens the files with one bit flipped. @returns "whole", or the code of the error */
function openFlipped({ images, ids }, file, bit) {
  const flipped = images.map((image) => image.slice());
  flipped[file][bit >> 3] ^= 1 << (bit & 7);
  const handles = flipped.map((image) => new MemoryHandle(image));
  core.reopen("trellis.sqlite3", handles);
  const { store } = call(core, "about");
  if (store.state === "open") {
    assert.deepEqual(keptIds(core), ids, `file ${file}, bit ${bit}`);
    core.close();
    return "whole";
  }
  core.close();
  assert.equal(store.state, "failed", `file ${file}, bit ${bit}`);
  assert.deepEqual(handles.map((handle) => handle.content()), flipped, `file ${file}, bit ${bit}`);
  return store.error.code;
}

for (const [name, isClosed, file, bytes] of [
  ["the database, closed", true, 0, databaseHeadBytes],
  ["the database, with a log beside it", false, 0, databaseHeadBytes],
  ["the log", false, 2, logHeadBytes],
]) {
  test(`no flipped bit in the header of ${name} gives an empty or a changed store`, (context) => {
    const store = storeInUse({ isClosed });
    assert.ok(store.images[file].length > bytes && store.ids.length === 6);
    const counts = {};

    for (let bit = 0; bit < bytes * 8; ++bit) {
      const outcome = openFlipped(store, file, bit);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }

    context.diagnostic(`${bytes * 8} bits: ${JSON.stringify(counts)}`);
    assert.ok(counts["store.damaged"] > 0);
  });
}
