// SPDX-License-Identifier: MIT
// One person of a group: rates the group's items and shows a code that holds items and levels, nothing else. Nothing is
// kept on this device, so it can go from hand to hand.
import { useSignal } from "@preact/signals";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { t } from "../../i18n.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { QrCode } from "../../parts/qr-code.tsx";
import { hrefOf } from "../../router.ts";
import { Line } from "./fields.tsx";
import { FilePicker, HandOut } from "./files.tsx";
import { takeItems, useGroupItems } from "./group-items.ts";
import type { GroupItems } from "./group-items.ts";
import { ItemLevels } from "./item-levels.tsx";
import type { Levels } from "./item-levels.tsx";

export function GroupAnswerPage() {
  const group = useGroupItems();
  const turn = useSignal(0);
  return (
    <>
      <div class="crumb">
        <a href={hrefOf({ name: "grow", view: "group" })}>{t("group.title")}</a>
      </div>
      <PageHeading page={t("group.answer")}>{t("group.answer")}</PageHeading>
      <p class="lead">{t("group.answer_lead")}</p>
      <Fold summary={t("group.other_items")} class="card">
        <div class="stack">
          <Line label={t("group.items_paste")} value="" onInput={(text) => void takeItems(text)} />
          <FilePicker words={t("group.items_open")} onText={takeItems} />
        </div>
      </Fold>
      {group ? (
        <Answer
          key={`${turn.value} ${group.text}`}
          group={group}
          onNext={() => (turn.value += 1)}
        />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Answer({ group, onNext }: { group: GroupItems; onNext: () => void }) {
  const given = useSignal<Levels>({});
  const line = useSignal("");
  const failure = useSignal<FailureText | null>(null);
  const make = async () => {
    try {
      line.value = (await ask("get_group_line", { levels: { ...given.value } })).line;
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
    }
  };
  const done = Object.keys(given.value).length;
  return (
    <div class="stack">
      <ItemLevels
        items={group.items}
        levels={group.framework.levels}
        given={given.value}
        without={t("answer.prefer_not_to_say")}
        onChange={(next) => {
          given.value = next;
          line.value = "";
        }}
      />
      <p role="status">{t("competencies.progress", { done, total: group.items.length })}</p>
      {failure.value && <Failure failure={failure.value} />}
      {done > 0 && (
        <button type="button" class="button primary wide" onClick={() => void make()}>
          {t("group.show_code")}
        </button>
      )}
      {line.value !== "" && (
        <section class="card" aria-labelledby="code">
          <h2 id="code">{t("group.code")}</h2>
          <p>{t("group.code_text")}</p>
          <QrCode text={line.value} label={t("group.code")} />
          <CopyButton text={line.value} words={t("group.copy")} />
          <HandOut
            words={t("group.file")}
            fileName="trellis-group-answer.txt"
            type="text/plain"
            make={async () => line.value}
          />
          <button type="button" class="button" onClick={onNext}>
            {t("group.next_person")}
          </button>
        </section>
      )}
    </div>
  );
}
