// SPDX-License-Identifier: MIT
// Five levels and two opt-outs as native radios, so that a screen reader says question, choice and position.
// The opt-outs are a group of their own: they are no level and never count as low.
import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Answer, Competency, Level } from "../../../wasm/src/api.gen.ts";
import { t } from "../i18n.ts";
import type { Choice } from "../ratings.ts";

interface Props {
  competency: Competency;
  levels: readonly Level[];
  /** A signal, so that a tap changes two radios and renders nothing. */
  chosen: ReadonlySignal<Choice>;
  /** @param soon  true when arrow keys pass over choices, so that not each one is kept */
  onChoose: (answer: Answer, level: number | null, soon: boolean) => void;
}

export function LevelPicker({ competency, levels, chosen, onChoose }: Props) {
  const byKey = useRef(false);
  const choose = (answer: Answer, level: number | null) => {
    onChoose(answer, level, byKey.current);
    byKey.current = false;
  };
  return (
    <div class="stack" onKeyDown={(event) => (byKey.current = event.key !== "Tab")}>
      <fieldset class="choices">
        <legend>
          <span class="statement">{competency.statement}</span> {t("competency.question")}
        </legend>
        {levels.map((level, index) => (
          <Radio
            key={level.number}
            name="level"
            value={level.number}
            chosen={chosen}
            onChange={() => choose("level", level.number)}
          >
            <span class="choice-name">
              {t("competency.level", { number: level.number, name: level.name })}
            </span>
            <span class="choice-text">{competency.level_texts[index]}</span>
          </Radio>
        ))}
      </fieldset>
      <fieldset class="choices optouts">
        <legend>
          {t("competency.optout")}
          <span class="hint block">{t("competency.optout_hint")}</span>
        </legend>
        {optOuts.map((answer) => (
          <Radio
            key={answer}
            name="optout"
            value={answer}
            chosen={chosen}
            onChange={() => choose(answer, null)}
          >
            {answer === "not_in_my_job" ? t("answer.not_in_my_job") : t("answer.prefer_not_to_say")}
          </Radio>
        ))}
      </fieldset>
    </div>
  );
}

const optOuts = ["not_in_my_job", "prefer_not_to_say"] as const;

interface RadioProps {
  name: string;
  value: Choice;
  chosen: ReadonlySignal<Choice>;
  onChange: () => void;
  children: ComponentChildren;
}

function Radio({ name, value, chosen, onChange, children }: RadioProps) {
  const isChosen = useMemo(() => computed(() => chosen.value === value), [chosen, value]);
  const shape = useMemo(
    () => computed(() => (isChosen.value ? "choice level chosen" : "choice level")),
    [isChosen],
  );
  return (
    <label class={shape}>
      <input type="radio" name={name} autocomplete="off" checked={isChosen} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}
