// SPDX-License-Identifier: MIT
// What came of checking a posting: a summary first, the marked text, one card for each duty, protections, questions.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Finding, LanguageResult, SafeguardResult } from "../../../wasm/src/api.gen.ts";
import type { PostingReview } from "../check-state.ts";
import { copyText } from "../device.ts";
import { t } from "../i18n.ts";
import { FindingCard } from "./finding-card.tsx";
import { Icon } from "./icon.tsx";
import { MarkedText } from "./marked-text.tsx";
import { reveal } from "./reveal.ts";
import { toneOf } from "./verdict.tsx";
import type { Tone } from "./verdict.tsx";

interface Props {
  text: string;
  review: PostingReview;
  onStartOver: () => void;
}

export function PostingResult({ text, review, onStartOver }: Props) {
  const [fitsOpen, setFitsOpen] = useState(false);
  const lang = languageOf(review.language);
  const numbered = review.findings.map((finding, index) => ({ finding, number: index + 1 }));
  const fits = numbered.filter(({ finding }) => toneOf(finding) === "fits");
  const first = numbered.filter(({ finding }) => toneOf(finding) !== "fits");
  const open = (index: number) => {
    setFitsOpen(fitsOpen || fits.some(({ number }) => number === index + 1));
    requestAnimationFrame(() => reveal(`finding-${index + 1}`));
  };
  const card = ({ finding, number }: { finding: Finding; number: number }) => (
    <FindingCard
      key={number}
      finding={finding}
      number={number}
      quote={text.slice(finding.span.begin, finding.span.end)}
      lang={lang}
      onShowInText={() => reveal(`mark-${number}`)}
    />
  );
  return (
    <div class="result">
      <Summary review={review} />
      {review.findings.length > 0 && (
        <section aria-labelledby="marked-title">
          <h2 id="marked-title">{t("check.marked_title")}</h2>
          <p class="hint">{t("check.marked_hint")}</p>
          <MarkedText text={text} lang={lang} findings={review.findings} onOpen={open} />
        </section>
      )}
      {review.findings.length > 0 && (
        <section aria-labelledby="findings-title">
          <h2 id="findings-title">{t("check.findings_title")}</h2>
          <div class="stack">
            {first.map(card)}
            {fits.length > 0 && (
              <details open={fitsOpen} onToggle={(event) => setFitsOpen(event.currentTarget.open)}>
                <summary>
                  <span class="grow">{t("check.show_fits", { count: fits.length })}</span>
                  <Icon name="more" />
                </summary>
                <div class="stack">{fits.map(card)}</div>
              </details>
            )}
          </div>
        </section>
      )}
      <Safeguards safeguards={review.safeguards} />
      {review.questions.length > 0 && <Questions questions={review.questions} />}
      <button type="button" class="button" onClick={onStartOver}>
        {t("check.new")}
      </button>
    </div>
  );
}

/** The tag for `lang` attributes; undefined when the language could not be told. */
export function languageOf(language: LanguageResult): string | undefined {
  return language.tag === "und" ? undefined : language.tag;
}

function Summary({ review }: { review: PostingReview }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, []);
  const count = (tone: Tone) =>
    review.findings.filter((finding) => toneOf(finding) === tone).length;
  const lines = [
    {
      tone: "conflict",
      count: count("conflict"),
      words: t("check.count_conflict", { count: count("conflict") }),
    },
    {
      tone: "depends",
      count: count("depends"),
      words: t("check.count_depends", { count: count("depends") }),
    },
    {
      tone: "protects",
      count: count("protects"),
      words: t("check.count_protects", { count: count("protects") }),
    },
    { tone: "fits", count: count("fits"), words: t("check.count_fits", { count: count("fits") }) },
  ] as const;
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title" ref={title} tabIndex={-1}>
        {t("check.result_title")}
      </h2>
      {review.findings.length === 0 && <p>{t("check.result_none")}</p>}
      <ul class="counts">
        {lines
          .filter((line) => line.count > 0)
          .map((line) => (
            <li key={line.tone} class={`badge tone-${line.tone}`}>
              <Icon name={line.tone} size={1.1} />
              {line.words}
            </li>
          ))}
      </ul>
      {!review.language.has_rules && <p class="notice">{t("check.no_rules")}</p>}
      <p class="hint">{t("check.limits")}</p>
    </section>
  );
}

function Safeguards({ safeguards }: { safeguards: readonly SafeguardResult[] }) {
  const ordered = [...safeguards].sort((a, b) => Number(b.present) - Number(a.present));
  return (
    <section aria-labelledby="safeguards-title">
      <h2 id="safeguards-title">{t("check.safeguards_title")}</h2>
      <p class="hint">{t("check.safeguards_lead")}</p>
      <ul class="rows">
        {ordered.map((safeguard) => (
          <li key={safeguard.id} class="safeguard">
            <details>
              <summary>
                <span class={`badge tone-${safeguard.present ? "fits" : "neutral"}`}>
                  <Icon name={safeguard.present ? "done" : "open"} size={1.1} />
                  {safeguard.present ? t("check.seen") : t("check.not_seen")}
                </span>
                <span class="grow">{safeguard.name}</span>
                <Icon name="more" />
              </summary>
              <div class="stack">
                <p>{safeguard.why}</p>
                {safeguard.present && safeguard.line_number !== null && (
                  <p class="soft">{t("check.line", { line: safeguard.line_number })}</p>
                )}
                {!safeguard.present && <p class="say">{safeguard.question}</p>}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const done = await copyText(questions.map((question) => `- ${question}`).join("\n"));
    setSaid(done ? t("check.copied") : t("check.copy_failed"));
  };
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{t("check.questions_title")}</h2>
      <ul class="questions">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t("check.copy")}
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
