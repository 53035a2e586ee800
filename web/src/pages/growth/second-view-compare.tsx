// SPDX-License-Identifier: MIT
// Both views together: what differs by two levels or more first, as something to talk about; what is agreed is kept by
// the worker. Conditions of the job stand on the same page, apart from all levels.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { SecondViewItem, SecondViewResult } from "../../../../wasm/src/api.gen.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { today } from "../../device.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { hrefOf } from "../../router.ts";
import { conditionItems, levelWords } from "./condition-items.ts";
import { keepEntry, useEntries } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import type { Draft } from "./drafts.ts";
import { Lines } from "./fields.tsx";
import { useForm } from "./form.tsx";
import type { Rules } from "./form.tsx";
import { FilePicker } from "./files.tsx";

export function SecondViewComparePage() {
  const merged = useSignal<string | null>(null);
  const views = useSignal<readonly SecondViewResult[]>([]);
  const failure = useSignal<FailureText | null>(null);
  const add = async (file: string) => {
    try {
      const documents = merged.value === null ? [file] : [merged.value, file];
      const { document } = await ask("merge_second_views", { documents });
      const compared = await ask("compare_second_view", { document });
      merged.value = document;
      views.value = compared.views;
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
    }
  };
  return (
    <>
      <div class="crumb">
        <a href={hrefOf({ name: "grow", view: "second-view" })}>{t("second.title")}</a>
      </div>
      <PageHeading page={t("second.compare")}>{t("second.compare")}</PageHeading>
      <p class="lead">{t("second.compare_lead")}</p>
      {failure.value && <Failure failure={failure.value} />}
      <FilePicker words={t("second.open_back")} onText={add} multiple />
      {merged.value !== null && views.value.length === 0 && <p>{t("second.no_answer")}</p>}
      <div class="result">
        {views.value.map((view, nth) => (
          <section key={view.answer_id} aria-labelledby={view.answer_id}>
            <h2 id={view.answer_id}>{t("second.view", { number: nth + 1 })}</h2>
            {view.items.map((item) => (
              <Item key={item.competency_id} item={item} />
            ))}
          </section>
        ))}
        {views.value.length > 0 && <Conditions />}
      </div>
    </>
  );
}

function Item({ item }: { item: SecondViewItem }) {
  return (
    <article class={`card ${item.is_wide ? "tone-depends" : ""}`}>
      <h3>
        <span class="soft">{item.competency_id}</span> {item.name}
      </h3>
      {item.is_wide && <p class="badge">{t("second.wide")}</p>}
      <dl class="pairs">
        <dt>{t("second.own")}</dt>
        <dd>{item.own ?? t("second.no_level")}</dd>
        <dt>{t("second.other")}</dt>
        <dd>{item.other ?? t("second.not_seen")}</dd>
      </dl>
      <Agreement competencyId={item.competency_id} isWide={item.is_wide} />
    </article>
  );
}

const blank = { step: "" };
const rules: Rules<typeof blank> = {
  step: { label: "second.step", missing: "second.step_missing", max: 300 },
};

/** Stands open where there is something to talk about, or was typed before. */
function Agreement({ competencyId, isWide }: { competencyId: string; isWide: boolean }) {
  const draft = useDraft(`agreement.${competencyId}`, () => blank);
  const isBegun = useRef(draft.isChanged).current;
  return (
    <Fold summary={t("second.agree")} open={isWide || isBegun}>
      <Agree competencyId={competencyId} draft={draft} />
    </Fold>
  );
}

function Agree({ competencyId, draft }: { competencyId: string; draft: Draft<typeof blank> }) {
  const { all } = useEntries("agreement");
  const agreed = all?.filter(({ body }) => body.competency_id === competencyId) ?? [];
  const form = useForm(draft, rules, () =>
    keepEntry("agreement", {
      competency_id: competencyId,
      next_step: draft.fields.step,
      agreed_on: today(),
    }),
  );
  return (
    <>
      {form.trouble}
      <form class="stack" onSubmit={form.onSubmit} noValidate>
        {agreed.map(({ series_id, body }) => (
          <p key={series_id} class="say">
            {body.next_step}
          </p>
        ))}
        <Lines {...form.field("step")} label={t("second.step")} />
        <div class="actions">
          <button type="submit" class="button">
            {t("second.keep")}
          </button>
          <SaveState save={form.save} />
        </div>
      </form>
    </>
  );
}

function Conditions() {
  const { all } = useEntries("condition");
  const answered = conditionItems.flatMap((item) => {
    const words = levelWords(all?.find(({ body }) => body.item === item)?.body.level);
    return words === "" ? [] : [{ item, words }];
  });
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t("conditions.title")}</h2>
      <p class="hint">{t("conditions.lead")}</p>
      <ul class="facts">
        {answered.map(({ item, words }) => (
          <li key={item}>
            {t(`conditions.q_${item}`)} <b>{words}</b>
          </li>
        ))}
      </ul>
      <p>
        <a href={hrefOf({ name: "grow", view: "conditions" })}>{t("grow.conditions_title")}</a>
      </p>
    </section>
  );
}
