// SPDX-License-Identifier: MIT
// One request outside the role in a few taps: a line, what I did, keep. All else has an answer already.
import { useRef } from "preact/hooks";
import type { DriftBody } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { t } from "../../i18n.ts";
import { Fold } from "../../parts/fold.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { useReading } from "../../reading.ts";
import { keepEntry } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import { useSuggestions } from "./families.ts";
import type { Families } from "./families.ts";
import { Chips, Line, Pick } from "./fields.tsx";
import { useForm } from "./form.tsx";
import type { Form, Rules } from "./form.tsx";
import { NoteHint } from "./note-hint.tsx";

const oftens = ["once", "sometimes", "often", "always"] as const;
const dids = [
  "said_no",
  "offered_another_way",
  "asked_for_backing",
  "did_it",
  "still_thinking",
] as const;
const happeneds = ["settled", "asked_again", "pressure", "not_known"] as const;
const feelings = ["fine", "proud", "uneasy", "upset", "tired"] as const;

/** In the order in which they are shown. */
const blank = () => ({
  words: "",
  family: "",
  did: "still_thinking",
  happened: "not_known",
  on: today(),
  often: "once",
  setting: "",
  feeling: "",
});
type Typed = ReturnType<typeof blank>;

function bodyOf({ on, setting, often, did, happened, feeling, words }: Typed): DriftKept {
  return {
    on,
    setting_id: setting || null,
    how_often: known(oftens, often),
    what_i_did: known(dids, did),
    what_happened: known(happeneds, happened),
    feeling: feeling === "" ? null : known(feelings, feeling),
    words,
  };
}

/** Whether something stands in the fields that are folded. */
function saysMore({ on, often, setting, feeling }: Typed): boolean {
  const begun = blank();
  return on !== begun.on || often !== begun.often || `${setting}${feeling}` !== "";
}

/** All but what follows from the line. */
type DriftKept = Omit<DriftBody, "family" | "rule_id">;

export function DriftForm({ families }: { families: Families }) {
  const draft = useDraft("drift", blank);
  const { fields } = draft;
  const isMoreSaid = useRef(saysMore(fields)).current;
  const suggestions = useSuggestions(fields.words);
  const [first] = suggestions;
  // What was chosen by hand holds; else what the line seems to be.
  const family = fields.family || first?.family || "";
  const rule = suggestions.find((each) => each.family === family);
  const rules: Rules<Typed> = {
    words: { label: "drift.words", max: 200 },
    family: {
      label: "drift.family",
      check: () => (family === "" ? () => t("drift.family_missing") : null),
    },
    on: { label: "drift.on", missing: "form.day_missing", isDate: true },
  };
  const form = useForm(draft, rules, () =>
    keepEntry("drift", { ...bodyOf(fields), family, rule_id: rule?.rule_id ?? null }),
  );
  const familyHint = family !== "" && fields.family === "" && t("drift.family_hint");
  return (
    <>
      {form.trouble}
      <form class="card" onSubmit={form.onSubmit} noValidate>
        <Line {...form.field("words")} label={t("drift.words")} hint={t("drift.words_hint")} />
        <NoteHint text={fields.words} />
        <Pick
          {...form.field("family")}
          label={t("drift.family")}
          hint={familyHint}
          value={family}
          options={[
            { value: "", words: t("drift.family_choose") },
            ...families.all.map(({ id, name }) => ({ value: id, words: name })),
          ]}
        />
        <Chips
          {...form.field("did")}
          label={t("drift.did")}
          options={dids.map((value) => ({ value, words: t(`drift.did_${value}`) }))}
        />
        <Chips
          {...form.field("happened")}
          label={t("drift.happened")}
          options={happeneds.map((value) => ({ value, words: t(`drift.happened_${value}`) }))}
        />
        <Fold summary={t("drift.more")} open={isMoreSaid}>
          <More form={form} />
        </Fold>
        <button type="submit" class="button primary wide">
          {t("drift.keep")}
        </button>
        <SaveState save={form.save} />
      </form>
    </>
  );
}

function More({ form }: { form: Form<Typed> }) {
  const settings = useReading("get_section", { section: "settings" });
  const rows = (settings.state === "ready" && settings.value.settings) || [];
  return (
    <div class="stack">
      <Line {...form.field("on")} label={t("drift.on")} type="date" />
      <Chips
        {...form.field("often")}
        label={t("drift.often")}
        options={oftens.map((value) => ({ value, words: t(`drift.often_${value}`) }))}
      />
      <Pick
        {...form.field("setting")}
        label={t("drift.setting")}
        options={[
          { value: "", words: t("drift.setting_none") },
          ...rows.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <Chips
        {...form.field("feeling")}
        label={t("drift.feeling")}
        hint={t("drift.feeling_hint")}
        options={[
          { value: "", words: t("drift.feeling_none") },
          ...feelings.map((value) => ({ value, words: t(`drift.feeling_${value}`) })),
        ]}
      />
    </div>
  );
}

/** The choice of a list that a field has given back as text. */
function known<T extends string>(choices: readonly [T, ...T[]], value: string): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
