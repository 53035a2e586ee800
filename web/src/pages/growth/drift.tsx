// SPDX-License-Identifier: MIT
// "I was asked to do something outside my role": a short entry, the list by month, and what comes back again and again.
import { useSignal } from "@preact/signals";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { Clauses } from "../../parts/sources.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import { useReading } from "../../reading.ts";
import { DriftForm } from "./drift-form.tsx";
import { DriftPatterns } from "./drift-patterns.tsx";
import { keepEntry, removeEntry, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { useFamilies } from "./families.ts";
import type { Families } from "./families.ts";
import { focusKey } from "../../parts/keep-focus.ts";

export function DriftPage() {
  const { all, failure } = useEntries("drift");
  const families = useFamilies();
  return (
    <>
      <PageHeading page={t("drift.title")}>{t("drift.title")}</PageHeading>
      <p class="lead">{t("drift.lead")}</p>
      {failure && <Failure failure={failure} />}
      <DriftForm families={families} />
      {!all && !failure && <Loading />}
      {all && all.length > 0 && (
        <div class="result">
          <DriftList entries={all} families={families} />
          <DriftPatterns />
        </div>
      )}
      <UndoNotice />
    </>
  );
}

interface ListProps {
  entries: readonly Kept<"drift">[];
  families: Families;
}

function DriftList({ entries, families }: ListProps) {
  const newest = [...entries].sort((a, b) => b.body.on.localeCompare(a.body.on));
  const months = [...new Set(newest.map(({ body }) => body.on.slice(0, 7)))];
  return (
    <section aria-labelledby="drift-list">
      <h2 id="drift-list">{t("drift.list")}</h2>
      {months.map((month) => (
        <div key={month} class="stack">
          <h3>{formatDate(month)}</h3>
          <ul class="rows">
            {newest
              .filter(({ body }) => body.on.startsWith(month))
              .map((entry) => (
                <li key={entry.series_id} {...focusKey(entry.series_id)}>
                  <DriftRow entry={entry} families={families} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function DriftRow({ entry, families }: { entry: Kept<"drift">; families: Families }) {
  const { body } = entry;
  const isOpen = useSignal(false);
  const remove = () =>
    doWithUndo(
      "drift.removed",
      () => removeEntry(entry.series_id),
      () => keepEntry("drift", body, entry.series_id),
    );
  return (
    <details data-own onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>
        <span class="grow">
          {families.nameOf(body.family)}
          <span class="soft block">
            {formatDate(body.on)} · {t(`drift.often_${body.how_often}`)}
          </span>
        </span>
      </summary>
      <div class="stack">
        {body.words !== "" && <p class="say">{body.words}</p>}
        <dl class="pairs">
          <dt>{t("drift.did")}</dt>
          <dd>{t(`drift.did_${body.what_i_did}`)}</dd>
          <dt>{t("drift.happened")}</dt>
          <dd>{t(`drift.happened_${body.what_happened}`)}</dd>
          {body.feeling && (
            <>
              <dt>{t("drift.feeling")}</dt>
              <dd>{t(`drift.feeling_${body.feeling}`)}</dd>
            </>
          )}
        </dl>
        {isOpen.value && body.rule_id && <Reply ruleId={body.rule_id} />}
        <button type="button" class="link-button" onClick={() => void remove()}>
          {t("grow.remove")}
        </button>
      </div>
    </details>
  );
}

/** A kind way to answer, and where it comes from. */
function Reply({ ruleId }: { ruleId: string }) {
  const reading = useReading("explain_rule", { rule_id: ruleId });
  if (reading.state !== "ready") return <Loading />;
  const { rule } = reading.value;
  return (
    <>
      <h4>{t("check.reply")}</h4>
      <p class="say">{rule.reply}</p>
      <Fold summary={t("source.title")}>
        <Clauses clauses={rule.clauses.slice(0, 1)} />
      </Fold>
    </>
  );
}
