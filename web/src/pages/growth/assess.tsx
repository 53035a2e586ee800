// SPDX-License-Identifier: MIT
// A set of items by role and step: how long it takes is said before, it goes on at the first open item, and any item is
// one tap away. The items themselves are on the pages of competencies.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Framework, Rating } from "../../../../wasm/src/api.gen.ts";
import type { Params, Result } from "../../core.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { keeperOf, ratings } from "../../ratings.ts";
import type { SaveState } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { answerWords, Progress } from "../competencies.tsx";
import CompetencyPage from "../competency.tsx";
import { Results } from "../results.tsx";
import { changes, keepSetting, saving, useSetting } from "../../entries.ts";
import { Chips, Line, Pick } from "./fields.tsx";
import { areaOf, assessPageOf, isFurther, useFramework } from "./framework.ts";

type Form = Result<"get_form">;

const forms = ["short", "full", "further"] as const;

function useFormName() {
  const kept = useSetting("form");
  return forms.find((name) => name === kept) ?? "short";
}

function useForm() {
  const form = useFormName();
  const role_id = useSetting("role_id");
  const rung_id = useSetting("rung_id");
  const params: Params<"get_form"> = {
    form,
    ...(role_id && role_id !== "any" && { role_id }),
    ...(rung_id && { rung_id }),
  };
  return useReading("get_form", params, changes.value);
}

/** One item, with the form's own before and after. */
export function AssessItem({ competencyId }: { competencyId: string }) {
  const reading = useForm();
  const wider = useFramework();
  if (reading.state !== "ready" || wider.state !== "ready")
    return (
      <>
        <PageHeading page={t("assess.title")}>{t("assess.title")}</PageHeading>
        {reading.state === "failed" ? (
          <Failure failure={reading.failure} retry={reading.retry} />
        ) : (
          <Loading />
        )}
      </>
    );
  const { framework } = wider.value;
  const items = reading.value.items.map((item) => ({ id: item.competency_id }));
  // One that another form holds stands among its area.
  const form = items.some(({ id }) => id === competencyId)
    ? items
    : areaOf(framework, competencyId);
  return (
    <CompetencyPage
      competencyId={competencyId}
      form={form}
      pageOf={assessPageOf}
      end={isFurther(form.at(-1)?.id ?? "D") ? assessPageOf("results") : { name: "results" }}
      wider={framework}
    >
      <UndoAnswer key={competencyId} competencyId={competencyId} />
    </CompetencyPage>
  );
}

/** Goes back to the answer that was here before this visit; each answer stays in the history. */
function UndoAnswer({ competencyId }: { competencyId: string }) {
  const keeper = keeperOf(competencyId);
  const before = useRef<Rating | undefined>(undefined);
  before.current ??= ratings.peek()?.get(competencyId);
  const was = before.current;
  const { answer, level, save } = keeper.draft.value;
  if (!was || save.kind !== "saved" || (answer === was.answer && level === was.level)) return null;
  const words = was.answer === "level" ? String(was.level) : t(`answer.${was.answer}`);
  return (
    <p>
      <button
        type="button"
        class="button"
        onClick={() => keeper.choose(was.answer, was.level, false)}
      >
        {t("assess.undo", { answer: words })}
      </button>
    </p>
  );
}

/** What the answers to items of leaders and of a program say. */
export function FurtherResultsPage() {
  const reading = useReading("get_further_results", {});
  return (
    <>
      <div class="crumb">
        <a href={hrefOf(assessPageOf())}>{t("assess.title")}</a>
      </div>
      <PageHeading page={t("assess.further_results")}>{t("assess.further_results")}</PageHeading>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <Results results={reading.value} pageOf={assessPageOf} />}
    </>
  );
}

