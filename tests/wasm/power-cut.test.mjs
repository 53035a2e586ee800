// SPDX-License-Identifier: MIT
// The store survives a cut at every write and every flush: it opens, is whole, and holds every acknowledged answer.
// TRELLIS_CRASH_MIXTURES=150 runs the long version (more than 50,000 states).
import assert from "node:assert/strict";
import { test } from "node:test";
import { crashStates, recordedFiles } from "./crash.mjs";
import { openWasmCore } from "./open-core.mjs";
import { call, keptIds, ratings } from "./ratings.mjs";
import { MemoryHandle } from "./sources.mjs";

const mixtures = Number(process.env.TRELLIS_CRASH_MIXTURES ?? 2);
const exported_at = "2026-11-22T08:30:00Z";

/** Does `work` and notes in the log what was asked for and when it was acknowledged. */
function acknowledged(log, ids, work) {
  log.push({ kind: "asked", ids });
  work();
  log.push({ kind: "acknowledged", ids });
}

/** Someone's weeks in short: first start, answers, restart, a backup of another device, more answers, a clean end. */
async function recordedLife(images) {
  const { log, handles } = recordedFiles(images);
  const core = await openWasmCore({ database: null });
  const made = ratings(core, 7);
  const rateNext = () => {
    const rating = made.next().value;
    acknowledged(log, [rating.rating_id], () => call(core, "rate_competency", rating));
  };
  core.reopen("trellis.sqlite3", handles);
  for (let nth = 0; nth < 12; ++nth) rateNext();
  core.reopen("trellis.sqlite3", handles);
  const { document, ids } = await backupOfAnotherDevice(40);
  acknowledged(log, ids, () => call(core, "import_backup", { document }));
  for (let nth = 0; nth < 12; ++nth) rateNext();
  core.close();
  return log;
}

async function backupOfAnotherDevice(count) {
  const core = await openWasmCore({ database: ":memory:" });
  const made = ratings(core, 99);
  for (let nth = 0; nth < count; ++nth) call(core, "rate_competency", made.next().value);
  const { document } = call(core, "export_backup", { exported_at });
  return { document, ids: keptIds(core) };
}

/** What must and what may be there when the log was cut at `position`. */
function expectedAt(log, position) {
  const before = log.slice(0, position);
  const acked = new Set(before.filter(({ kind }) => kind === "acknowledged").flatMap(({ ids }) => ids));
  const asked = before.filter(({ kind }) => kind === "asked").at(-1)?.ids ?? [];
  return { old: [...acked].sort(), next: [...new Set([...acked, ...asked])].sort() };
}

/** Opens one state. @returns "old" | "new" | "lost" | "neither" | an error code */
function outcomeOf(core, images, { old, next }) {
  core.reopen("trellis.sqlite3", images.map((image) => new MemoryHandle(image)));
  const { store } = call(core, "about");
  if (store.state !== "open") return store.error.code;
  const kept = keptIds(core);
  if (kept.join() === old.join()) return "old";
  if (kept.join() === next.join()) return "new";
  return old.every((id) => kept.includes(id)) ? "neither" : "lost";
}

async function tryEveryCut(log, options) {
  const core = await openWasmCore({ database: null });
  const counts = {};
  for (const { position, kind, images } of crashStates(log, options)) {
    const outcome = outcomeOf(core, images, expectedAt(log, position));
    counts[kind] ??= {};
    counts[kind][outcome] = (counts[kind][outcome] ?? 0) + 1;
  }
  return counts;
}

const sumOf = (counts, wanted) =>
  Object.values(counts).flatMap(Object.entries).reduce((sum, [outcome, n]) => sum + (wanted(outcome) ? n : 0), 0);
const isGood = (outcome) => outcome === "old" || outcome === "new";

test("after a cut at any write or flush the store opens with every acknowledged answer", async (context) => {
  const log = await recordedLife();

  const counts = await tryEveryCut(log, { seed: 1, mixtures });

  context.diagnostic(`${log.length} log entries, ${sumOf(counts, () => true)} states: ${JSON.stringify(counts)}`);
  assert.equal(sumOf(counts, (outcome) => !isGood(outcome)), 0);
  assert.ok(sumOf(counts, (outcome) => outcome === "new") > 0, "some cut fell between flush and acknowledgement");
});

test("a cut while SQLite folds its log into the database by itself loses nothing", async (context) => {
  const { log, handles } = recordedFiles();
  const core = await openWasmCore({ database: null });
  core.reopen("trellis.sqlite3", handles);
  const logged = log.length;
  const findFolding = () => log.findIndex(({ kind, file }, at) => at >= logged && kind === "write" && file === 0);
  const made = ratings(core, 11);
  for (let after = 2; after > 0; after -= findFolding() < 0 ? 0 : 1) {
    const rating = made.next().value;
    acknowledged(log, [rating.rating_id], () => call(core, "rate_competency", rating));
  }

  const counts = await tryEveryCut(log, { seed: 4, mixtures: Math.ceil(mixtures / 2), from: findFolding() - 10 });

  context.diagnostic(`${log.length} log entries, ${sumOf(counts, () => true)} states: ${JSON.stringify(counts)}`);
  assert.equal(sumOf(counts, (outcome) => !isGood(outcome)), 0);
  assert.ok(sumOf(counts, () => true) > 100);
});

test("a store that was cut takes answers again and keeps them through the next cut", async (context) => {
  const life = await recordedLife();
  const states = [...crashStates(life, { seed: 2, mixtures: 1 })].filter((_, nth) => nth % 61 === 0);
  const core = await openWasmCore({ database: null });
  let tried = 0;

  for (const { position, images } of states) {
    const { log, handles } = recordedFiles(images);
    core.reopen("trellis.sqlite3", handles);
    const before = keptIds(core);
    const rating = ratings(core, 1000 + position).next().value;
    call(core, "rate_competency", rating);
    const after = [...before, rating.rating_id].sort();
    for (const second of crashStates(log, { images, seed: position, mixtures: 1 })) {
      const isAcked = second.position === log.length;
      const outcome = outcomeOf(core, second.images, { old: isAcked ? after : before, next: after });
      assert.ok(isGood(outcome), `cut at ${position}, then at ${second.position} (${second.kind}): ${outcome}`);
      ++tried;
    }
  }

  context.diagnostic(`${states.length} first cuts, ${tried} second cuts`);
});

test("control: the same check finds lost answers when flushes do nothing", async (context) => {
  const log = (await recordedLife()).filter(({ kind }) => kind !== "flush");

  const counts = await tryEveryCut(log, { seed: 1, mixtures: 1 });

  context.diagnostic(JSON.stringify(counts));
  assert.ok(sumOf(counts, (outcome) => !isGood(outcome)) > 100);
});
