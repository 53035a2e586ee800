// SPDX-License-Identifier: MIT
// One hard moment as practice: a choice, then what each choice protects and costs. Where it depends, what decides comes
// first and nothing is called best. Only which option was chosen is kept, on this device.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { Worded } from "../../parts/worded.tsx";
import { practice } from "./practice.ts";
import { RowLinks, RuleLinks } from "./row-links.tsx";
import type { BodyProps, RowOf } from "./sections.ts";

type Dilemma = RowOf<"dilemmas">;
type Option = Dilemma["options"][number];

export function DilemmaBody({ row }: BodyProps<"dilemmas">) {
  const chosen = practice.value.value[row.id];
  const isDone = useSignal(chosen !== undefined);
  return (
    <>
      <p class="statement">
        <Worded text={row.scene} />
      </p>
      {isDone.value && chosen !== undefined ? (
        <Reasons dilemma={row} chosen={chosen} onAgain={() => (isDone.value = false)} />
      ) : (
        <Choice dilemma={row} chosen={chosen} onDone={() => (isDone.value = true)} />
      )}
    </>
  );
}

interface ChoiceProps {
  dilemma: Dilemma;
  chosen: string | undefined;
  onDone: () => void;
}

function Choice({ dilemma, chosen, onDone }: ChoiceProps) {
  const wish = useSignal(chosen ?? "");
  const submit = (event: Event) => {
    event.preventDefault();
    if (wish.value === "") return;
    practice.set({ ...practice.value.peek(), [dilemma.id]: wish.value });
    onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <fieldset class="choices">
        <legend>
          <h2 class="small-heading">{t("learn.what_would_you_do")}</h2>
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
  onAgain: () => void;
}

function Reasons({ dilemma, chosen, onAgain }: ReasonsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isOpen = dilemma.kind === "depends";
  return (
    <>
      <section aria-labelledby="reasons-title">
        <h2 id="reasons-title" tabIndex={-1} ref={heading}>
          {t("learn.reasons")}
        </h2>
        {isOpen && (
          <div class="notice warm">
            <h3>{t("role.condition")}</h3>
            <p>{dilemma.decides}</p>
          </div>
        )}
        {dilemma.options.map((option) => (
          <Reason key={option.id} option={option} isOpen={isOpen} isMine={option.id === chosen} />
        ))}
        <button type="button" class="button no-print" onClick={onAgain}>
          {t("learn.choose_again")}
        </button>
      </section>
      <RowLinks section="principles" ids={dilemma.principles} title="learn.its_principles" />
      <RuleLinks ids={dilemma.rules} />
    </>
  );
}

const fits: Record<Option["fits"], { tone: string; icon: IconName; words: TextKey }> = {
  best: { tone: "fits", icon: "fits", words: "learn.fits_best" },
  ok: { tone: "depends", icon: "depends", words: "learn.fits_ok" },
  drifts: { tone: "conflict", icon: "conflict", words: "learn.fits_drifts" },
};

interface ReasonProps {
  option: Option;
  isOpen: boolean;
  isMine: boolean;
}

function Reason({ option, isOpen, isMine }: ReasonProps) {
  const { tone, icon, words } = fits[option.fits];
  return (
    <article class="card">
      <p class="actions">
        {!isOpen && (
          <span class={`badge tone-${tone}`}>
            <Icon name={icon} size={1} />
            {t(words)}
          </span>
        )}
        {isMine && <span class="badge tone-protects">{t("learn.your_choice")}</span>}
      </p>
      <h3>{option.text}</h3>
      <p>{option.why}</p>
    </article>
  );
}