export function AssessPage() {
  const form = useForm();
  const framework = useFramework();
  const role = useSetting("role_id");
  return (
    <>
      <PageHeading page={t("assess.title")}>{t("assess.title")}</PageHeading>
      <p class="lead">{t("assess.lead")}</p>
      <Choices />
      {role === unreadRole && (
        <p class="notice">
          {t("assess.unread")}{" "}
          <a href={hrefOf({ name: "role", roleId: role })}>{t("assess.unread_link")}</a>
        </p>
      )}
      {form.state === "failed" && <Failure failure={form.failure} retry={form.retry} />}
      {framework.state === "ready" && form.state === "ready" ? (
        <Overview form={form.value} framework={framework.value.framework} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Choices() {
  const form = useFormName();
  const role = useSetting("role_id");
  const rung = useSetting("rung_id");
  const roles = useReading("list_roles", {});
  const ladder = useReading("get_ladder", {}, changes.value);
  const rungs = ladder.state === "ready" ? ladder.value.rungs : [];
  const save = useSignal<SaveState>({ kind: "idle" });
  const keep = (name: Parameters<typeof keepSetting>[0], value: string) =>
    void saving(save, () => keepSetting(name, value));
  return (
    <section class="card">
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Chips
        label={t("assess.form")}
        value={form}
        onInput={(value) => keep("form", value)}
        options={forms.map((value) => ({
          value,
          words: t(`assess.form_${value}`),
        }))}
      />
      <Fold summary={t("assess.fit")}>
        <div class="stack">
          <Pick
            label={t("check.role_label")}
            value={role}
            onInput={(value) => keep("role_id", value || "any")}
            options={[
              { value: "", words: t("check.role_any") },
              ...(roles.state === "ready" ? roles.value.roles : []).map(({ id, name }) => ({
                value: id,
                words: name,
              })),
            ]}
          />
          <Pick
            label={t("ladder.here")}
            value={rung}
            onInput={(value) => value && keep("rung_id", value)}
            options={[
              { value: "", words: t("ladder.here_none") },
              ...rungs.map(({ id, name }) => ({ value: id, words: name })),
            ]}
          />
        </div>
      </Fold>
    </section>
  );
}

/** A role whose own published elements we could not read. */
const unreadRole = "role.yapm";

function Overview({ form, framework }: { form: Form; framework: Framework }) {
  const answered = ratings.value ?? new Map<string, Rating>();
  const ids = form.items.map(({ competency_id }) => competency_id);
  const open = ids.find((id) => !answered.has(id));
  const done = ids.filter((id) => answered.has(id)).length;
  return (
    <div class="result">
      <section class="card hero-card">
        <p>
          <b>{t("assess.time", { count: form.minutes_estimate, items: ids.length })}</b>{" "}
          {t("assess.stop")}
        </p>
        <Progress done={done} total={ids.length} />
        {open && (
          <a class="button primary wide" href={hrefOf(assessPageOf(open))}>
            {done === 0 ? t("assess.start") : t("assess.go_on", { item: open })}
            <Icon name="forward" />
          </a>
        )}
        {ids.some((id) => answered.has(id) && !isFurther(id)) && (
          <a
            class={open ? "button wide" : "button primary wide"}
            href={hrefOf({ name: "results" })}
          >
            {t("competencies.results")}
          </a>
        )}
        {[...answered.keys()].some(isFurther) && (
          <a class="button wide" href={hrefOf(assessPageOf("results"))}>
            {t("assess.further_results")}
          </a>
        )}
        {done > 0 && (
          <a class="button wide" href={hrefOf(assessPageOf("change"))}>
            {t("change.title")}
          </a>
        )}
      </section>
      <JumpList ids={ids} framework={framework} />
      {form.left_out.length > 0 && (
        <Fold summary={t("assess.left_out", { count: form.left_out.length })}>
          <ul class="facts">
            {form.left_out.map((item) => (
              <li key={item.competency_id}>
                {item.competency_id}: {item.why}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

/** All items of the form by number and name; a few letters find one. */
function JumpList({ ids, framework }: { ids: readonly string[]; framework: Framework }) {
  const query = useSignal("");
  const answered = ratings.value ?? new Map<string, Rating>();
  const wanted = plain(query.value);
  const items = ids.flatMap((id) => framework.competencies.filter((item) => item.id === id));
  const found = items.filter(({ id, name }) => plain(`${id} ${name}`).includes(wanted));
  return (
    <section aria-labelledby="jump">
      <h2 id="jump">{t("assess.jump")}</h2>
      <Line
        type="search"
        label={t("assess.search")}
        value={query.value}
        onInput={(typed) => (query.value = typed)}
      />
      <p class="soft" role="status">
        {t("assess.found", { count: found.length })}
      </p>
      <ul class="links">
        {found.map((item) => (
          <li key={item.id}>
            <a href={hrefOf(assessPageOf(item.id))}>
              <span class="grow">
                <span class="soft">{item.id}</span> {item.name}
              </span>
              <span class="soft">{answerWords(item, answered, framework)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Without accents and case, so that any keyboard finds every name. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
