// SPDX-License-Identifier: MIT
// The other person's side of a second view: rates what the file asks, without the worker's levels, which are not in it.
// Keeps nothing on this device.
import { useSignal } from "@preact/signals";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { hrefOf } from "../../router.ts";
import { FilePicker, HandOut } from "./files.tsx";
import { useFramework } from "./framework.ts";
import { ItemLevels } from "./item-levels.tsx";
import type { Levels } from "./item-levels.tsx";

interface Opened {
  document: string;
  ids: readonly string[];
}

export function SecondViewAnswerPage() {
  const opened = useSignal<Opened | null>(null);
  const failure = useSignal<FailureText | null>(null);
  const open = async (document: string) => {
    try {
      const { competency_ids: ids } = await ask("read_second_view", { document });
      opened.value = { document, ids };
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
      <PageHeading page={t("second.answer")}>{t("second.answer")}</PageHeading>
      <p class="lead">{t("second.answer_lead")}</p>
      {failure.value && <Failure failure={failure.value} />}
      {!opened.value && <FilePicker words={t("second.open")} onText={open} />}
      {opened.value && <Answer key={opened.value.document} opened={opened.value} />}
    </>
  );
}

function Answer({ opened }: { opened: Opened }) {
  const framework = useFramework();
  const given = useSignal<Levels>({});
  if (framework.state !== "ready") return null;
  const { competencies, levels } = framework.value.framework;
  const items = competencies.filter(({ id }) => opened.ids.includes(id));
  const done = Object.keys(given.value).length;
  const make = async () => {
    const answer_id = crypto.randomUUID();
    const params = { document: opened.document, answer_id, levels: { ...given.value } };
    return (await ask("answer_second_view", params)).document;
  };
  return (
    <div class="stack">
      <ItemLevels
        items={items}
        levels={levels}
        given={given.value}
        without={t("second.not_seen")}
        onChange={(next) => (given.value = next)}
      />
      <p role="status">{t("competencies.progress", { done, total: items.length })}</p>
      <p class="hint">{t("second.answer_hint")}</p>
      <HandOut
        words={t("second.give_back")}
        fileName="trellis-second-view-answered.json"
        type="application/json"
        make={make}
      />
    </div>
  );
}
