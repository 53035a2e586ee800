// SPDX-License-Identifier: MIT
// All competencies by domain with what has been answered, and one button that goes on at the first open one.
import type { Competency, Domain, Framework, Rating } from "../../../wasm/src/api.gen.ts";
import { answeredCount, firstOpen } from "../framework.ts";
import type { Answered } from "../framework.ts";
import { t } from "../i18n.ts";
import { BackupReminder } from "../parts/backup-reminder.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { ratings } from "../ratings.ts";
import { useReading } from "../reading.ts";
import { hrefOf } from "../router.ts";
import { Fold } from "../parts/fold.tsx";

export default function CompetenciesPage() {
  const reading = useReading("get_framework", {});
  const answered: Answered = ratings.value ?? new Map<string, Rating>();
  return (
    <>
      <PageHeading page={t("competencies.page")}>{t("competencies.title")}</PageHeading>
      <p class="lead">{t("competencies.lead")}</p>
      <BackupReminder />
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && (
        <Overview framework={reading.value.framework} answered={answered} />
      )}
    </>
  );
}

function Overview({ framework, answered }: { framework: Framework; answered: Answered }) {
  const open = firstOpen(framework, answered);
  const done = answeredCount(framework.competencies, answered);
  return (
    <div class="result">
      <section class="card hero-card">
        <Progress done={done} total={framework.competencies.length} />
        {open ? (
          <a
            class="button primary wide"
            href={hrefOf({ name: "competency", competencyId: open.id })}
          >
            {done === 0 ? t("competencies.start") : t("competencies.continue", { name: open.name })}
            <Icon name="forward" />
          </a>
        ) : (
          <p>{t("competencies.all_done")}</p>
        )}
        {done > 0 && (
          <a
            class={open ? "button wide" : "button primary wide"}
            href={hrefOf({ name: "results" })}
          >
            {t("competencies.results")}
          </a>
        )}
        <p class="hint">{t("competencies.growth")}</p>
      </section>
      <ul class="rows">
        {framework.domains.map((domain) => (
          <li key={domain.id}>
            <DomainRow
              domain={domain}
              framework={framework}
              answered={answered}
              isNext={open?.domain_id === domain.id}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  domain: Domain;
  framework: Framework;
  answered: Answered;
  isNext: boolean;
}

function DomainRow({ domain, framework, answered, isNext }: RowProps) {
  const competencies = framework.competencies.filter(
    (competency) => competency.domain_id === domain.id,
  );
  const done = answeredCount(competencies, answered);
  return (
    <Fold
      open={isNext}
      summary={
        <>
          <span class={`spot tone-${done === competencies.length ? "fits" : "neutral"}`}>
            <Icon name={done === competencies.length ? "done" : "open"} size={1.1} />
          </span>
          <span class="grow">
            {domain.name}
            <span class="soft block">
              {t("competencies.progress", { done, total: competencies.length })}
            </span>
          </span>
        </>
      }
    >
      <ul class="links">
        {competencies.map((competency) => (
          <li key={competency.id}>
            <a href={hrefOf({ name: "competency", competencyId: competency.id })}>
              <span class="grow">
                <span class="soft">{competency.id}</span> {competency.name}
              </span>
              <span class="soft">{answerWords(competency, answered, framework)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What was answered, in words; "open" where nothing was. */
export function answerWords(
  competency: Competency,
  answered: Answered,
  framework: Framework,
): string {
  const rating = answered.get(competency.id);
  if (!rating) return t("competencies.open");
  if (rating.answer === "not_in_my_job") return t("answer.not_in_my_job");
  if (rating.answer === "prefer_not_to_say") return t("answer.prefer_not_to_say");
  return framework.levels.find((level) => level.number === rating.level)?.name ?? "";
}

export function Progress({ done, total }: { done: number; total: number }) {
  const words = t("competencies.progress", { done, total });
  return (
    <div class="progress">
      <progress value={done} max={total} aria-label={words} />
      <span>{words}</span>
    </div>
  );
}
