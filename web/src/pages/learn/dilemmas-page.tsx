// SPDX-License-Identifier: MIT
// Hard moments to practise: three for this week, and all of them. Says which ones were tried, never how well.
import { formatNumber, t } from "../../i18n.ts";
import { today } from "../../device.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { BackLink } from "./back-link.tsx";
import { mayKeep } from "./kept.ts";
import { forgetPractice, rememberPractice, usePractice } from "./practice.ts";
import type { Choices } from "./practice.ts";
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
  const tried = usePractice();
  const weekly = useReading("get_weekly_dilemmas", { today: today() });
  const count = rows.filter(({ id }) => tried[id] !== undefined).length;
  const ids = weekly.state === "failed" ? [] : (weekly.value?.dilemma_ids ?? []);
  return (
    <div class="result">
      <section class="card hero-card" aria-labelledby="weekly-title">
        <h2 id="weekly-title">{t("learn.weekly")}</h2>
        {weekly.state === "failed" && <Failure failure={weekly.failure} retry={weekly.retry} />}
        <DilemmaList
          rows={ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])}
          tried={tried}
        />
      </section>
      <section aria-labelledby="all-title">
        <h2 id="all-title">{t("learn.all_dilemmas")}</h2>
        <label class="progress">
          {t("learn.tried", { count, total: formatNumber(rows.length) })}
          <progress max={rows.length} value={count} />
        </label>
        <p class="hint">{t(mayKeep() ? "learn.practice_kept" : "learn.practice_not_kept")}</p>
        <DilemmaList rows={rows} tried={tried} />
        {count > 0 && (
          <button type="button" class="link-button" onClick={() => void forget(tried)}>
            {t("learn.practice_forget")}
          </button>
        )}
        <UndoNotice />
      </section>
    </div>
  );
}

function forget(tried: Choices): Promise<void> {
  return doWithUndo(
    "learn.practice_forgotten",
    () => forgetPractice(tried),
    () => rememberPractice(tried),
  );
}

interface ListProps {
  rows: readonly RowOf<"dilemmas">[];
  tried: Choices;
}

function DilemmaList({ rows, tried }: ListProps) {
  return (
    <ul class="links">
      {rows.map(({ id, title }) => (
        <li key={id}>
          <a href={hrefOf(pathTo("dilemmas", id))}>
            {title}
            {tried[id] !== undefined && (
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
