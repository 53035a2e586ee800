// SPDX-License-Identifier: MIT
// Paper forms typed in: one person is one row of keys, in the order of the form. Keys: 1 to 5, and - for none.
import { useSignal } from "@preact/signals";
import type { Competency } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { t } from "../../i18n.ts";
import { Line } from "./fields.tsx";
import { useTold } from "./form.tsx";
import type { Fault } from "./form.tsx";
import type { Levels } from "./item-levels.tsx";

interface GroupTypingProps {
  items: readonly Competency[];
  onLine: (line: string) => void;
}

export function GroupTyping({ items, onLine }: GroupTypingProps) {
  const typed = useSignal("");
  const told = useTold("group");
  const keys = typed.value.replace(/[^1-5-]/g, "");
  const add = async () => {
    const faults = new Map<string, Fault>();
    if (keys.length !== items.length)
      faults.set("keys", () => t("group.keys_wrong", { count: items.length, typed: keys.length }));
    if (!told.tell(faults)) return;
    const levels: Levels = Object.fromEntries(
      items.map(({ id }, nth) => [id, keys[nth] === "-" ? null : Number(keys[nth])]),
    );
    onLine((await ask("get_group_line", { levels: { ...levels } })).line);
    typed.value = "";
  };
  const next = items[keys.length];
  return (
    <>
      {told.summary}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Line
          {...told.at("keys")}
          label={t("group.keys")}
          hint={t("group.keys_hint", { count: items.length })}
          value={typed.value}
          maxLength={2 * items.length}
          onInput={(text) => (typed.value = text)}
        />
        <p role="status">{next ? t("group.keys_next", { item: next.id }) : t("group.keys_done")}</p>
        <button type="submit" class="button">
          {t("group.add_person")}
        </button>
      </form>
    </>
  );
}
