// SPDX-License-Identifier: MIT
// Goals: what, one small next action, by when, done. One's own, with undo in place of questions.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { GoalBody, NextStep } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { keepEntry, removeEntry, saving, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import { Line, Lines, Tick } from "./fields.tsx";
import { HandOut } from "./files.tsx";
import { useForm } from "./form.tsx";
import type { Form, Rules } from "./form.tsx";
import { itemPage } from "./framework.ts";
import { focusKey } from "../../parts/keep-focus.ts";
import { NoteHint } from "./note-hint.tsx";

export function PlanPage() {
  const { all, failure } = useEntries("goal");
  const open = all?.filter(({ body }) => body.state === "open") ?? [];
  const done = all?.filter(({ body }) => body.state === "done") ?? [];
  return (
    <>
      <PageHeading page={t("plan.title")}>{t("plan.title")}</PageHeading>
      <p class="lead">{t("plan.lead")}</p>
      {failure && <Failure failure={failure} />}
      {!all && !failure && <Loading />}
      <Goals goals={open.sort(byDate)} title={t("plan.open")} />
      {all && <FromRatings goals={open} />}
      <GoalForm />
      <Goals goals={done} title={t("plan.done")} />
      {all && all.length > 0 && (
        <HandOut
          words={t("grow.csv")}
          fileName="trellis-plan.csv"
          type="text/csv"
          make={async () => (await ask("export_csv", { kind: "goal" })).document}
        />
      )}
      {all && all.length > 0 && <PrintButton />}
      <a class="button" href={hrefOf({ name: "grow", view: "ladder" })}>
        {t("plan.to_ladder")}
      </a>
      <UndoNotice />
    </>
  );
}

/** Those with a day first, the soonest before the others. */
function byDate(a: Kept<"goal">, b: Kept<"goal">): number {
  return (a.body.due_on ?? "9999").localeCompare(b.body.due_on ?? "9999");
}

/** When to look again at what was taken from the ratings. */
const weeksToLook = 4;

function lookAgainOn(): string {
  const day = new Date(`${today()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * weeksToLook);
  return day.toISOString().slice(0, 10);
}

/** What the ratings say could come next, to be taken into the plan with one tap. */
function FromRatings({ goals }: { goals: readonly Kept<"goal">[] }) {
  const reading = useReading("get_results", {});
  const save = useSignal<State>({ kind: "idle" });
  const steps = reading.state === "ready" ? reading.value.next_steps : [];
  const free = steps.filter(
    ({ competency_id: id }) => !goals.some(({ body }) => body.competency_id === id),
  );
  if (free.length === 0) return null;
  const due_on = lookAgainOn();
  const take = ({ competency_id, name, practice }: NextStep) =>
    saving(save, () =>
      keepEntry("goal", { ...none, text: name, next_action: practice, due_on, competency_id }),
    );
  return (
    <section aria-labelledby="from-ratings">
      <h2 id="from-ratings">{t("plan.from_ratings")}</h2>
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      {free.map((step) => (
        <article class="card" key={step.competency_id}>
          <h3>{step.name}</h3>
          <p class="say">{step.practice}</p>
          <button type="button" class="button" onClick={() => void take(step)}>
            {t("plan.take", { date: formatDate(due_on) })}
            <span class="visually-hidden"> {step.name}</span>
          </button>
        </article>
      ))}
    </section>
  );
}

const none: GoalBody = { text: "", next_action: "", due_on: null, state: "open" };

const blank = { text: "", next: "", due: "" };
type Typed = typeof blank;

const bodyOf = ({ text, next, due }: Typed) => ({ text, next_action: next, due_on: due || null });

const rules: Rules<Typed> = {
  text: { label: "plan.text", missing: "plan.text_missing", max: 300 },
  next: { label: "plan.next", max: 300 },
  due: { label: "plan.due", isDate: true },
};

function GoalForm() {
  const draft = useDraft("goal", () => blank);
  const form = useForm(draft, rules, () => keepEntry("goal", { ...none, ...bodyOf(draft.fields) }));
  return (
    <>
      {form.trouble}
      <form class="card" onSubmit={form.onSubmit} noValidate>
        <h2>{t("plan.new")}</h2>
        <GoalFields form={form} />
        <NoteHint text={`${draft.fields.text} ${draft.fields.next}`} />
        <button type="submit" class="button primary wide">
          {t("plan.keep")}
        </button>
        <SaveState save={form.save} />
      </form>
    </>
  );
}

function GoalFields({ form }: { form: Form<Typed> }) {
  return (
    <>
      <Lines {...form.field("text")} label={t("plan.text")} />
      <Lines {...form.field("next")} label={t("plan.next")} hint={t("plan.next_hint")} />
      <Line {...form.field("due")} label={t("plan.due")} type="date" />
    </>
  );
}

interface GoalsProps {
  goals: readonly Kept<"goal">[];
  title: string;
}

function Goals({ goals, title }: GoalsProps) {
  if (goals.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {goals.map((goal) => (
        <GoalCard key={goal.series_id} goal={goal} />
      ))}
    </section>
  );
}

function GoalCard({ goal }: { goal: Kept<"goal"> }) {
  const { body, series_id } = goal;
  const kept = { text: body.text, next: body.next_action, due: body.due_on ?? "" };
  // By series: a goal that is ticked goes to the other list with what is changed and not kept yet.
  const draft = useDraft(`goal.${series_id}`, () => kept);
  const isChanging = useRef(draft.isChanged).current;
  const save = useSignal<State>({ kind: "idle" });
  const keep = (changed: GoalBody) => keepEntry("goal", changed, series_id);
  const form = useForm(draft, rules, () => keep({ ...body, ...bodyOf(draft.fields) }));
  const remove = () => {
    const { fields } = draft;
    return doWithUndo(
      "plan.removed",
      async () => {
        await removeEntry(series_id);
        draft.drop();
      },
      async () => {
        await keepEntry("goal", body, series_id);
        draft.change(fields);
      },
    );
  };
  return (
    <article class="card" {...focusKey(series_id)}>
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Tick
        checked={body.state === "done"}
        onChange={(isDone) =>
          void saving(save, () => keep({ ...body, state: isDone ? "done" : "open" }))
        }
      >
        <b>{body.text}</b>
      </Tick>
      {body.next_action !== "" && <p class="say">{body.next_action}</p>}
      {(body.due_on || body.competency_id) && (
        <p class="soft">
          {body.due_on && t("plan.by", { date: formatDate(body.due_on) })}{" "}
          {body.competency_id && (
            <a href={hrefOf(itemPage(body.competency_id))}>{body.competency_id}</a>
          )}
        </p>
      )}
      <Fold class="no-print" summary={t("plan.change")} open={isChanging}>
        {form.trouble}
        <form class="stack" onSubmit={form.onSubmit} noValidate>
          <GoalFields form={form} />
          <div class="actions">
            <button type="submit" class="button primary">
              {t("plan.keep")}
            </button>
            <button type="button" class="button" onClick={() => void remove()}>
              {t("grow.remove")}
            </button>
          </div>
        </form>
      </Fold>
      <SaveState save={form.save.kind === "idle" ? save.value : form.save} />
    </article>
  );
}
