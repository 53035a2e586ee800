// SPDX-License-Identifier: MIT
// Items to rate that are kept nowhere on this device: for a second view, and for a group. Levels with their examples.
import type { Competency, Level } from "../../../../wasm/src/api.gen.ts";
import { t } from "../../i18n.ts";

/** Levels by competency id; null: an opt-out, or not seen. */
export type Levels = Readonly<Record<string, number | null>>;

interface ItemLevelsProps {
  items: readonly Competency[];
  levels: readonly Level[];
  given: Levels;
  /** What an answer without a level is called here. */
  without: string;
  onChange: (given: Levels) => void;
}

export function ItemLevels({ items, levels, given, without, onChange }: ItemLevelsProps) {
  return (
    <>
      {items.map((item) => (
        <section key={item.id} class="card">
          <fieldset class="choices">
            <legend>
              <span class="soft">{item.id}</span> <span class="statement">{item.statement}</span>
            </legend>
            {levels.map((level, nth) => (
              <Choice
                key={level.number}
                name={item.id}
                title={t("competency.level", { number: level.number, name: level.name })}
                text={item.level_texts[nth] ?? ""}
                isChosen={given[item.id] === level.number}
                onChoose={() => onChange({ ...given, [item.id]: level.number })}
              />
            ))}
            <Choice
              name={item.id}
              title={without}
              text=""
              isChosen={given[item.id] === null}
              onChoose={() => onChange({ ...given, [item.id]: null })}
            />
          </fieldset>
        </section>
      ))}
    </>
  );
}

interface ChoiceProps {
  name: string;
  title: string;
  text: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ name, title, text, isChosen, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} autocomplete="off" checked={isChosen} onChange={onChoose} />
      <span>
        <span class="choice-name">{title}</span>
        {text !== "" && <span class="choice-text">{text}</span>}
      </span>
    </label>
  );
}
