// SPDX-License-Identifier: MIT
// Ratings by JSON-RPC for the tests of the store in wasm: made the same way each time, read back by id.
import { randomFrom } from "./crash.mjs";

/** Calls a method and gives back its result; an error of the core is thrown as { code }. */
export function call(core, method, params = {}) {
  const request = { jsonrpc: "2.0", id: 1, method, params: { locale: "en", ...params } };
  const { result, error } = JSON.parse(core.call(JSON.stringify(request)));
  if (error) throw Object.assign(new Error(error.data.code), { code: error.data.code, data: error.data });
  return result;
}

/** An endless row of different, valid ratings; the same row for the same seed. */
export function* ratings(core, seed = 1) {
  const random = randomFrom(seed);
  const ids = call(core, "get_framework").framework.competencies.map(({ id }) => id);
  for (let nth = 0; ; ++nth) {
    const hex = [...Array(32)].map(() => Math.floor(random() * 16).toString(16)).join("");
    yield {
      rating_id: hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5"),
      competency_id: ids[Math.floor(random() * ids.length)],
      answer: "level",
      level: 1 + Math.floor(random() * 5),
      note: "note ".repeat(Math.floor(random() * 200)),
      rated_at: new Date(Date.UTC(2026, 10, 1) + nth * 60_000).toISOString().replace(".000", ""),
    };
  }
}

/** Ids of everything kept, sorted. */
export function keptIds(core) {
  const { document } = call(core, "export_backup", { exported_at: "2026-11-22T08:30:00Z" });
  return JSON.parse(document).ratings.map(({ rating_id }) => rating_id).sort();
}
