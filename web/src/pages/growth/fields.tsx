// SPDX-License-Identifier: MIT
// Fields of the forms for growing: one line, a day, a number, a list, a few choices side by side. Labels always in view.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "../../parts/icon.tsx";
import { describedBy, Labelled } from "../../parts/labelled.tsx";

interface FieldProps {
  /** Where something leads here. */
  id?: string;
  /** What has to be mended, in words. */
  fault?: string | undefined;
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

function FaultWords({ id, fault }: { id: string; fault: string | undefined }) {
  if (!fault) return null;
  return (
    <p class="fault" id={`${id}-fault`}>
      <Icon name="problem" />
      {fault}
    </p>
  );
}

/** What a field says of its hint, and of what has to be mended in it. */
function toldBy(id: string, hint: FieldProps["hint"], fault: string | undefined) {
  const hinted = describedBy(id, hint);
  if (!fault) return hinted;
  const ids = [hinted["aria-describedby"], `${id}-fault`].filter(Boolean).join(" ");
  return { "aria-describedby": ids, "aria-invalid": "true" as const };
}

/** One line that is typed. Browsers remember nothing of it. */
export function Line({ label, hint, value, onInput, type = "text", ...others }: LineProps) {
  const ownId = useId();
  const { id = ownId, fault, ...rest } = others;
  const kind: Record<string, unknown> = { type, ...rest };
  return (
    <Labelled id={id} label={label} hint={hint}>
      <FaultWords id={id} fault={fault} />
      <input
        id={id}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...toldBy(id, hint, fault)}
        autocomplete="off"
        {...kind}
      />
    </Labelled>
  );
}

/** A few lines that are typed. */
export function Lines({ label, hint, value, onInput, maxLength, ...others }: LineProps) {
  const ownId = useId();
  const { id = ownId, fault } = others;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <FaultWords id={id} fault={fault} />
      <textarea
        id={id}
        rows={2}
        value={value}
        maxLength={maxLength}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...toldBy(id, hint, fault)}
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
export function Pick({ label, hint, value, onInput, options, ...others }: PickProps) {
  const ownId = useId();
  const { id = ownId, fault } = others;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <FaultWords id={id} fault={fault} />
      <select
        id={id}
        value={value}
        onChange={(event) => onInput(event.currentTarget.value)}
        {...toldBy(id, hint, fault)}
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
