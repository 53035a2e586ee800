// SPDX-License-Identifier: MIT
// One duty and what the sources say about it: what was seen, why it matters, what to say or write instead, and where it
// comes from. For a posting the words to write come first, for a task the words to say.
import type { Finding } from "../../../wasm/src/api.gen.ts";
import { formatDate, t } from "../i18n.ts";
import { CopyButton } from "./copy-button.tsx";
import type { Quote } from "./quote.ts";
import { Clauses, FurtherSources } from "./sources.tsx";
import { toneOf, VerdictBadge } from "./verdict.tsx";
import { Fold } from "./fold.tsx";
import { Worded } from "./worded.tsx";

interface Props {
  kind: "posting" | "task";
  finding: Finding;
  /** 1-based, as in the marked text. */
  number: number;
  /** The words of the text that the finding rests on, in their line. */
  quote: Quote;
  lang: string | undefined;
  /** Leaves out number and verdict, where the page has just said the verdict of the only finding. */
  plain?: boolean;
  /** Shows the passage in the text; left out where there is no marked text. */
  onShowInText?: () => void;
}

export function FindingCard(props: Props) {
  const { kind, finding, number, plain = false, onShowInText } = props;
  const tone = toneOf(finding);
  const concern = tone === "conflict" || tone === "depends" || tone === "unsure";
  const nameId = `name-${number}`;
  return (
    <article
      class={`card finding tone-${tone}`}
      id={`finding-${number}`}
      tabIndex={-1}
      aria-labelledby={nameId}
    >
      {!plain && (
        <p class="finding-head">
          <span class="number">{number}</span>
          <VerdictBadge tone={tone} />
        </p>
      )}
      <h3 id={nameId}>{finding.name}</h3>
      <QuotedText {...props} />
      {finding.unsure && <p class="hint">{t("check.unsure")}</p>}
      <Part title={whyHeading(tone)} text={finding.why} />
      {concern && <Advice kind={kind} finding={finding} nameId={nameId} />}
      <SourceLine finding={finding} />
      <More kind={kind} finding={finding} concern={concern} />
      {onShowInText && (
        <button type="button" class="link-button" onClick={onShowInText}>
          {t("check.back_to_text")}
        </button>
      )}
    </article>
  );
}

function QuotedText({ kind, finding, quote: { before, words, after }, lang }: Props) {
  if (words === "") return null;
  return (
    <blockquote>
      <span class="soft">
        {t("check.from_text")}
        {kind === "posting" && <>, {t("check.line", { line: finding.line_number })}</>}:
      </span>{" "}
      <q lang={lang}>
        {before}
        <strong>{words}</strong>
        {after}
      </q>
    </blockquote>
  );
}

function whyHeading(tone: ReturnType<typeof toneOf>): string {
  if (tone === "protects") return t("check.why_protects");
  return tone === "fits" ? t("check.why_fits") : t("check.why");
}

/** What a person can do about it, most useful first. */
function Advice({ kind, finding, nameId }: Pick<Props, "kind" | "finding"> & { nameId: string }) {
  const isTask = kind === "task";
  return (
    <>
      {finding.condition && <Part title={t("check.condition")} text={finding.condition} />}
      {finding.condition && finding.question && (
        <Part title={t("check.ask")} text={finding.question} said />
      )}
      {isTask && finding.reply && (
        <>
          <Part title={t("check.reply")} text={finding.reply} said />
          <CopyButton
            text={finding.reply}
            words={t("check.copy_reply")}
            describedBy={nameId}
            quiet
          />
        </>
      )}
      {finding.instead && (
        <Part
          title={isTask ? t("check.instead_task") : t("check.instead_posting")}
          text={finding.instead}
          said
        />
      )}
      {finding.instead && !isTask && (
        <CopyButton
          text={finding.instead}
          words={t("check.copy_line")}
          describedBy={nameId}
          quiet
        />
      )}
    </>
  );
}

function More({ kind, finding, concern }: Pick<Props, "kind" | "finding"> & { concern: boolean }) {
  const heading = kind === "task" ? t("check.more_task") : t("check.more");
  return (
    <Fold summary={concern ? heading : t("source.title")}>
      <div class="stack">
        {concern && finding.question && !finding.condition && (
          <Part title={t("check.ask")} text={finding.question} said />
        )}
        {concern && kind === "posting" && finding.reply && (
          <Part title={t("check.reply")} text={finding.reply} said />
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
    </Fold>
  );
}

function Part({ title, text, said = false }: { title: string; text: string; said?: boolean }) {
  return (
    <>
      <h4>{title}</h4>
      {said ? (
        <p class="say">{text}</p>
      ) : (
        <p>
          <Worded text={text} />
        </p>
      )}
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
