// SPDX-License-Identifier: MIT
// What came of checking a posting: the sentences, what is good, what to talk about, what is missing, what to ask, and
// the whole text marked.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CheckedLine, LanguageResult } from "../../../wasm/src/api.gen.ts";
import type { PostingReview } from "../check-state.ts";
import { t } from "../i18n.ts";
import { CopyButton } from "./copy-button.tsx";
import { FindingCard } from "./finding-card.tsx";
import { Icon } from "./icon.tsx";
import { MarkedText } from "./marked-text.tsx";
import { PrintButton } from "./print-button.tsx";
import { PostingSummary } from "./posting-summary.tsx";
import { quoteAround } from "./quote.ts";
import { reveal } from "./reveal.ts";
import { orderReview } from "./review.ts";
import type { NumberedFinding, OrderedReview } from "./review.ts";
import { Safeguards } from "./safeguards.tsx";

interface Props {
  text: string;
  review: PostingReview;
  onSave: () => void;
  onStartOver: () => void;
}

export function PostingResult({ text, review, onSave, onStartOver }: Props) {
  const [fitsOpen, setFitsOpen] = useState(false);
  const lang = languageOf(review.language);
  const ordered = orderReview(review);
  const open = (index: number) => {
    setFitsOpen(fitsOpen || ordered.fits.some(({ number }) => number === index + 1));
    requestAnimationFrame(() => reveal(`finding-${index + 1}`));
  };
  const card = ({ finding, number }: NumberedFinding) => (
    <FindingCard
      key={number}
      kind="posting"
      finding={finding}
      number={number}
      quote={quoteAround(text, finding.span)}
      lang={lang}
      onShowInText={() => reveal(`mark-${number}`)}
    />
  );
  const parts = partsOf(review, ordered);
  return (
    <div class="result">
      <PostingSummary review={review} ordered={ordered} />
      {parts.length > 1 && <Jumps parts={parts} />}
      {parts.includes("strengths") && (
        <Part name="strengths">
          {ordered.protects.map(card)}
          {ordered.seen.length > 0 && (
            <>
              <h3>{t("check.strengths_seen")}</h3>
              <Safeguards safeguards={ordered.seen} />
            </>
          )}
          {ordered.fits.length > 0 && (
            <details open={fitsOpen} onToggle={(event) => setFitsOpen(event.currentTarget.open)}>
              <summary>
                <span class="grow">{t("check.show_fits")}</span>
                <Icon name="more" />
              </summary>
              <div class="stack">{ordered.fits.map(card)}</div>
            </details>
          )}
        </Part>
      )}
      {parts.includes("concerns") && <Part name="concerns">{ordered.concerns.map(card)}</Part>}
      {parts.includes("unsure") && (
        <Part name="unsure">
          <p class="hint">{t("check.unsure_lead")}</p>
          {ordered.unsure.map(card)}
          <UnsureLines text={text} lang={lang} lines={ordered.unsureLines} />
        </Part>
      )}
      {parts.includes("missing") && (
        <Part name="missing">
          <p class="hint">{t("check.safeguards_lead")}</p>
          <Safeguards safeguards={ordered.missing} />
        </Part>
      )}
      {parts.includes("questions") && (
        <Part name="questions">
          {!review.language.has_rules && <p class="hint">{t("check.no_rules_ask")}</p>}
          <ul class="questions">
            {review.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <CopyButton
            text={review.questions.map((question) => `- ${question}`).join("\n")}
            words={t("check.copy")}
          />
        </Part>
      )}
      {parts.includes("marked") && (
        <Part name="marked">
          <p class="hint">{t("check.marked_hint")}</p>
          <MarkedText text={text} lang={lang} findings={review.findings} onOpen={open} />
        </Part>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onSave} aria-describedby="save-hint">
          <Icon name="download" />
          {t("check.save")}
        </button>
        <PrintButton />
        <button type="button" class="button" onClick={onStartOver}>
          {t("check.new")}
        </button>
        <p class="hint" id="save-hint">
          {t("check.save_hint")}
        </p>
      </div>
    </div>
  );
}

/** The tag for `lang` attributes; undefined when the language could not be told. */
export function languageOf(language: LanguageResult): string | undefined {
  return language.tag === "und" ? undefined : language.tag;
}

type PartName = "strengths" | "concerns" | "unsure" | "missing" | "questions" | "marked";

/**
 * The parts that have something to say, in order. Without rules for the language, silence about protections says
 * nothing.
 */
function partsOf(review: PostingReview, ordered: OrderedReview): PartName[] {
  const isFilled: Record<PartName, boolean> = {
    strengths: ordered.protects.length + ordered.seen.length + ordered.fits.length > 0,
    concerns: ordered.concerns.length > 0,
    unsure: ordered.unsure.length + ordered.unsureLines.length > 0,
    missing: review.language.has_rules && ordered.missing.length > 0,
    questions: review.questions.length > 0,
    marked: review.findings.length > 0,
  };
  return (Object.keys(isFilled) as PartName[]).filter((name) => isFilled[name]);
}

function titleOf(name: PartName): string {
  return t(`check.${name}_title`);
}

function Part({ name, children }: { name: PartName; children: ComponentChildren }) {
  return (
    <section aria-labelledby={`review-${name}`}>
      <h2 id={`review-${name}`} tabIndex={-1}>
        {titleOf(name)}
      </h2>
      {children}
    </section>
  );
}

/** A review of a whole posting is long: one tap to each part of it. */
function Jumps({ parts }: { parts: readonly PartName[] }) {
  const jump = (event: Event, name: PartName) => {
    event.preventDefault(); // the address stays what the router knows
    reveal(`review-${name}`);
  };
  return (
    <nav class="jumps" aria-label={t("check.jump")}>
      {parts.map((name) => (
        <a
          key={name}
          class="button"
          href={`#review-${name}`}
          onClick={(event) => jump(event, name)}
        >
          {t(`check.jump_${name}`)}
        </a>
      ))}
    </nav>
  );
}

interface UnsureLinesProps {
  text: string;
  lang: string | undefined;
  lines: readonly CheckedLine[];
}

function UnsureLines({ text, lang, lines }: UnsureLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ul class="unsure-lines">
      {lines.map(({ line_number, span }) => (
        <li key={line_number} class="card tone-unsure">
          <span class="soft">{t("check.line", { line: line_number })}</span>
          <q lang={lang}>{text.slice(span.begin, span.end).trim()}</q>
        </li>
      ))}
    </ul>
  );
}
