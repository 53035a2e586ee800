// SPDX-License-Identifier: MIT
// What a supervision page can be made of: strengths first, then next steps, goals, requests, conditions, agreements.
import type { AgendaPoint } from "../../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../../i18n.ts";
import { useReading } from "../../reading.ts";
import { conditionItems } from "./condition-items.ts";
import { useEntries } from "../../entries.ts";
import { useFamilies } from "./families.ts";

export interface Topic extends AgendaPoint {
  /** What stands below, for telling alike ones apart. */
  about: string;
}

export interface TopicGroup {
  name: "strengths" | "steps" | "goals" | "drift" | "conditions" | "agreements";
  topics: readonly Topic[];
}

/** All that there is to choose from, with words that can be changed. */
export function useTopics(): readonly TopicGroup[] {
  const results = useReading("get_results", {});
  const families = useFamilies();
  const goals = useEntries("goal").all ?? [];
  const drift = useEntries("drift").all ?? [];
  const conditions = useEntries("condition").all ?? [];
  const agreements = useEntries("agreement").all ?? [];
  const { strengths, next_steps } =
    results.state === "ready" ? results.value : { strengths: [], next_steps: [] };
  return [
    {
      name: "strengths",
      topics: strengths.map((each) => topic("competency", each.competency_id, each.name)),
    },
    {
      name: "steps",
      topics: next_steps.map((each) =>
        topic("competency", each.competency_id, each.name, each.practice),
      ),
    },
    {
      name: "goals",
      topics: goals.map(({ series_id, body }) =>
        topic("goal", series_id, body.text, body.next_action),
      ),
    },
    {
      name: "drift",
      topics: drift.map(({ series_id, body }) =>
        topic(
          "drift",
          series_id,
          body.words || families.nameOf(body.family),
          `${families.nameOf(body.family)} · ${formatDate(body.on)}`,
        ),
      ),
    },
    {
      name: "conditions",
      topics: conditionItems
        .filter((item) => conditions.some(({ body }) => body.item === item && body.level !== null))
        .map((item) => topic("condition", item, t(`conditions.q_${item}`))),
    },
    {
      name: "agreements",
      topics: agreements.map(({ series_id, body }) =>
        topic("agreement", series_id, body.next_step, body.competency_id),
      ),
    },
  ];
}

function topic(kind: AgendaPoint["kind"], id: string, words: string, about = ""): Topic {
  return { kind, id, words, about };
}
