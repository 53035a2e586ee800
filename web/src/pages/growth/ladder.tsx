// SPDX-License-Identifier: MIT
// The steps of this work: where I am, what comes next, all steps and side branches. Higher is not better.
import { useSignal } from "@preact/signals";
import type { Rung } from "../../../../wasm/src/api.gen.ts";
import type { Result } from "../../core.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import type { SaveState } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { changes, keepSetting, saving, useSetting } from "../../entries.ts";
import { Pick } from "./fields.tsx";
import { ProgramLadder } from "./program-ladder.tsx";

export function LadderPage() {
  const reading = useReading("get_ladder", {}, changes.value);
  return (
    <>
      <PageHeading page={t("ladder.title")}>{t("ladder.title")}</PageHeading>
      <p class="lead">{t("ladder.lead")}</p>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {reading.state === "loading" && <Loading />}
      {reading.state === "ready" && <Ladder ladder={reading.value} />}
    </>
  );
}

function Ladder({ ladder }: { ladder: Result<"get_ladder"> }) {
  const here = useSetting("rung_id");
  const current = ladder.rungs.find(({ id }) => id === here);
  const next = ladder.rungs.filter(({ id }) => current?.next_ids.includes(id));
  const save = useSignal<SaveState>({ kind: "idle" });
  return (
    <div class="result">
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <section class="card hero-card">
        <Pick
          label={t("ladder.here")}
          hint={t("ladder.here_hint")}
          value={here}
          onInput={(id) => void saving(save, () => keepSetting("rung_id", id))}
          options={[
            { value: "", words: t("ladder.here_none") },
            ...ladder.rungs.map(({ id, name }) => ({ value: id, words: name })),
          ]}
        />
        {current && (
          <>
            <p>{current.who}</p>
            <h2 class="small-heading">{t("ladder.next")}</h2>
            {next.length === 0 && <p>{t("ladder.next_none")}</p>}
            {[...next, current].map((rung) => (
              <a
                key={rung.id}
                class={rung === current ? "button wide" : "button primary wide"}
                href={hrefOf({ name: "grow", view: "ladder", id: rung.id })}
              >
                {rung === current ? t("ladder.this_step") : rung.name}
                <Icon name="forward" />
              </a>
            ))}
          </>
        )}
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">{t("ladder.all")}</h2>
        <ol class="links entries">
          {ladder.rungs.map((rung) => (
            <li key={rung.id}>
              <RungLink rung={rung} isHere={rung === current} />
            </li>
          ))}
        </ol>
      </section>
      <section class="notice" aria-labelledby="ladder-limits">
        <h2 class="small-heading" id="ladder-limits">
          {t("ladder.limits")}
        </h2>
        <p>{ladder.limits}</p>
        {ladder.side_steps.map((step) => (
          <p key={step}>{step}</p>
        ))}
      </section>
      <ProgramLadder />
    </div>
  );
}

function RungLink({ rung, isHere }: { rung: Rung; isHere: boolean }) {
  return (
    <>
      <a href={hrefOf({ name: "grow", view: "ladder", id: rung.id })}>
        {rung.name}
        {isHere && (
          <span class="badge tone-fits">
            <Icon name="done" size={1} />
            {t("ladder.you_are_here")}
          </span>
        )}
      </a>
      <p class="soft">{rung.who}</p>
    </>
  );
}
