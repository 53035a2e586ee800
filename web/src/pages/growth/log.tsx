// SPDX-License-Identifier: MIT
// Hours by kind, with totals for a renewal; certificates stand beside them. One's own record, no proof of anything.
import { useSignal } from "@preact/signals";
import type { LogBody } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { Table } from "../../parts/table.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { Certificates } from "./certificates.tsx";
import { changes, keepEntry, removeEntry, saving, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import { Line, Pick } from "./fields.tsx";
import { HandOut } from "./files.tsx";
import { hoursOf, minutesOf } from "./hours.ts";
import { focusKey } from "../../parts/keep-focus.ts";

const kinds = [
  "work",
  "training",
  "continuing_education",
  "supervision_received",
  "supervision_given",
] as const;

export function LogPage() {
  const { all, failure } = useEntries("log");
  return (
    <>
      <PageHeading page={t("log.title")}>{t("log.title")}</PageHeading>
      <p class="lead">{t("log.lead")}</p>
      {failure && <Failure failure={failure} />}
      <LogForm />
      {all && all.length > 0 && (
        <>
          <Totals />
          <LogList entries={all} />
        </>
      )}
      <Certificates />
      <a class="button" href={hrefOf({ name: "grow", view: "ladder" })}>
        {t("log.to_ladder")}
      </a>
      <UndoNotice />
    </>
  );
}

/** Hours as text, so that a comma or a half-typed number stays as it is. */
const blank = (what: string) => ({
  what,
  on: today(),
  hours: "",
  peerHours: "",
  title: "",
  provider: "",
});

function bodyOf({
  what,
  on,
  hours,
  peerHours,
  title,
  provider,
}: ReturnType<typeof blank>): LogBody {
  const minutes = minutesOf(hours);
  return {
    what: kinds.find((kind) => kind === what) ?? "work",
    on,
    minutes,
    peer_minutes: minutesOf(peerHours),
    title,
    provider,
  };
}

function LogForm() {
  const last = useSignal("work");
  const draft = useDraft("log", blank(last.value));
  const save = useSignal<State>({ kind: "idle" });
  const { fields } = draft;
  const keep = async () => {
    if (!(await saving(save, () => keepEntry("log", bodyOf(fields))))) return;
    last.value = fields.what; // more of the kind may follow
    draft.drop();
  };
  const isCourse = fields.what === "training" || fields.what === "continuing_education";
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2>{t("log.new")}</h2>
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Pick
        {...draft.field("what")}
        label={t("log.what")}
        options={kinds.map((value) => ({ value, words: t(`log.what_${value}`) }))}
      />
      <Line
        label={t("log.on")}
        type="date"
        value={fields.on}
        onInput={(on) => draft.change({ on: on || today() })}
      />
      <Line
        {...draft.field("hours")}
        label={t("log.amount")}
        hint={t("log.amount_hint")}
        maxLength={8}
      />
      {isCourse && (
        <>
          <Line
            {...draft.field("peerHours")}
            label={t("log.peer")}
            hint={t("log.peer_hint")}
            maxLength={8}
          />
          <Line {...draft.field("title")} label={t("log.course")} maxLength={200} />
          <Line {...draft.field("provider")} label={t("log.provider")} maxLength={200} />
        </>
      )}
      <button type="submit" class="button primary wide">
        {t("log.keep")}
      </button>
      <SaveState save={save.value} />
    </form>
  );
}

function Totals() {
  const reading = useReading("get_log_totals", { today: today() }, changes.value);
  if (reading.state !== "ready") return null;
  const totals = reading.value.totals.filter(({ count }) => count > 0);
  return (
    <section class="numbers" aria-labelledby="totals">
      <h2 id="totals">{t("log.totals")}</h2>
      <Table
        caption={t("log.totals_caption")}
        heads={[t("log.what"), t("log.total_all"), t("log.total_year"), t("log.total_peer")]}
        rows={totals.map((total) => [
          t(`log.what_${total.what}`),
          hoursOf(total.minutes),
          hoursOf(total.year_minutes),
          hoursOf(total.peer_minutes),
        ])}
      />
    </section>
  );
}

function LogList({ entries }: { entries: readonly Kept<"log">[] }) {
  const newest = [...entries].sort((a, b) => b.body.on.localeCompare(a.body.on));
  const remove = ({ series_id, body }: Kept<"log">) =>
    doWithUndo(
      "log.removed",
      () => removeEntry(series_id),
      () => keepEntry("log", body, series_id),
    );
  return (
    <section aria-labelledby="log-list">
      <h2 id="log-list">{t("log.list")}</h2>
      <ul class="facts">
        {newest.map((entry) => (
          <li key={entry.series_id} {...focusKey(entry.series_id)}>
            <div class="entry-head">
              <span class="grow">
                {t(`log.what_${entry.body.what}`)}: {hoursOf(entry.body.minutes)}
                <span class="soft block">
                  {formatDate(entry.body.on)} {entry.body.title}
                </span>
              </span>
              <button type="button" class="link-button" onClick={() => void remove(entry)}>
                {t("grow.remove")}
                <span class="visually-hidden"> {formatDate(entry.body.on)}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      <HandOut
        words={t("grow.csv")}
        fileName="trellis-hours.csv"
        type="text/csv"
        make={async () => (await ask("export_csv", { kind: "log" })).document}
      />
    </section>
  );
}
