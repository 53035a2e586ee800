// SPDX-License-Identifier: MIT
// One request outside the role in a few taps: a line, what I did, keep. All else has an answer already.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { DriftBody } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { keepEntry, saving } from "../../entries.ts";
import { useSuggestions } from "./families.ts";
import type { Families } from "./families.ts";
import { Chips, Line, Pick } from "./fields.tsx";
import { NoteHint } from "./note-hint.tsx";

const often = ["once", "sometimes", "often", "always"] as const;
const did = [
  "said_no",
  "offered_another_way",
  "asked_for_backing",
  "did_it",
  "still_thinking",
] as const;
const happened = ["settled", "asked_again", "pressure", "not_known"] as const;
const feelings = ["fine", "proud", "uneasy", "upset", "tired"] as const;

const blank = (): DriftBody => ({
  on: today(),
  family: "",
  rule_id: null,
  setting_id: null,
  how_often: "once",
  what_i_did: "still_thinking",
  what_happened: "not_known",
  feeling: null,
  words: "",
});

export function DriftForm({ families }: { families: Families }) {
  const draft = useSignal(blank());
  const save = useSignal<State>({ kind: "idle" });
  const lacksFamily = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const body = draft.value;
  const suggestions = useSuggestions(body.words);
  const [first] = suggestions;
  // What was chosen by hand holds; else what the line seems to be.
  const family = body.family || first?.family || "";
  const rule = suggestions.find((each) => each.family === family);
  const change = (part: Partial<DriftBody>) => (draft.value = { ...body, ...part });
  const keep = async () => {
    lacksFamily.value = family === "";
    if (lacksFamily.value) return form.current?.querySelector("select")?.focus();
    const entry = { ...body, family, rule_id: rule?.rule_id ?? null };
    if (await saving(save, () => keepEntry("drift", entry))) draft.value = blank();
  };
  const familyHint =
    family === ""
      ? lacksFamily.value && t("drift.family_missing")
      : body.family === "" && t("drift.family_hint");
  return (
    <form
      class="card"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Line
        label={t("drift.words")}
        hint={t("drift.words_hint")}
        value={body.words}
        maxLength={200}
        onInput={(words) => change({ words })}
      />
      <NoteHint text={body.words} />
      <Pick
        label={t("drift.family")}
        hint={familyHint}
        value={family}
        onInput={(chosen) => change({ family: chosen })}
        options={[
          { value: "", words: t("drift.family_choose") },
          ...families.all.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <Chips
        label={t("drift.did")}
        value={body.what_i_did}
        onInput={(value) => change({ what_i_did: known(did, value) })}
        options={did.map((value) => ({ value, words: t(`drift.did_${value}`) }))}
      />
      <Chips
        label={t("drift.happened")}
        value={body.what_happened}
        onInput={(value) => change({ what_happened: known(happened, value) })}
        options={happened.map((value) => ({ value, words: t(`drift.happened_${value}`) }))}
      />
      <Fold summary={t("drift.more")}>
        <More draft={draft} />
      </Fold>
      <button type="submit" class="button primary wide">
        {t("drift.keep")}
      </button>
      <SaveState save={save.value} />
    </form>
  );
}

function More({ draft }: { draft: Signal<DriftBody> }) {
  const body = draft.value;
  const settings = useReading("get_section", { section: "settings" });
  const rows = (settings.state === "ready" && settings.value.settings) || [];
  const change = (part: Partial<DriftBody>) => (draft.value = { ...body, ...part });
  return (
    <div class="stack">
      <Line
        label={t("drift.on")}
        type="date"
        value={body.on}
        onInput={(on) => change({ on: on || today() })}
      />
      <Chips
        label={t("drift.often")}
        value={body.how_often}
        onInput={(value) => change({ how_often: known(often, value) })}
        options={often.map((value) => ({ value, words: t(`drift.often_${value}`) }))}
      />
      <Pick
        label={t("drift.setting")}
        value={body.setting_id ?? ""}
        onInput={(id) => change({ setting_id: id || null })}
        options={[
          { value: "", words: t("drift.setting_none") },
          ...rows.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <Chips
        label={t("drift.feeling")}
        hint={t("drift.feeling_hint")}
        value={body.feeling ?? ""}
        onInput={(value) => change({ feeling: value === "" ? null : known(feelings, value) })}
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
