// SPDX-License-Identifier: MIT
// A checked text with its findings marked: colour, underline shape, number and words. A mark leads to its card.
import type { Finding } from "../../../wasm/src/api.gen.ts";
import { cutText } from "./cut-text.ts";
import type { Piece } from "./cut-text.ts";
import { Icon } from "./icon.tsx";
import { toneOf, verdictWords } from "./verdict.tsx";

interface Props {
  text: string;
  /** BCP 47 tag of the text; undefined when it could not be told. */
  lang: string | undefined;
  findings: readonly Finding[];
  onOpen: (index: number) => void;
}

export function MarkedText({ text, lang, findings, onOpen }: Props) {
  return (
    <div class="marked" lang={lang}>
      {cutText(text, findings).map((piece, order) =>
        piece.findings.length === 0 ? (
          piece.text
        ) : (
          <Mark key={order} piece={piece} findings={findings} onOpen={onOpen} />
        ),
      )}
    </div>
  );
}

function Mark({ piece, findings, onOpen }: { piece: Piece } & Pick<Props, "findings" | "onOpen">) {
  const first = piece.findings[0] ?? 0;
  const tone = findings[first] ? toneOf(findings[first]) : "neutral";
  const open = (event: Event, index: number) => {
    event.preventDefault();
    onOpen(index);
  };
  return (
    <>
      <mark class={`mark tone-${tone}`} onClick={(event) => open(event, first)}>
        {piece.text}
      </mark>
      {piece.findings.map((index) => {
        const finding = findings[index];
        if (!finding) return null;
        const labelTone = toneOf(finding);
        return (
          <a
            key={index}
            id={`mark-${index + 1}`}
            class={`mark-label tone-${labelTone}`}
            lang={document.documentElement.lang}
            href={`#finding-${index + 1}`}
            onClick={(event) => open(event, index)}
          >
            {labelTone !== "neutral" && <Icon name={labelTone} size={1} />}
            {index + 1}{" "}
            {/* What fits is most of a good posting: its words would drown the text and are for screen readers only. */}
            <span class={labelTone === "fits" ? "visually-hidden" : undefined}>
              {verdictWords(labelTone)}
            </span>
          </a>
        );
      })}
    </>
  );
}
