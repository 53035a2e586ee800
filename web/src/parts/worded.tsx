// SPDX-License-Identifier: MIT
// A text in which the words of the glossary can be tapped, as soon as the glossary has come. Until then, plain text.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const terms = signal<typeof import("./terms.tsx") | null>(null);

export function Worded({ text }: { text: string }) {
  useEffect(() => {
    if (!terms.value)
      import("./terms.tsx").then(
        (module) => (terms.value = module),
        () => undefined,
      );
  }, []);
  return terms.value ? <terms.value.WithTerms text={text} /> : <>{text}</>;
}
