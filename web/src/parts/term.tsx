// SPDX-License-Identifier: MIT
// A word that says what it means when it is tapped: a button in the line, and the browser's own popover.
import { useId } from "preact/hooks";

interface Props {
  /** As they stand in the text. */
  words: string;
  /** As the glossary has it. */
  name: string;
  text: string;
}

export function Term({ words, name, text }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" class="term" popovertarget={id}>
        {words}
      </button>
      <span id={id} class="term-text" popover="auto" role="note">
        <b>{name}</b>: {text}
      </span>
    </>
  );
}
