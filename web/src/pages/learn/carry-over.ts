// SPDX-License-Identifier: MIT
// What older editions kept in the browser's own small storage moves into the store, once, and is let go of there only
// after the core has said that it is kept. Knows no component.
import type { WorkplaceBody } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { today } from "../../device.ts";
import { currentProfile } from "../../profiles.ts";
import { keepEntry, keepSetting } from "../../entries.ts";
import { mayKeep } from "./kept.ts";

const keyOf = (name: string) => `${currentProfile()}.${name}`;
type Texts = Readonly<Record<string, string>>;

/** Moves everything that is there. What cannot be read, or not be kept now, waits for the next time. */
export async function carryOver(): Promise<void> {
  if (!mayKeep()) return;
  await move("practice", async (parsed) => {
    for (const [dilemma_id, option_id] of Object.entries(readTexts(parsed)))
      await keepEntry("practice", { dilemma_id, option_id }, `practice.${dilemma_id}`);
  });
  for (const voice of ["organization", "seeker"] as const)
    await move(`workplace.${voice}`, async (parsed) => {
      const lines = Object.entries(readTexts(parsed)).map(
        ([itemId, said]) => `${itemId} ${said === "unknown" ? "?" : said}`,
      );
      if (lines.length > 0)
        await keepLook({ voice, on: today(), answers: lines.sort().join("\n") });
    });
  await move("workplace.past", async (parsed) => {
    for (const { date, voice, percent, known_count } of readResults(parsed))
      await keepLook({ voice, on: date, answers: "", percent, known_count });
  });
  await move("workplace.questions", async (parsed) => {
    const ids = Object.keys(readTexts(parsed));
    if (ids.length > 0) await keepSetting("interview_questions", ids.join(" "));
  });
  await move("workplace.voice", () => Promise.resolve()); // the latest look says the voice
}

async function move(name: string, keep: (parsed: unknown) => Promise<void>): Promise<void> {
  try {
    const text = localStorage.getItem(keyOf(name));
    if (text === null) return;
    await keep(JSON.parse(text));
    localStorage.removeItem(keyOf(name));
  } catch {
    // It stays where it is.
  }
}

/** Keeps a look, but not a second time when the page went away between keeping and letting go. */
async function keepLook(body: WorkplaceBody): Promise<void> {
  const { entries } = await ask("list_entries", { kind: "workplace" });
  const isThere = entries.some(
    ({ body: there }) =>
      there &&
      "voice" in there &&
      there.voice === body.voice &&
      there.answers === body.answers &&
      (there.on === body.on || body.answers !== ""),
  );
  if (!isThere) await keepEntry("workplace", body);
}

/** A record of texts, from what was parsed. @throws on anything else */
function readTexts(parsed: unknown): Texts {
  if (parsed === null || typeof parsed !== "object") throw new TypeError("no record");
  const rows: [string, unknown][] = Object.entries(parsed);
  return Object.fromEntries(
    rows.filter((row): row is [string, string] => typeof row[1] === "string"),
  );
}

interface PastResult {
  date: string;
  voice: WorkplaceBody["voice"];
  percent: number;
  known_count: number;
}

function readResults(parsed: unknown): PastResult[] {
  if (!Array.isArray(parsed)) throw new TypeError("no results");
  return parsed.filter((row: Partial<PastResult> | null): row is PastResult => {
    const isVoice = row?.voice === "organization" || row?.voice === "seeker";
    return (
      isVoice &&
      typeof row.date === "string" &&
      typeof row.percent === "number" &&
      typeof row.known_count === "number"
    );
  });
}
