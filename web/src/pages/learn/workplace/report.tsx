// SPDX-License-Identifier: MIT
// A report on how true the role is kept, for an agency to print: the points of the two papers, and every answer.
import { today } from "../../../device.ts";
import { formatDate, t } from "../../../i18n.ts";
import { Failure } from "../../../parts/failure.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { PrintButton } from "../../../parts/print-button.tsx";
import { Table } from "../../../parts/table.tsx";
import type { Result } from "../../../core.ts";
import { useReading } from "../../../reading.ts";
import { BackLink } from "../back-link.tsx";
import type { RowOf } from "../sections.ts";
import { workplacePath } from "./paths.ts";
import type { Look, Workplace } from "./paths.ts";
import { AreaChart } from "./area-chart.tsx";
import { Band, NextSteps } from "./result.tsx";
import { answered, unknown } from "./answers.ts";
import { questionOf } from "./state.ts";
import type { Item } from "./state.ts";

export function ReportPage({ look, ...workplace }: Workplace & { look: Look }) {
  const said = look.voice;
  const review = useReading("review_workplace", { voice: said, answers: answered(look.answers) });
  const points = useReading("get_section", { section: "points" });
  return (
    <>
      <BackLink to={workplacePath("result")} words={t("work.result")} />
      <PageHeading page={t("work.report")}>{t("work.report")}</PageHeading>
      <p class="lead">
        {formatDate(today())} · {t(`work.voice_${said}`)}
      </p>
      {review.state === "failed" && <Failure failure={review.failure} retry={review.retry} />}
      {review.state === "loading" && <Loading />}
      {review.state === "ready" && (
        <div class="result">
          <Band review={review.value} items={workplace.items} voice={said} />
          <NextSteps review={review.value} />
          <AreaChart {...workplace} review={review.value} />
          {points.state === "ready" && (
            <Points rows={points.value.points ?? []} review={review.value} />
          )}
          {workplace.areas.map((area) => (
            <Answers
              key={area.id}
              title={area.name}
              items={workplace.items.filter((item) => item.area === area.id)}
              look={look}
            />
          ))}
          <p class="hint">{t("work.report_use")}</p>
          <PrintButton />
        </div>
      )}
    </>
  );
}

const kinds = ["fidelity", "readiness", "policy"] as const;

interface PointsProps {
  rows: readonly RowOf<"points">[];
  review: Result<"review_workplace">;
}

function Points({ rows, review }: PointsProps) {
  const stateOf = (id: string) => {
    const result = review.points.find(({ point_id }) => point_id === id);
    if (!result || result.points_max === 0) return t("work.not_known");
    return t("work.points_of", { points: result.points, total: result.points_max });
  };
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`points-${kind}`}>
          <h2 id={`points-${kind}`}>{t(`learn.points_${kind}`)}</h2>
          <Table
            heads={[t("work.point"), t("work.points")]}
            rows={rows
              .filter((row) => row.kind === kind)
              .map((row) => [`${row.number}. ${row.name}`, stateOf(row.id)])}
          />
        </section>
      ))}
    </>
  );
}

interface AnswersProps {
  title: string;
  items: readonly Item[];
  look: Look;
}

function Answers({ title, items, look }: AnswersProps) {
  const answerOf = (item: Item) => {
    const text = look.answers[item.id];
    if (text === undefined) return t("work.not_answered");
    return text === unknown ? t("work.unknown") : item.anchors[Number(text)];
  };
  return (
    <section>
      <h2>{title}</h2>
      <dl class="stack">
        {items.map((item) => (
          <div key={item.id}>
            <dt>{questionOf(item, look.voice)}</dt>
            <dd>{answerOf(item)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
