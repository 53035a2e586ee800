// SPDX-License-Identifier: MIT
// A field with its label above it, always in view, and a hint between the two.
import type { ComponentChildren } from "preact";

interface LabelledProps {
  /** Of the field, which is among the children. */
  id: string;
  label: string;
  hint?: string | false | undefined;
  children: ComponentChildren;
}

export function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

const hintId = (id: string) => `${id}-hint`;

/** What the field says of its hint. */
export const describedBy = (id: string, hint: LabelledProps["hint"]) => ({
  "aria-describedby": hint ? hintId(id) : undefined,
});
