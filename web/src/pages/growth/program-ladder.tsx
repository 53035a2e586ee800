// SPDX-License-Identifier: MIT
// A program's own steps, from a file that the core checks before it is used; and the way back to ours.
import { useSignal } from "@preact/signals";
import { ask } from "../../core.ts";
import { t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { keepSetting, removeEntry, saving, useSetting } from "../../entries.ts";
import { FilePicker } from "./files.tsx";

export function ProgramLadder() {
  const pack = useSetting("ladder_pack");
  const save = useSignal<State>({ kind: "idle" });
  const take = (text: string) =>
    saving(save, async () => {
      await ask("get_ladder", { pack: text });
      await keepSetting("ladder_pack", text);
    });
  return (
    <Fold summary={t("ladder.own")} class="card">
      <div class="stack">
        <p>{t("ladder.own_text")}</p>
        {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
        <FilePicker words={t("ladder.own_file")} onText={take} />
        {pack !== "" && (
          <button
            type="button"
            class="button"
            onClick={() => void saving(save, () => removeEntry("setting.ladder_pack"))}
          >
            {t("ladder.own_remove")}
          </button>
        )}
        <SaveState save={save.value} />
      </div>
    </Fold>
  );
}
