// SPDX-License-Identifier: MIT
// What the answers say: strengths in words, at most three next steps, then the numbers and their limits.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DomainResult, NextStep, Strength } from "../../../wasm/src/api.gen.ts";
import type { Result } from "../core.ts";
import { formatNumber, loadWords, t } from "../i18n.ts";
import { BackupReminder } from "../parts/backup-reminder.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { Table } from "../parts/table.tsx";
import { Worded } from "../parts/worded.tsx";
import { useReading } from "../reading.ts";
import { hrefOf } from "../router.ts";
import { anyPageOf } from "./competency.tsx";

export default function ResultsPage() {
  const reading = useReading("get_results", {});
  return (
    <>
      <PageHeading page={t("results.page")}>{t("results.title")}</PageHeading>
      <BackupReminder />
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <Results results={reading.value} />}
    </>
  );
}

interface ResultsProps {
  results: Result<"get_results">;
  /** Where an item is, and the overview of them. */
  pageOf?: typeof anyPageOf;
}

export function Results({ results, pageOf = anyPageOf }: ResultsProps) {
  const answered = results.rated_count + results.opted_out_count;
  if (answered === 0) return <Empty start={hrefOf(pageOf())} />;
  return (
    <div class="result">
      <p class="lead">{t("results.counts", { count: answered })}</p>
      <section aria-labelledby="strengths">
        <h2 id="strengths">{t("results.strengths")}</h2>
        {results.strengths.length === 0 && <p>{t("results.strengths_none")}</p>}
        <div class="stack">
          {results.strengths.map((strength) => (
            <StrengthCard key={strength.competency_id} strength={strength} />
          ))}
        </div>
      </section>
      <section aria-labelledby="next-steps">
        <h2 id="next-steps">{t("results.next")}</h2>
        <p class="hint">
          {results.next_steps.length === 0
            ? t("results.next_none")
            : t("results.next_lead", { count: results.next_steps.length })}
        </p>
        <div class="stack">
          {results.next_steps.map((step) => (
            <StepCard
              key={step.competency_id}
              step={step}
              href={hrefOf(pageOf(step.competency_id))}
            />
          ))}
        </div>
      </section>
      <Numbers domains={results.domains} />
      <section class="notice" aria-labelledby="limits">
        <h2 class="small-heading" id="limits">
          {t("results.limits")}
        </h2>
        <p>{results.limits}</p>
      </section>
      <div class="actions">
        <PrintButton />
        <a class="button" href={hrefOf(pageOf())}>
          {t("results.continue")}
        </a>
        <a class="button" href={hrefOf({ name: "grow", view: "assess", id: "change" })}>
          {t("results.change")}
        </a>
        <a class="button" href={hrefOf({ name: "backup" })}>
          {t("backup.export_button")}
        </a>
      </div>
    </div>
  );
}

function Empty({ start }: { start: string }) {
  return (
    <section class="card hero-card">
      <p>{t("results.empty")}</p>
      <a class="button primary wide" href={start}>
        {t("competencies.start")}
        <Icon name="forward" />
      </a>
    </section>
  );
}

function StrengthCard({ strength }: { strength: Strength }) {
  return (
    <article class="card tone-fits strength">
      <h3>
        <Icon name="rate" />
        {strength.name}
      </h3>
      <p class="statement">{strength.text}</p>
      <p class="soft">
        {t("results.level", { number: strength.level, name: strength.level_name })}
      </p>
    </article>
  );
}

function StepCard({ step, href }: { step: NextStep; href: string }) {
  return (
    <article class="card">
      <h3>{step.name}</h3>
      <p class="soft">{t("results.level", { number: step.level, name: step.level_name })}</p>
      <h4>{t("results.try")}</h4>
      <p class="say">{step.practice}</p>
      <h4>{t("results.next_level")}</h4>
      <p>
        <Worded text={step.next_level_text} />
      </p>
      <a href={href}>
        <span class="soft">{step.competency_id}</span> {step.name}
      </a>
    </article>
  );
}

/** The picture comes with its words after the page; until then, and where it cannot be had, the table stands alone. */
const picture = signal<typeof import("../parts/chart-profile.tsx") | null>(null);

async function loadPicture() {
  const [parts] = await Promise.all([import("../parts/chart-profile.tsx"), loadWords("chart")]);
  picture.value = parts;
}

function Numbers({ domains }: { domains: readonly DomainResult[] }) {
  useEffect(() => void loadPicture().catch(() => undefined), []);
  const table = (
    <Table
      caption={t("results.table_caption")}
      heads={[t("results.table_area"), t("results.table_mean"), t("results.table_rated")]}
      rows={domains.map((domain) => [
        domain.name,
        <Mean tenths={domain.mean_level_tenths} />,
        t("results.rated_of", { rated: domain.rated_count, total: domain.competency_count }),
      ])}
    />
  );
  const Picture = picture.value?.ProfileChart;
  return (
    <section class="numbers" aria-labelledby="numbers">
      <h2 id="numbers">{t("results.numbers")}</h2>
      {Picture ? <Picture domains={domains} table={table} /> : table}
    </section>
  );
}

function Mean({ tenths }: { tenths: number | null }) {
  if (tenths === null) return <span class="soft">{t("results.table_none")}</span>;
  return (
    <span class="mean">
      <b>{formatNumber(tenths / 10, 1)}</b>
      <meter min={0} max={50} value={tenths} aria-hidden="true" />
    </span>
  );
}
