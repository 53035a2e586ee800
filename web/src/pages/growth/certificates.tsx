// SPDX-License-Identifier: MIT
// Certificates with the day they end, where that is known. Reminds by being read: Trellis sends nothing.
import { useRef } from "preact/hooks";
import type { CertificateBody, Renewal } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Fold } from "../../parts/fold.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { doWithUndo } from "../../parts/undo-notice.tsx";
import { useReading } from "../../reading.ts";
import { changes, keepEntry, removeEntry, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { useDraft } from "./drafts.ts";
import type { Draft } from "./drafts.ts";
import { Line, Pick } from "./fields.tsx";
import { useForm } from "./form.tsx";
import type { Rules } from "./form.tsx";
import { focusKey } from "../../parts/keep-focus.ts";

export function Certificates() {
  const { all } = useEntries("certificate");
  const totals = useReading("get_log_totals", { today: today() }, changes.value);
  const renewals = totals.state === "ready" ? totals.value.renewals : [];
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{t("certificate.title")}</h2>
      {all?.map((entry) => (
        <Certificate
          key={entry.series_id}
          entry={entry}
          renewal={renewals.find(({ series_id }) => series_id === entry.series_id)}
        />
      ))}
      <NewCertificate />
    </section>
  );
}

interface CertificateProps {
  entry: Kept<"certificate">;
  renewal: Renewal | undefined;
}

function Certificate({ entry: { body, series_id }, renewal }: CertificateProps) {
  const remove = () =>
    doWithUndo(
      "certificate.removed",
      () => removeEntry(series_id),
      () => keepEntry("certificate", body, series_id),
    );
  return (
    <article class="card" {...focusKey(series_id)}>
      <div class="entry-head">
        <h3>{body.name}</h3>
        <button type="button" class="link-button" onClick={() => void remove()}>
          {t("grow.remove")}
          <span class="visually-hidden"> {body.name}</span>
        </button>
      </div>
      {body.issuer !== "" && <p>{body.issuer}</p>}
      {body.issued_on && (
        <p class="soft">{t("certificate.issued", { date: formatDate(body.issued_on) })}</p>
      )}
      {renewal && <p>{renewalWords(renewal)}</p>}
    </article>
  );
}

function renewalWords({ renew_by, days_left }: Renewal): string {
  const date = formatDate(renew_by);
  return days_left < 0
    ? t("certificate.past", { date })
    : t("certificate.left", { date, count: days_left });
}

/** Certificates that requirements of the ladder ask for, by their ids there. */
function useKnownIds(): string[] {
  const ladder = useReading("get_ladder", {}, changes.value);
  if (ladder.state !== "ready") return [];
  const requirements = ladder.value.rungs.flatMap((rung) => rung.requirements);
  return [...new Set(requirements.flatMap(({ certificate_ids }) => certificate_ids))];
}

const blank = { name: "", kind: "", issuer: "", issuedOn: "", renewBy: "" };

function bodyOf({ name, kind, issuer, issuedOn, renewBy }: typeof blank): CertificateBody {
  return {
    name,
    issuer,
    issued_on: issuedOn || null,
    renew_by: renewBy || null,
    certificate_id: kind || null,
  };
}

const rules: Rules<typeof blank> = {
  name: { label: "certificate.name", missing: "certificate.name_missing", max: 200 },
  issuer: { label: "certificate.issuer", max: 200 },
  issuedOn: { label: "certificate.issued_on", isDate: true },
  renewBy: { label: "certificate.renew_by", isDate: true },
};

/** Stands open where something was typed before. */
function NewCertificate() {
  const draft = useDraft("certificate", () => blank);
  const isBegun = useRef(draft.isChanged).current;
  return (
    <Fold summary={t("certificate.new")} class="card no-print" open={isBegun}>
      <CertificateForm draft={draft} />
    </Fold>
  );
}

function CertificateForm({ draft }: { draft: Draft<typeof blank> }) {
  const ids = useKnownIds();
  const form = useForm(draft, rules, () => keepEntry("certificate", bodyOf(draft.fields)));
  return (
    <>
      {form.trouble}
      <form class="stack" onSubmit={form.onSubmit} noValidate>
        <Line {...form.field("name")} label={t("certificate.name")} />
        <Pick
          {...form.field("kind")}
          label={t("certificate.kind")}
          hint={t("certificate.kind_hint")}
          options={[
            { value: "", words: t("certificate.kind_other") },
            ...ids.map((id) => ({ value: id, words: id.toUpperCase() })),
          ]}
        />
        <Line {...form.field("issuer")} label={t("certificate.issuer")} />
        <Line {...form.field("issuedOn")} label={t("certificate.issued_on")} type="date" />
        <Line
          {...form.field("renewBy")}
          label={t("certificate.renew_by")}
          hint={t("certificate.renew_hint")}
          type="date"
        />
        <div class="actions">
          <button type="submit" class="button primary">
            {t("certificate.keep")}
          </button>
          <SaveState save={form.save} />
        </div>
      </form>
    </>
  );
}
