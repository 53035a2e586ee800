// SPDX-License-Identifier: MIT
// What stays folded until a person asks for it: the browser's own element, with a mark that turns.
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface FoldProps {
  /** Always in view. A text takes the room that is left; anything else is laid out as it comes. */
  summary: ComponentChildren;
  class?: string;
  open?: boolean;
  onToggle?: (event: { currentTarget: HTMLDetailsElement }) => void;
  children: ComponentChildren;
}

export function Fold({ summary, children, ...rest }: FoldProps) {
  return (
    <details {...rest}>
      <summary>
        {typeof summary === "string" ? <span class="grow">{summary}</span> : summary}
        <Icon name="more" />
      </summary>
      {children}
    </details>
  );
}
