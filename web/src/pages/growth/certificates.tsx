// SPDX-License-Identifier: MIT
// Certificates with the day they end, where that is known. Reminds by being read: Trellis sends nothing.
import { useSignal } from "@preact/signals";
import type { CertificateBody, Renewal } from "../../../../wasm/src/api.gen.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { Fold } from "../../parts/fold.tsx";
import { SaveState } from "../../parts/save-state.tsx";
import { doWithUndo } from "../../parts/undo-notice.tsx";
import type { SaveState as State } from "../../ratings.ts";
import { useReading } from "../../reading.ts";
import { changes, keepEntry, removeEntry, saving, useEntries } from "../../entries.ts";
import type { Kept } from "../../entries.ts";
import { Line, Pick } from "./fields.tsx";
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
      <Fold summary={t("certificate.new")} class="card">
        <CertificateForm />
      </Fold>
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

const blank: CertificateBody = {
  name: "",
  issuer: "",
  issued_on: null,
  renew_by: null,
  certificate_id: null,
};

function CertificateForm() {
  const draft = useSignal(blank);
  const save = useSignal<State>({ kind: "idle" });
  const ids = useKnownIds();
  const body = draft.value;
  const change = (part: Partial<CertificateBody>) => (draft.value = { ...body, ...part });
  const keep = async () => {
    if (await saving(save, () => keepEntry("certificate", body))) draft.value = blank;
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {save.value.kind === "failed" && <Failure failure={save.value.failure} />}
      <Line
        label={t("certificate.name")}
        value={body.name}
        maxLength={200}
        onInput={(name) => change({ name })}
      />
      <Pick
        label={t("certificate.kind")}
        hint={t("certificate.kind_hint")}
        value={body.certificate_id ?? ""}
        onInput={(id) => change({ certificate_id: id || null })}
        options={[
          { value: "", words: t("certificate.kind_other") },
          ...ids.map((id) => ({ value: id, words: id.toUpperCase() })),
        ]}
      />
      <Line
        label={t("certificate.issuer")}
        value={body.issuer}
        maxLength={200}
        onInput={(issuer) => change({ issuer })}
      />
      <Line
        label={t("certificate.issued_on")}
        type="date"
        value={body.issued_on ?? ""}
        onInput={(day) => change({ issued_on: day || null })}
      />
      <Line
        label={t("certificate.renew_by")}
        hint={t("certificate.renew_hint")}
        type="date"
        value={body.renew_by ?? ""}
        onInput={(day) => change({ renew_by: day || null })}
      />
      <div class="actions">
        <button type="submit" class="button primary">
          {t("certificate.keep")}
        </button>
        <SaveState save={save.value} />
      </div>
    </form>
  );
}
