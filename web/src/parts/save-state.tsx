// SPDX-License-Identifier: MIT
// Says that an answer is kept, once the core has said so; politely, and one message for each pause.
import { t } from "../i18n.ts";
import { store } from "../core.ts";
import type { SaveState as State } from "../ratings.ts";
import { Icon } from "./icon.tsx";

export function SaveState({ save }: { save: State }) {
  return (
    <p class={`save-state ${save.kind}`} role="status" data-save={save.kind}>
      {save.kind === "saved" && <Icon name="done" size={1.1} />}
      {words(save)}
    </p>
  );
}

function words(save: State): string {
  switch (save.kind) {
    case "idle":
      return "";
    case "saving":
      return t("save.saving");
    case "saved":
      return store.value.state === "memory" ? t("save.saved_memory") : t("save.saved");
    case "failed":
      return t("save.failed");
  }
}
