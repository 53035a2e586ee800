// SPDX-License-Identifier: MIT
// One step of the ladder beside one's own records: what is there first, then what is open. Never a percentage.
import { useSignal } from "@preact/signals";
import type { RequirementState, Rung } from "../../../../wasm/src/api.gen.ts";
import type { Result } from "../../core.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { Clauses, Source } from "../../parts/sources.tsx";
import { Worded } from "../../parts/worded.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { changes, keepEntry, saving, useEntries } from "../../entries.ts";
import { itemPage } from "./framework.ts";
import { amount } from "./hours.ts";

export function RungPage({ rungId }: { rungId: string }) {
  const gap = useReading("get_gap", { rung_id: rungId, today: today() }, changes.value);
  const ladder = useReading("get_ladder", {}, changes.value);
  const rungs = ladder.state === "ready" ? ladder.value.rungs : [];
  const rung = rungs.find(({ id }) => id === rungId);
  const name = rung?.name ?? t("ladder.title");
  return (
    <>
      <div class="crumb">
        <a href={hrefOf({ name: "grow", view: "ladder" })}>{t("ladder.back")}</a>
      </div>
      <PageHeading page={name}>{name}</PageHeading>
      {gap.state === "failed" && <Failure failure={gap.failure} retry={gap.retry} />}
      {gap.state === "loading" && <Loading />}
      {gap.state === "ready" && <Gap gap={gap.value} rung={rung} />}
    </>
  );
}

const states = ["met", "open", "not_known"] as const;
const iconOf = { met: "done", open: "open", not_known: "help" } as const;

function Gap({ gap, rung }: { gap: Result<"get_gap">; rung: Rung | undefined }) {
  return (
    <div class="result">
      <p class="lead">{gap.rung.who}</p>
      {states.map((state) => {
        const rows = gap.requirements.filter(({ met }) => met === state);
        return (
          rows.length > 0 && (
            <section key={state} aria-labelledby={`rung-${state}`}>
              <h2 id={`rung-${state}`}>{t(`ladder.${state}`, { count: rows.length })}</h2>
              {state === "not_known" && <p class="hint">{t("ladder.not_known_hint")}</p>}
              <ul class="rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Row row={row} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      {rung && <Published rung={rung} />}
      <p class="notice">{gap.limits}</p>
      <PrintButton />
      <a class="button" href={hrefOf({ name: "grow", view: "plan" })}>
        {t("ladder.to_plan")}
      </a>
    </div>
  );
}

function Row({ row }: { row: RequirementState }) {
  const { met } = row;
  return (
    <details>
      <summary>
        <span class={`spot tone-${met === "met" ? "fits" : "neutral"}`}>
          <Icon name={iconOf[met]} size={1.1} />
        </span>
        <span class="grow">
          {row.text}
          <span class="soft block">{basisWords(row)}</span>
        </span>
      </summary>
      <div class="stack">
        {row.have !== null && row.needed !== null && (
          <p>
            {t("ladder.have", {
              have: amount(row.have, row.unit),
              needed: amount(row.needed, row.unit),
            })}
          </p>
        )}
        {row.below.slice(0, 3).map((gap) => (
          <div key={gap.competency_id}>
            <p>
              <a href={hrefOf(itemPage(gap.competency_id))}>
                <span class="soft">{gap.competency_id}</span> {gap.name}
              </a>
            </p>
            <p class="soft">{t("ladder.levels", { level: gap.level, needed: gap.needed })}</p>
            <p class="say">{gap.practice}</p>
          </div>
        ))}
        {row.unrated.length > 0 && (
          <p>
            <a href={hrefOf(itemPage(row.unrated[0] ?? ""))}>
              {t("ladder.unrated", { count: row.unrated.length })}
            </a>
          </p>
        )}
        {met !== "met" && <PlanIt row={row} />}
        {row.source && <Source source={row.source} />}
      </div>
    </details>
  );
}

/** Where a requirement comes from, in words: published with a date, a default, or not verified. */
function basisWords(row: RequirementState): string {
  if (row.basis === "published") return t("ladder.published", { date: formatDate(row.as_of) });
  return row.basis === "not_verified" ? t("ladder.not_verified") : t("ladder.default");
}

/** Makes a goal of what is open, with one tap. */
function PlanIt({ row }: { row: RequirementState }) {
  const { all } = useEntries("goal");
  const save = useSignal<State>({ kind: "idle" });
  const [widest] = row.below;
  const isPlanned = all?.some(({ body }) => body.requirement_id === row.id) ?? false;
  const plan = () =>
    keepEntry("goal", {
      text: row.text,
      next_action: (widest?.practice ?? "").slice(0, 300),
      state: "open",
      due_on: null,
      competency_id: widest?.competency_id ?? null,
      requirement_id: row.id,
    });
  if (isPlanned && save.value.kind !== "saved") return <p class="soft">{t("ladder.planned")}</p>;
  return (
    <div class="actions">
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      {!isPlanned && (
        <button type="button" class="button" onClick={() => void saving(save, plan)}>
          {t("ladder.plan_it")}
        </button>
      )}
      <SaveState save={save.value} />
    </div>
  );
}

function Published({ rung }: { rung: Rung }) {
  return (
    <section aria-labelledby="published">
      <h2 id="published">{t("ladder.places")}</h2>
      <ul class="facts">
        {rung.published.map((fact) => (
          <li key={fact.text}>
            <p>
              <Worded text={fact.text} />
            </p>
            <p class="soft">
              {fact.verified
                ? t("ladder.published", { date: formatDate(fact.as_of) })
                : t("ladder.not_verified")}
            </p>
            {fact.source && <Source source={fact.source} />}
          </li>
        ))}
      </ul>
      <Clauses clauses={rung.clauses} />
    </section>
  );
}
