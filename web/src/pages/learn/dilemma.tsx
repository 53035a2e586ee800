// SPDX-License-Identifier: MIT
// One hard moment as practice: a choice, then what each choice protects and costs. Where it depends, what decides comes
// first and nothing is called best. The core judges (check_dilemma); which option was chosen is kept as answers are.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import type { DilemmaReason } from "../../../../wasm/src/api.gen.ts";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { Worded } from "../../parts/worded.tsx";
import { useReading } from "../../reading.ts";
import { keepChoice, practiceSave, usePractice } from "./practice.ts";
import { RowLinks, RuleLinks } from "./row-links.tsx";
import type { BodyProps, RowOf } from "./sections.ts";

type Dilemma = RowOf<"dilemmas">;

export function DilemmaBody({ row }: BodyProps<"dilemmas">) {
  const chosen = usePractice()[row.id];
  const wish = useSignal<"reasons" | "choice" | null>(null);
  const shown = wish.value ?? (chosen === undefined ? "choice" : "reasons");
  const save = wish.value === "reasons" ? practiceSave.value : null;
  return (
    <>
      {save?.kind === "failed" && chosen !== undefined && (
        <Failure failure={save.failure} retry={() => keepChoice(row.id, chosen)} />
      )}
      <p class="statement">
        <Worded text={row.scene} />
      </p>
      {shown === "reasons" && chosen !== undefined ? (
        <Reasons
          dilemma={row}
          chosen={chosen}
          isNew={wish.value === "reasons"}
          onAgain={() => (wish.value = "choice")}
        />
      ) : (
        <Choice
          key={chosen ?? ""}
          dilemma={row}
          chosen={chosen}
          isAgain={wish.value === "choice"}
          onDone={() => (wish.value = "reasons")}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  dilemma: Dilemma;
  chosen: string | undefined;
  /** Asked for anew: the question takes the focus. */
  isAgain: boolean;
  onDone: () => void;
}

function Choice({ dilemma, chosen, isAgain, onDone }: ChoiceProps) {
  const wish = useSignal(chosen ?? "");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAgain) heading.current?.focus();
  }, [isAgain]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (wish.value === "") return;
    onDone();
    keepChoice(dilemma.id, wish.value);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <fieldset class="choices">
        <legend>
          <h2 class="small-heading" tabIndex={-1} ref={heading}>
            {t("learn.what_would_you_do")}
          </h2>
        </legend>
        {dilemma.options.map((option) => (
          <label key={option.id} class="choice">
            <input
              type="radio"
              name="option"
              checked={wish.value === option.id}
              onChange={() => (wish.value = option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{t("learn.no_score")}</p>
      <button type="submit" class="button primary" aria-disabled={wish.value === ""}>
        {t("learn.show_reasons")}
      </button>
    </form>
  );
}

interface ReasonsProps {
  dilemma: Dilemma;
  chosen: string;
  /** Just chosen: the reasons take the focus, and the page says whether the choice is kept. */
  isNew: boolean;
  onAgain: () => void;
}

function Reasons({ dilemma, chosen, isNew, onAgain }: ReasonsProps) {
  const reading = useReading("check_dilemma", { dilemma_id: dilemma.id, option_id: chosen });
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = reading.state === "ready";
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isThere, isNew]);
  const answer = reading.state === "failed" ? undefined : reading.value;
  const save = isNew ? practiceSave.value : null;
  return (
    <>
      {reading.state === "failed" && <Failure failure={reading.failure} retry={reading.retry} />}
      {save && <SaveState save={save} />}
      {answer && (
        <section aria-labelledby="reasons-title">
          <h2 id="reasons-title" tabIndex={-1} ref={heading}>
            {t("learn.reasons")}
          </h2>
          {answer.decides !== "" && (
            <div class="notice warm">
              <h3>{t("role.condition")}</h3>
              <p>{answer.decides}</p>
            </div>
          )}
          {answer.reasons.map((reason) => (
            <Reason
              key={reason.option_id}
              reason={reason}
              isMine={reason.option_id === answer.option_id}
            />
          ))}
          <button type="button" class="button no-print" onClick={onAgain}>
            {t("learn.choose_again")}
          </button>
        </section>
      )}
      <RowLinks section="principles" ids={dilemma.principles} title="learn.its_principles" />
      <RuleLinks ids={dilemma.rules} />
    </>
  );
}

type Fit = NonNullable<DilemmaReason["fits"]>;
const fits: Record<Fit, { tone: string; icon: IconName; words: TextKey }> = {
  best: { tone: "fits", icon: "fits", words: "learn.fits_best" },
  ok: { tone: "depends", icon: "depends", words: "learn.fits_ok" },
  drifts: { tone: "conflict", icon: "conflict", words: "learn.fits_drifts" },
};

function Reason({ reason, isMine }: { reason: DilemmaReason; isMine: boolean }) {
  return (
    <article class="card">
      <p class="actions">
        {reason.fits && <FitBadge fit={reason.fits} />}
        {isMine && <span class="badge tone-protects">{t("learn.your_choice")}</span>}
      </p>
      <h3>{reason.text}</h3>
      <p>{reason.why}</p>
    </article>
  );
}

function FitBadge({ fit }: { fit: Fit }) {
  const { tone, icon, words } = fits[fit];
  return (
    <span class={`badge tone-${tone}`}>
      <Icon name={icon} size={1} />
      {t(words)}
    </span>
  );
}
