// SPDX-License-Identifier: MIT
// Fields of the forms for growing: one line, a day, a number, a list, a few choices side by side. Labels always in view.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { describedBy, Labelled } from "../../parts/labelled.tsx";

interface FieldProps {
  label: string;
  hint?: string | false | undefined;
  value: string;
  onInput: (value: string) => void;
}

interface LineProps extends FieldProps {
  type?: "text" | "date" | "number" | "search";
  maxLength?: number;
  min?: number;
}

/** One line that is typed. Browsers remember nothing of it. */
export function Line({ label, hint, value, onInput, type = "text", ...rest }: LineProps) {
  const id = useId();
  const kind: Record<string, unknown> = { type, ...rest };
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(id, hint)}
        autocomplete="off"
        {...kind}
      />
    </Labelled>
  );
}

/** A few lines that are typed. */
export function Lines({ label, hint, value, onInput, maxLength = 300 }: LineProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea
        id={id}
        rows={2}
        value={value}
        maxLength={maxLength}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(id, hint)}
        autocomplete="off"
        spellcheck={false}
      />
    </Labelled>
  );
}

export interface Option {
  value: string;
  words: string;
}

interface PickProps extends FieldProps {
  options: readonly Option[];
}

/** One of many. */
export function Pick({ label, hint, value, onInput, options }: PickProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select
        id={id}
        value={value}
        onChange={(event) => onInput(event.currentTarget.value)}
        {...describedBy(id, hint)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** One of a few, each in view: one tap. */
export function Chips({ label, hint, value, onInput, options }: PickProps) {
  const name = useId();
  return (
    <fieldset class="chips">
      <legend>
        {label}
        {hint && <span class="hint block">{hint}</span>}
      </legend>
      {options.map((option) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            autocomplete="off"
            checked={value === option.value}
            onChange={() => onInput(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A tick with words. */
export function Tick(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ComponentChildren;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        autocomplete="off"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="grow">{props.children}</span>
    </label>
  );
}
