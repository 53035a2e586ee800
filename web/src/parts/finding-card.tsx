// SPDX-License-Identifier: MIT
// One duty and what the sources say about it: what was seen, why it matters, what to say instead, where it comes from.
import type { Finding } from "../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Clauses, FurtherSources } from "./sources.tsx";
import { toneOf, VerdictBadge } from "./verdict.tsx";

interface Props {
  finding: Finding;
  /** 1-based, as in the marked text. */
  number: number;
  /** The words of the text that the finding rests on. */
  quote: string;
  lang: string | undefined;
  /** Shows the passage in the text; left out where there is no marked text. */
  onShowInText?: () => void;
}

export function FindingCard({ finding, number, quote, lang, onShowInText }: Props) {
  const tone = toneOf(finding);
  const concern = tone === "conflict" || tone === "depends";
  return (
    <article
      class={`card finding tone-${tone}`}
      id={`finding-${number}`}
      tabIndex={-1}
      aria-labelledby={`name-${number}`}
    >
      <p class="finding-head">
        <span class="number">{number}</span>
        <VerdictBadge tone={tone} />
      </p>
      <h3 id={`name-${number}`}>{finding.name}</h3>
      {quote && (
        <blockquote>
          <span class="soft">
            {t("check.from_text")}, {t("check.line", { line: finding.line_number })}:
          </span>{" "}
          <q lang={lang}>{quote}</q>
        </blockquote>
      )}
      {finding.unsure && <p class="hint">{t("check.unsure")}</p>}
      <h4>{whyHeading(tone)}</h4>
      <p>{finding.why}</p>
      {finding.condition && tone !== "protects" && (
        <Part title={t("check.condition")} text={finding.condition} />
      )}
      {finding.instead && concern && (
        <Part title={t("check.instead")} text={finding.instead} strong />
      )}
      <SourceLine finding={finding} />
      <details>
        <summary>
          <span class="grow">{concern ? t("check.more") : t("source.title")}</span>
          <Icon name="more" />
        </summary>
        <div class="stack">
          {concern && finding.reply && (
            <Part title={t("check.reply")} text={finding.reply} strong />
          )}
          {concern && finding.question && (
            <Part title={t("check.ask")} text={finding.question} strong />
          )}
          <h4>{t("source.title")}</h4>
          <Clauses clauses={finding.clauses} />
          {finding.further_sources.length > 0 && (
            <>
              <h4>{t("source.further")}</h4>
              <FurtherSources sources={finding.further_sources} />
            </>
          )}
        </div>
      </details>
      {onShowInText && (
        <button type="button" class="link-button" onClick={onShowInText}>
          {t("check.back_to_text")}
        </button>
      )}
    </article>
  );
}

function whyHeading(tone: ReturnType<typeof toneOf>): string {
  if (tone === "protects") return t("check.why_protects");
  return tone === "fits" ? t("check.why_fits") : t("check.why");
}

function Part({ title, text, strong = false }: { title: string; text: string; strong?: boolean }) {
  return (
    <>
      <h4>{title}</h4>
      <p class={strong ? "say" : undefined}>{text}</p>
    </>
  );
}

function SourceLine({ finding }: { finding: Finding }) {
  const [clause] = finding.clauses;
  if (!clause) return null;
  return (
    <p class="source-line">
      <cite>{clause.document}</cite>
      <span>{t("source.section", { section: clause.section })}</span>
      {clause.published && <span>{formatDate(clause.published)}</span>}
    </p>
  );
}
