// SPDX-License-Identifier: MIT
// Hard moments to practise: three for this week, and all of them. Says which ones were tried, never how well.
import { formatNumber, t } from "../../i18n.ts";
import { today } from "../../device.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { BackLink } from "./back-link.tsx";
import { mayKeep } from "./kept.ts";
import { practice, weekOf, weeklyOf } from "./practice.ts";
import { pathTo } from "./sections.ts";
import type { RowOf } from "./sections.ts";

export function DilemmasPage() {
  const reading = useReading("get_section", { section: "dilemmas" });
  return (
    <>
      <BackLink />
      <PageHeading page={t("learn.dilemmas")}>{t("learn.dilemmas")}</PageHeading>
      <p class="lead">{t("learn.dilemmas_lead")}</p>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <Dilemmas rows={reading.value.dilemmas ?? []} />}
    </>
  );
}

function Dilemmas({ rows }: { rows: readonly RowOf<"dilemmas">[] }) {
  const tried = rows.filter(({ id }) => practice.value.value[id] !== undefined).length;
  return (
    <div class="result">
      <section class="card hero-card" aria-labelledby="weekly-title">
        <h2 id="weekly-title">{t("learn.weekly")}</h2>
        <DilemmaList rows={weeklyOf(rows, weekOf(today()))} />
      </section>
      <section aria-labelledby="all-title">
        <h2 id="all-title">{t("learn.all_dilemmas")}</h2>
        <label class="progress">
          {t("learn.tried", { count: tried, total: formatNumber(rows.length) })}
          <progress max={rows.length} value={tried} />
        </label>
        <p class="hint">{t(mayKeep() ? "learn.practice_kept" : "learn.practice_not_kept")}</p>
        <DilemmaList rows={rows} />
        {tried > 0 && (
          <button type="button" class="link-button" onClick={() => practice.set({})}>
            {t("learn.practice_forget")}
          </button>
        )}
      </section>
    </div>
  );
}

function DilemmaList({ rows }: { rows: readonly RowOf<"dilemmas">[] }) {
  return (
    <ul class="links">
      {rows.map(({ id, title }) => (
        <li key={id}>
          <a href={hrefOf(pathTo("dilemmas", id))}>
            {title}
            {practice.value.value[id] !== undefined && (
              <span class="badge tone-fits">
                <Icon name="done" size={1} />
                {t("learn.tried_mark")}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
