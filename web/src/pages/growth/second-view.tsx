// SPDX-License-Identifier: MIT
// A second view: the worker chooses what somebody else rates without seeing the worker's levels. The first screen of
// three: ask, answer (second-view-answer.tsx), look at both together (second-view-compare.tsx).
import { useSignal } from "@preact/signals";
import type { Rating } from "../../../../wasm/src/api.gen.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { nowInstant } from "../../device.ts";
import { formatInstant, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import { ratings } from "../../ratings.ts";
import { hrefOf } from "../../router.ts";
import { keepEntry, noteChange, removeEntry, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { Tick } from "./fields.tsx";
import { HandOut } from "./files.tsx";
import { useFramework } from "./framework.ts";
import { focusKey } from "../../parts/keep-focus.ts";

export function SecondViewPage() {
  return (
    <>
      <PageHeading page={t("second.title")}>{t("second.title")}</PageHeading>
      <p class="lead">{t("second.lead")}</p>
      <div class="actions">
        <a class="button" href={hrefOf({ name: "grow", view: "second-view", id: "answer" })}>
          {t("second.to_answer")}
          <Icon name="forward" />
        </a>
        <a class="button" href={hrefOf({ name: "grow", view: "second-view", id: "compare" })}>
          {t("second.to_compare")}
          <Icon name="forward" />
        </a>
      </div>
      <AskForOne />
      <Asked />
      <UndoNotice />
    </>
  );
}

/** Random bytes that hide the levels inside the commitment; as many as the core wants. */
const entropyBytes = 72;

function entropy(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(entropyBytes))));
}

function AskForOne() {
  const framework = useFramework();
  const answered = ratings.value ?? new Map<string, Rating>();
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const failure = useSignal<FailureText | null>(null);
  if (framework.state !== "ready") return <Loading />;
  const items = framework.value.framework.competencies.filter(({ id }) => answered.has(id));
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(chosen.value);
    if (isIn) next.add(id);
    else next.delete(id);
    chosen.value = next;
  };
  const make = async () => {
    try {
      failure.value = null;
      const { document } = await ask("export_second_view", {
        entry_id: crypto.randomUUID(),
        document_id: crypto.randomUUID(),
        competency_ids: [...chosen.value],
        entropy: entropy(),
        noted_at: nowInstant(),
      });
      noteChange();
      return document;
    } catch (error) {
      failure.value = failureOf(error);
      throw error;
    }
  };
  return (
    <section class="card" aria-labelledby="ask">
      <h2 id="ask">{t("second.ask")}</h2>
      {failure.value && <Failure failure={failure.value} />}
      <p>{t("second.ask_text")}</p>
      {items.length === 0 && (
        <>
          <p>{t("second.ask_none")}</p>
          <a class="button" href={hrefOf({ name: "grow", view: "assess" })}>
            {t("grow.assess_title")}
            <Icon name="forward" />
          </a>
        </>
      )}
      {items.map(({ id, name }) => (
        <Tick key={id} checked={chosen.value.has(id)} onChange={(isIn) => toggle(id, isIn)}>
          <span class="soft">{id}</span> {name}
        </Tick>
      ))}
      {chosen.value.size > 0 && (
        <HandOut
          words={t("second.make", { count: chosen.value.size })}
          fileName="trellis-second-view.json"
          type="application/json"
          make={make}
        />
      )}
    </section>
  );
}

/** What was asked for; each can be withdrawn, and a file that comes back then is not opened. */
function Asked() {
  const { all } = useEntries("second_view");
  if (!all || all.length === 0) return null;
  const withdraw = ({ series_id, body }: Kept<"second_view">) =>
    doWithUndo(
      "second.withdrawn",
      () => removeEntry(series_id),
      () => keepEntry("second_view", body, series_id),
    );
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t("second.asked")}</h2>
      <p class="hint">{t("second.asked_hint")}</p>
      <ul class="facts">
        {all.map((entry) => (
          <li key={entry.series_id} {...focusKey(entry.series_id)}>
            <div class="entry-head">
              <span class="grow">
                {entry.body.competency_ids}
                <span class="soft block">{formatInstant(entry.noted_at)}</span>
              </span>
              <button type="button" class="button" onClick={() => void withdraw(entry)}>
                {t("second.withdraw")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
