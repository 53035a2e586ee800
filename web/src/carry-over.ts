// SPDX-License-Identifier: MIT
// What older editions kept in the browser's own small storage moves into the store, once, and is let go of there only
// after the core has said that it is kept. What is in the store already is newer and stays. Knows no component.
import type { WorkplaceBody } from "../../wasm/src/api.gen.ts";
import { ask, store } from "./core.ts";
import { nowInstant, today } from "./device.ts";
import { keepEntry, keepSetting } from "./entries.ts";
import type { Kind } from "./entries.ts";
import { currentProfile, isGuest } from "./profiles.ts";

type Voice = WorkplaceBody["voice"];
type Texts = Readonly<Record<string, string>>;
const keyOf = (name: string) => `${currentProfile()}.${name}`;

let moving: Promise<void> | undefined;

/** Moves everything that is there. What cannot be read, or not be kept now, waits for the next time. */
export function carryOver(): Promise<void> {
  moving ??= moveAll().finally(() => (moving = undefined));
  return moving;
}

async function moveAll(): Promise<void> {
  if (store.value.state !== "open" || isGuest()) return;
  await move("practice", async (parsed) => {
    const kept = await keptSeries("practice");
    for (const [dilemma_id, option_id] of Object.entries(readTexts(parsed))) {
      const seriesId = `practice.${dilemma_id}`;
      if (!kept.has(seriesId)) await keepEntry("practice", { dilemma_id, option_id }, seriesId);
    }
  });
  await move("workplace.questions", async (parsed) => {
    const ids = Object.keys(readTexts(parsed));
    const isKept = (await keptSeries("setting")).has("setting.interview_questions");
    if (ids.length > 0 && !isKept) await keepSetting("interview_questions", ids.join(" "));
  });
  await move("workplace.past", async (parsed) => {
    for (const { date, voice, percent, known_count } of readResults(parsed)) {
      const look = { voice, on: date, answers: "", percent, known_count };
      await keepLook(look, `${date}T00:00:00Z`);
    }
  });
  await moveLooks();
}

/** The latest look says in whose voice a person goes on: so the one in the voice of then is the latest. */
async function moveLooks(): Promise<void> {
  const said = readVoice();
  const voices: Voice[] = ["organization", "seeker"];
  if (said === "organization") voices.reverse();
  for (const voice of voices) {
    const isLatest = voice === voices.at(-1);
    await move(`workplace.${voice}`, async (parsed) => {
      const lines = Object.entries(readTexts(parsed)).map(
        ([itemId, text]) => `${itemId} ${text === "unknown" ? "?" : text}`,
      );
      const look = { voice, on: today(), answers: lines.sort().join("\n") };
      if (lines.length > 0) await keepLook(look, isLatest ? nowInstant() : startOfDay());
    });
  }
  await move("workplace.voice", async () => {
    const isThere = (await keptLooks()).some(({ voice }) => voice === said);
    if (said && !isThere) await keepLook({ voice: said, on: today(), answers: "" }, nowInstant());
  });
}

const startOfDay = () => `${nowInstant().slice(0, 10)}T00:00:00Z`;

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

async function keptSeries(kind: Kind): Promise<Set<string>> {
  const { entries } = await ask("list_entries", { kind });
  return new Set(entries.map(({ series_id }) => series_id));
}

async function keptLooks(): Promise<WorkplaceBody[]> {
  const { entries } = await ask("list_entries", { kind: "workplace" });
  return entries.flatMap(({ body }) => (body && "voice" in body ? [body] : []));
}

/** Keeps a look, but not a second time when the page went away between keeping and letting go. */
async function keepLook(look: WorkplaceBody, notedAt: string): Promise<void> {
  const same = (there: WorkplaceBody) =>
    there.voice === look.voice &&
    there.answers === look.answers &&
    (there.percent ?? null) === (look.percent ?? null) &&
    (there.on === look.on || look.answers !== ""); // begun on one day, moved on another
  if (!(await keptLooks()).some(same))
    await keepEntry("workplace", look, crypto.randomUUID(), notedAt);
}

function readVoice(): Voice | null {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(keyOf("workplace.voice")) ?? "null");
    return isVoice(said) ? said : null;
  } catch {
    return null;
  }
}

const isVoice = (value: unknown): value is Voice => value === "organization" || value === "seeker";

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
  voice: Voice;
  /** Null: nothing was known. */
  percent: number | null;
  known_count: number;
}

function readResults(parsed: unknown): PastResult[] {
  if (!Array.isArray(parsed)) throw new TypeError("no results");
  return parsed.filter((row: Partial<PastResult> | null): row is PastResult => {
    const percent = row?.percent;
    return (
      isVoice(row?.voice) &&
      typeof row.date === "string" &&
      (percent === null || typeof percent === "number") &&
      typeof row.known_count === "number"
    );
  });
}
