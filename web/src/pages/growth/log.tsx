// SPDX-License-Identifier: MIT
// Hours by kind, with totals for a renewal; certificates stand beside them. One's own record, no proof of anything.
import { useSignal } from "@preact/signals";
import type { LogBody } from "../../../../wasm/src/api.gen.ts";
import { ask } from "../../core.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { Table } from "../../parts/table.tsx";
import { doWithUndo, UndoNotice } from "../../parts/undo-notice.tsx";
import { useReading } from "../../reading.ts";
import { hrefOf } from "../../router.ts";
import { Certificates } from "./certificates.tsx";
import { changes, keepEntry, removeEntry, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import { Line, Pick } from "./fields.tsx";
import { useForm } from "./form.tsx";
import type { Fault, Rules } from "./form.tsx";
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
          <PrintButton />
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

type Typed = ReturnType<typeof blank>;

const isCourse = ({ what }: Typed) => what === "training" || what === "continuing_education";

function bodyOf(fields: Typed): LogBody {
  const { what, on, hours, peerHours, title, provider } = fields;
  const kind = kinds.find((each) => each === what) ?? "work";
  const body = { what: kind, on, minutes: minutesOf(hours) };
  // What is not shown is not kept.
  if (!isCourse(fields)) return { ...body, peer_minutes: 0, title: "", provider: "" };
  return { ...body, peer_minutes: minutesOf(peerHours), title, provider };
}

/** As many as the core takes: a working life. */
const hoursMax = 100_000;

const rules: Rules<Typed> = {
  on: { label: "log.on", missing: "form.day_missing", isDate: true },
  hours: { label: "log.amount", missing: "log.amount_missing", check: faultOfHours },
  peerHours: { label: "log.peer", check: faultOfPeerHours },
  title: { label: "log.course", max: 200 },
  provider: { label: "log.provider", max: 200 },
};

function faultOfHours({ hours }: Typed): Fault | null {
  const minutes = minutesOf(hours);
  if (minutes === 0) return () => t("log.amount_wrong");
  return minutes > hoursMax * 60 ? () => t("log.amount_over", { max: hoursMax }) : null;
}

function faultOfPeerHours({ hours, peerHours }: Typed): Fault | null {
  const isNone = ["", "0"].includes(peerHours.trim());
  if (!isNone && minutesOf(peerHours) === 0) return () => t("log.peer_wrong");
  return minutesOf(peerHours) > minutesOf(hours) ? () => t("log.peer_over") : null;
}

function LogForm() {
  const last = useSignal("work");
  const draft = useDraft("log", () => blank(last.value));
  const { fields } = draft;
  const form = useForm(draft, rules, async () => {
    await keepEntry("log", bodyOf(fields));
    last.value = fields.what; // more of the kind may follow
  });
  return (
    <>
      {form.trouble}
      <form class="card" onSubmit={form.onSubmit} noValidate>
        <h2>{t("log.new")}</h2>
        <Pick
          {...form.field("what")}
          label={t("log.what")}
          options={kinds.map((value) => ({ value, words: t(`log.what_${value}`) }))}
        />
        <Line {...form.field("on")} label={t("log.on")} type="date" />
        <Line {...form.field("hours")} label={t("log.amount")} hint={t("log.amount_hint")} />
        {isCourse(fields) && (
          <>
            <Line {...form.field("peerHours")} label={t("log.peer")} hint={t("log.peer_hint")} />
            <Line {...form.field("title")} label={t("log.course")} maxLength={200} />
            <Line {...form.field("provider")} label={t("log.provider")} maxLength={200} />
          </>
        )}
        <button type="submit" class="button primary wide">
          {t("log.keep")}
        </button>
        <SaveState save={form.save} />
      </form>
    </>
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
