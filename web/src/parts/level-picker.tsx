// SPDX-License-Identifier: MIT
// Five levels and two opt-outs as native radios, so that a screen reader says question, choice and position.
// The opt-outs are a group of their own: they are no level and never count as low.
import { useRef } from "preact/hooks";
import type { Answer, Competency, Level } from "../../../wasm/src/api.gen.ts";
import { t } from "../i18n.ts";
import type { Draft } from "../ratings.ts";

interface Props {
  competency: Competency;
  levels: readonly Level[];
  draft: Draft;
  /** @param soon  true when arrow keys pass over choices, so that not each one is kept */
  onChoose: (answer: Answer, level: number | null, soon: boolean) => void;
}

export function LevelPicker({ competency, levels, draft, onChoose }: Props) {
  const byKeys = useRef(false);
  return (
    <div
      class="stack"
      onKeyDown={() => (byKeys.current = true)}
      onPointerDown={() => (byKeys.current = false)}
    >
      <fieldset class="choices">
        <legend>
          <span class="statement">{competency.statement}</span> {t("competency.question")}
        </legend>
        {levels.map((level, index) => (
          <label class="choice" key={level.number}>
            <input
              type="radio"
              name="level"
              autocomplete="off"
              checked={draft.answer === "level" && draft.level === level.number}
              onChange={() => onChoose("level", level.number, byKeys.current)}
            />
            <span>
              <span class="choice-name">
                {t("competency.level", { number: level.number, name: level.name })}
              </span>
              <span class="choice-text">{competency.level_texts[index]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choices optouts">
        <legend>
          {t("competency.optout")}
          <span class="hint block">{t("competency.optout_hint")}</span>
        </legend>
        <OptOut
          answer="not_in_my_job"
          draft={draft}
          onChange={(answer) => onChoose(answer, null, byKeys.current)}
        />
        <OptOut
          answer="prefer_not_to_say"
          draft={draft}
          onChange={(answer) => onChoose(answer, null, byKeys.current)}
        />
      </fieldset>
    </div>
  );
}

type OptOutAnswer = Exclude<Answer, "level">;

interface OptOutProps {
  answer: OptOutAnswer;
  draft: Draft;
  onChange: (answer: OptOutAnswer) => void;
}

function OptOut({ answer, draft, onChange }: OptOutProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name="optout"
        autocomplete="off"
        checked={draft.answer === answer}
        onChange={() => onChange(answer)}
      />
      <span>
        {answer === "not_in_my_job" ? t("answer.not_in_my_job") : t("answer.prefer_not_to_say")}
      </span>
    </label>
  );
}
