// SPDX-License-Identifier: MIT
// Where the workplace check starts: in whose voice, which areas are answered, and which looks there were before.
import { Failure } from "../../../parts/failure.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { PageHeading } from "../../../parts/page-heading.tsx";
import { doWithUndo, UndoNotice } from "../../../parts/undo-notice.tsx";
import { formatDate, formatNumber, t } from "../../../i18n.ts";
import { hrefOf } from "../../../router.ts";
import { BackLink } from "../back-link.tsx";
import { mayKeep } from "../kept.ts";
import { workplacePath } from "./paths.ts";
import type { Questions } from "./paths.ts";
import { PastLooks } from "./past.tsx";
import { answers, begin, current, keep, remove, save, speak, voice, write } from "./state.ts";
import type { Check, Voice } from "./state.ts";

const voices: readonly Voice[] = ["seeker", "organization"];

export function OverviewPage({ items, areas }: Questions) {
  const said = voice.value;
  return (
    <>
      <BackLink />
      <PageHeading page={t("work.title")}>{t("work.title")}</PageHeading>
      {save.value.kind === "failed" && <Failure failure={save.value.failure} retry={write} />}
      <p class="lead">{t("work.lead")}</p>
      <div class="result">
        <VoiceChoice />
        {said && <Now items={items} areas={areas} />}
        <p>
          <a class="button" href={hrefOf(workplacePath("questions"))}>
            {t("work.sheet")}
          </a>
        </p>
        {said && <PastLooks voice={said} />}
        <UndoNotice />
      </div>
    </>
  );
}

/** The look of now: how far it is, its areas, and the way to a new one. */
function Now({ items, areas }: Questions) {
  const count = items.filter(({ id }) => answers.value[id] !== undefined).length;
  const check = current.value;
  return (
    <>
      <section aria-labelledby="areas-title">
        <h2 id="areas-title">{t("work.areas")}</h2>
        <label class="progress">
          {t("work.answered", { count, total: formatNumber(items.length) })}
          <progress max={items.length} value={count} />
        </label>
        <AreaList items={items} areas={areas} />
        <p class="hint">
          {check && count > 0 && t("work.begun", { date: formatDate(check.on) })}{" "}
          {t(mayKeep() ? "work.kept" : "work.not_kept")}
        </p>
      </section>
      <div class="actions">
        <a class="button primary" href={hrefOf(workplacePath("result"))}>
          {t("work.see_result")}
        </a>
        {check && count > 0 && (
          <>
            <button type="button" class="button" onClick={begin}>
              {t("work.begin")}
            </button>
            <button type="button" class="link-button" onClick={() => void takeAway(check)}>
              {t("work.start_over")}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function takeAway(check: Check): Promise<void> {
  return doWithUndo(
    "work.taken_away",
    () => remove(check),
    async () => keep(check),
  );
}

function VoiceChoice() {
  return (
    <fieldset class="choices">
      <legend>
        <h2>{t("work.voice")}</h2>
      </legend>
      {voices.map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name="voice"
            checked={voice.value === one}
            onChange={() => speak(one)}
          />
          <span>{t(`work.voice_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function AreaList({ items, areas }: Questions) {
  return (
    <ul class="links entries">
      {areas.map((area) => {
        const its = items.filter((item) => item.area === area.id);
        const done = its.filter(({ id }) => answers.value[id] !== undefined).length;
        return (
          <li key={area.id}>
            <a href={hrefOf(workplacePath(area.id))}>
              {area.name}
              <span class="soft">{t("work.of", { done, total: its.length })}</span>
              {done === its.length && <Icon name="done" />}
            </a>
            <p class="soft">{area.text}</p>
          </li>
        );
      })}
    </ul>
  );
}
