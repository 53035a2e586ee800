// SPDX-License-Identifier: MIT
// The spread of a group's answers, from five on, with the question and its source; no right answer, no names, no order.
import { useSignal } from "@preact/signals";
import type { Competency, GroupItem, Level } from "../../../../wasm/src/api.gen.ts";
import type { Result } from "../../core.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { formatNumber, t } from "../../i18n.ts";
import { BarChart } from "../../parts/chart-bars.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { Clauses } from "../../parts/sources.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { Lines } from "./fields.tsx";
import { FilePicker } from "./files.tsx";
import { useTold } from "./form.tsx";
import type { Fault } from "./form.tsx";
import { GroupCamera } from "./group-camera.tsx";
import { lines, linesIn, useGroupItems } from "./group-items.ts";
import type { GroupItems } from "./group-items.ts";
import { GroupTyping } from "./group-typing.tsx";

/** Fewer answers than this are not shown. */
const shownFrom = 5;

export function GroupTallyPage() {
  const group = useGroupItems();
  return (
    <>
      <div class="crumb">
        <a href={hrefOf({ name: "grow", view: "group" })}>{t("group.title")}</a>
      </div>
      <PageHeading page={t("group.tally")}>{t("group.tally")}</PageHeading>
      <p class="lead">{t("group.tally_lead")}</p>
      {group ? <Tally group={group} /> : <Loading />}
    </>
  );
}

function Tally({ group }: { group: GroupItems }) {
  const pasted = useSignal("");
  const told = useTold("group");
  const last = useSignal<readonly string[]>([]);
  const failure = useSignal<FailureText | null>(null);
  const add = async (added: readonly string[]) => {
    try {
      await ask("tally_group", { lines: [...added] }); // a line that is none is refused before it counts
      lines.value = [...lines.value, ...added].sort();
      last.value = added;
      pasted.value = "";
      failure.value = null;
      return true;
    } catch (error) {
      failure.value = failureOf(error);
      return false;
    }
  };
  const addPasted = () => {
    const typed = linesIn(pasted.value);
    const faults = new Map<string, Fault>();
    if (typed.length === 0) faults.set("paste", () => t("group.paste_missing"));
    failure.value = null;
    if (told.tell(faults)) void add(typed);
  };
  const takeBack = () => {
    const rest = [...lines.value];
    for (const line of last.value) rest.splice(rest.indexOf(line), 1);
    lines.value = rest;
    last.value = [];
  };
  return (
    <>
      <section class="card no-print">
        {failure.value && <Failure failure={failure.value} />}
        <GroupCamera onLine={(line) => add([line])} />
        {told.summary}
        <Lines
          {...told.at("paste")}
          label={t("group.paste")}
          hint={t("group.paste_hint")}
          value={pasted.value}
          maxLength={60000}
          onInput={(text) => (pasted.value = text)}
        />
        <button type="button" class="button primary" onClick={addPasted}>
          {t("group.add")}
        </button>
        <FilePicker words={t("group.open")} onText={(text) => add(linesIn(text))} multiple />
        <Fold summary={t("group.typing")}>
          <GroupTyping items={group.items} onLine={(line) => void add([line])} />
        </Fold>
        <p role="status">{t("group.count", { count: lines.value.length })}</p>
        {last.value.length > 0 && (
          <button type="button" class="link-button" onClick={takeBack}>
            {t("group.take_back")}
          </button>
        )}
      </section>
      {lines.value.length < shownFrom ? <p>{t("group.from_five")}</p> : <Spread group={group} />}
    </>
  );
}

function Spread({ group: { framework } }: { group: GroupItems }) {
  const reading = useReading("tally_group", { lines: [...lines.value] });
  if (reading.state === "failed") return <Failure failure={reading.failure} />;
  if (reading.state === "loading") return <Loading />;
  return <SpreadList tally={reading.value} {...framework} />;
}

interface SpreadListProps {
  tally: Result<"tally_group">;
  competencies: readonly Competency[];
  levels: readonly Level[];
}

function SpreadList({ tally, competencies, levels }: SpreadListProps) {
  return (
    <section aria-labelledby="spread">
      <h2 id="spread">{t("group.spread")}</h2>
      <p class="hint">{t("group.spread_hint")}</p>
      {tally.items.map((item) => (
        <ItemSpread
          key={item.competency_id}
          item={item}
          competency={competencies.find(({ id }) => id === item.competency_id)}
          levels={levels}
        />
      ))}
      <PrintButton />
    </section>
  );
}

interface ItemSpreadProps {
  item: GroupItem;
  competency: Competency | undefined;
  levels: readonly Level[];
}

function ItemSpread({ item, competency, levels }: ItemSpreadProps) {
  const { counts } = item;
  return (
    <article class="card">
      <h3>
        <span class="soft">{item.competency_id}</span> {item.name}
      </h3>
      <p class="statement">{competency?.statement}</p>
      {counts ? (
        <BarChart
          title={t("group.levels")}
          sentence={t("group.levels_said", { count: counts.reduce((sum, one) => sum + one, 0) })}
          labels={levels.map(({ number, name }) => t("competency.level", { number, name }))}
          series={[{ name: t("group.people"), values: counts }]}
          range={[0, Math.max(...counts)]}
          format={(value) => formatNumber(value)}
          labelHead={t("change.level")}
        />
      ) : (
        <p>{t("group.from_five")}</p>
      )}
      {competency && (
        <Fold summary={t("source.title")}>
          <Clauses clauses={competency.clauses} />
        </Fold>
      )}
    </article>
  );
}
