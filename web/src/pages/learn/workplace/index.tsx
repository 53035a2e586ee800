// SPDX-License-Identifier: MIT
// The workplace check: which of its pages an address asks for, with the questions and areas that all of them need.
import { useEffect } from "preact/hooks";
import { Failure } from "../../../parts/failure.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { t } from "../../../i18n.ts";
import { useReading } from "../../../reading.ts";
import Missing from "../../missing.tsx";
import { AreaPage } from "./area.tsx";
import { OverviewPage } from "./overview.tsx";
import type { Workplace } from "./paths.ts";
import { QuestionsPage } from "./questions.tsx";
import { ReportPage } from "./report.tsx";
import { ResultPage } from "./result.tsx";
import { answers, checks, isHere, startWorkplace, trouble, voice } from "./state.ts";

export function WorkplacePages({ part }: { part: string | undefined }) {
  const items = useReading("get_section", { section: "readiness" });
  const areas = useReading("get_section", { section: "areas" });
  const bands = useReading("get_section", { section: "bands" });
  useEffect(() => startWorkplace(), []);
  const failed = [items, areas, bands].find((reading) => reading.state === "failed");
  const retry = failed?.state === "failed" ? failed.retry : undefined;
  const failure = failed?.state === "failed" ? failed.failure : trouble.value;
  const workplace = items.state === "ready" &&
    areas.state === "ready" &&
    bands.state === "ready" && {
      items: items.value.readiness ?? [],
      areas: areas.value.areas ?? [],
      bands: bands.value.bands ?? [],
    };
  if (workplace && isHere.value) return <Part part={part} workplace={workplace} />;
  return (
    <>
      <PageHeading page={t("work.title")}>{t("work.title")}</PageHeading>
      {failure ? <Failure failure={failure} retry={retry} /> : <Loading />}
    </>
  );
}

function Part({ part, workplace }: { part: string | undefined; workplace: Workplace }) {
  if (part === undefined) return <OverviewPage {...workplace} />;
  const now = { voice: voice.value ?? "seeker", answers: answers.value } as const;
  if (part === "result") return <ResultPage {...workplace} look={now} />;
  if (part === "report") return <ReportPage {...workplace} look={now} />;
  if (part === "questions") return <QuestionsPage {...workplace} />;
  if (workplace.areas.some(({ id }) => id === part))
    return <AreaPage {...workplace} areaId={part} />;
  const earlier = checks.value.find(({ seriesId }) => seriesId === part);
  return earlier ? <ResultPage {...workplace} look={earlier} /> : <Missing />;
}
