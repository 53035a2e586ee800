// SPDX-License-Identifier: MIT
// What is kept in memory only, taken from one core to another by way of a backup. Keeps nothing itself.
import type { Core } from "./core.ts";

/**
 * Opens a store in memory in `to` and puts everything there that `from` keeps in memory.
 * @returns false where not all of it came over; `to` is without a store then, and `from` as it was
 */
export function carryOver(from: Core, to: Core): boolean {
  const exportedAt = new Date().toISOString().replace(/\.\d+/, "");
  const document = ask(from, "export_backup", { exported_at: exportedAt })?.document;
  to.reopen(":memory:");
  const isWhole = document !== undefined && ask(to, "import_backup", { document }) !== undefined;
  if (!isWhole) to.reopen(null);
  return isWhole;
}

/** @returns the result; undefined where the core answers with an error */
function ask(core: Core, method: string, params: object): { document?: string } | undefined {
  const request = { jsonrpc: "2.0", id: 0, method, params: { locale: "en", ...params } };
  return JSON.parse(core.call(JSON.stringify(request))).result;
}
