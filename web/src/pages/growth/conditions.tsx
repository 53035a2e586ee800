// SPDX-License-Identifier: MIT
// The job around the person: four questions, each kept as it is answered, never summed. Low answers beside repeated
// requests are told as a matter of the workplace.
import { useSignal } from "@preact/signals";
import type { ConditionBody } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { conditionItems, conditionLevels, levelWords } from "./condition-items.ts";
import { Staffing } from "./drift-patterns.tsx";
import { changes, keepEntry, saving, useEntries } from "../../entries.ts";
import { Chips } from "./fields.tsx";

export function ConditionsPage() {
  const { all, failure } = useEntries("condition");
  const patterns = useReading("get_drift_patterns", { today: today() }, changes.value);
  return (
    <>
      <PageHeading page={t("conditions.title")}>{t("conditions.title")}</PageHeading>
      <p class="lead">{t("conditions.lead")}</p>
      {failure && <Failure failure={failure} />}
      {conditionItems.map((item) => (
        <Question key={item} item={item} kept={all?.find(({ body }) => body.item === item)?.body} />
      ))}
      {patterns.state === "ready" && <Staffing findings={patterns.value.staffing} />}
      <div class="actions">
        <a class="button" href={hrefOf({ name: "grow", view: "drift" })}>
          {t("grow.drift_title")}
        </a>
        <a class="button" href={hrefOf({ name: "grow", view: "agenda" })}>
          {t("grow.agenda_title")}
        </a>
      </div>
    </>
  );
}

interface QuestionProps {
  item: ConditionBody["item"];
  kept: ConditionBody | undefined;
}

function Question({ item, kept }: QuestionProps) {
  const save = useSignal<State>({ kind: "idle" });
  const chosen = useSignal<string | null>(null);
  const answer = (value: string) => {
    chosen.value = value; // on screen at once; called saved only when it is
    const body = { item, level: value === "" ? null : Number(value), note: kept?.note ?? "" };
    void saving(save, () => keepEntry("condition", body, `condition.${item}`));
  };
  return (
    <section class="card">
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Chips
        label={t(`conditions.q_${item}`)}
        value={chosen.value ?? (kept ? String(kept.level ?? "") : "open")}
        onInput={answer}
        options={[
          ...conditionLevels.map((level) => ({
            value: String(level),
            words: levelWords(level),
          })),
          { value: "", words: t("answer.prefer_not_to_say") },
        ]}
      />
      <SaveState save={save.value} />
    </section>
  );
}
