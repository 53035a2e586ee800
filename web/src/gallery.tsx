// SPDX-License-Identifier: MIT
// Every part in every state on one page, for those who change how Trellis looks: `npm run gallery`, then gallery.html.
// Stands in the development server only. tests/web/gallery.spec.ts compares it with pictures that were looked at.
// `#es` shows it in Spanish.
import { render } from "preact";
import example from "../../contract/examples/check_posting.mixed.json";
import type { StoreStatus } from "../../wasm/src/client.ts";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { store, unexpected } from "./core.ts";
import { formatNumber, loadLocale, loadWords, locale, t } from "./i18n.ts";
import { BarChart } from "./parts/chart-bars.tsx";
import { ColumnChart, LineChart } from "./parts/chart.tsx";
import type { PostingReview } from "./check-state.ts";
import { CopyButton } from "./parts/copy-button.tsx";
import { Chips, Line, Lines, Pick, Tick } from "./pages/growth/fields.tsx";
import { Failure } from "./parts/failure.tsx";
import { Fold } from "./parts/fold.tsx";
import { drawings, Icon } from "./parts/icon.tsx";
import type { IconName } from "./parts/icon.tsx";
import { LevelPicker } from "./parts/level-picker.tsx";
import { Loading } from "./parts/loading.tsx";
import { StoreNotice } from "./parts/notices.tsx";
import { PageHeading } from "./parts/page-heading.tsx";
import { PassphraseField } from "./parts/passphrase-field.tsx";
import { PostingResult } from "./parts/posting-result.tsx";
import { PrintButton } from "./parts/print-button.tsx";
import { QrCode } from "./parts/qr-code.tsx";
import { SaveState } from "./parts/save-state.tsx";
import { Clauses } from "./parts/sources.tsx";
import { Table } from "./parts/table.tsx";
import { TrellisPicture } from "./parts/trellis-picture.tsx";
import { doWithUndo, UndoNotice } from "./parts/undo-notice.tsx";
import { VerdictBadge } from "./parts/verdict.tsx";
import type { Tone } from "./parts/verdict.tsx";
import { earlyPlaceOf, firstQuestionId, loadQuestions } from "./questions.ts";
import type { Choice } from "./ratings.ts";
import "./styles/index.css";
import "./styles/pages.ts";
import "./styles/more.ts";

const tones: readonly Tone[] = ["conflict", "depends", "unsure", "fits", "protects", "neutral"];
const months = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];
const none = () => undefined;
const options = ["a", "b", "c"].map((value) => ({ value, words: `Choice ${value}` }));
const statuses: readonly StoreStatus[] = [
  { state: "in_use" },
  { state: "memory", reason: "blocked" },
  { state: "stalled" },
  { state: "failed", error: null, detail: "" },
];
const [checked] = example.steps as [(typeof example.steps)[0]];
const iconNames = Object.keys(drawings) as IconName[];
const choices: readonly Choice[] = [null, 4, "prefer_not_to_say"];

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="card stack" data-part={name}>
      <h2 class="small-heading">{name}</h2>
      {children}
    </section>
  );
}

function Gallery() {
  return (
    <main class="stack">
      <PageHeading page="Parts">Parts in every state</PageHeading>
      <Part name="buttons">
        <div class="actions">
          <button class="button primary">Primary</button>
          <button class="button">Plain</button>
          <button class="link-button">Link</button>
          <PrintButton />
          <CopyButton text="" words="Copy" />
        </div>
      </Part>
      <Part name="verdicts">
        <div class="actions">
          {tones.map((tone) => (
            <VerdictBadge key={tone} tone={tone} />
          ))}
        </div>
      </Part>
      <Part name="saving">
        <SaveState save={{ kind: "saving" }} />
        <SaveState save={{ kind: "saved" }} />
        <SaveState save={{ kind: "failed", failure: unexpected() }} />
      </Part>
      <Part name="failure">
        <Failure failure={unexpected()} retry={() => undefined} />
      </Part>
      <Part name="fold">
        <Fold summary="Folded">
          <p>Not in view.</p>
        </Fold>
        <Fold summary="Open" open>
          <p>In view.</p>
        </Fold>
      </Part>
      {choices.map((choice) => (
        <Part key={choice} name={`level picker: ${choice ?? "nothing"}`}>
          <Levels choice={choice} />
        </Part>
      ))}
      <Part name="sources">
        <Clauses
          clauses={[
            {
              id: "example.1",
              text: "What a source says, in our words.",
              document_id: "example",
              document: "Title of the paper",
              section: "Section",
              published: "2019-01",
            },
          ]}
        />
      </Part>
      <Part name="passphrase">
        <Passphrase />
      </Part>
      <Part name="undo">
        <UndoNotice />
      </Part>
      <Part name="line chart">
        <LineChart
          title="Change over time"
          sentence="Listening rose from 2 to 4. Sharing my story stayed at 3."
          labels={months}
          labelHead="Month"
          range={[1, 5]}
          format={(value) => formatNumber(value)}
          series={[
            { name: "Listening", values: [2, 2, 3, null, 3, 4] },
            { name: "Sharing my story", values: [null, 3, 3, 3, 3, 3] },
          ]}
        />
      </Part>
      <Part name="column chart">
        <ColumnChart
          title="Requests outside the role"
          sentence="Most came in September."
          labels={months}
          labelHead="Month"
          range={[0, 6]}
          format={(value) => formatNumber(value)}
          series={[{ name: "Requests", values: [0, 1, 2, 6, 3, 2] }]}
        />
      </Part>
      <Part name="bar chart">
        <BarChart
          title="By area"
          sentence="Listening is the strongest area."
          labels={["Caring, mutual relationships", "Giving support and hope", "Not rated yet"]}
          labelHead="Area"
          range={[0, 5]}
          format={(value) => formatNumber(value, 1)}
          series={[{ name: "Mean", values: [4.3, 2.5, null] }]}
        />
        <BarChart
          title="A workplace"
          sentence="Highest: a clear role, at 66%."
          labels={["A clear role", "Pay"]}
          labelHead="Area"
          range={[0, 100]}
          format={(value) => `${value}%`}
          series={[{ name: "Share", values: [66, 16] }]}
          notes={["· Building", "· Not ready"]}
          limits={[40, 70, 90]}
          limitWords={["Building (from 40%)", "Strong (from 90%)"]}
        />
      </Part>
      <Part name="QR code">
        <QrCode text="TRELLIS:1:D1.1=4,D1.2=3" label="Answers as a QR code" />
      </Part>
      <Part name="notices">
        {statuses.map((status) => (
          <StoreNotice key={status.state} status={status} />
        ))}
        <section class="notice">
          <p>What a result can say, and what it cannot.</p>
        </section>
      </Part>
      <Part name="fields">
        <Line id="line" label="A line" hint="One line is enough." value="Typed" onInput={none} />
        <Lines id="lines" label="A few lines" value="" onInput={none} />
        <Pick id="pick" label="One of many" value="b" onInput={none} options={options} />
        <Chips id="chips" label="A few side by side" value="b" onInput={none} options={options} />
        <Tick checked onChange={none}>
          A tick
        </Tick>
      </Part>
      <Part name="fields to mend">
        <Failure
          failure={unexpected()}
          faults={[
            { fieldId: "wrong", words: "Write your goal." },
            { fieldId: "wrong-pick", words: "Choose the kind of task first." },
          ]}
        />
        <Line id="wrong" label="A line" fault="Write your goal." value="" onInput={none} />
        <Pick
          id="wrong-pick"
          label="One of many"
          fault="Choose the kind of task first."
          value="a"
          onInput={none}
          options={options}
        />
      </Part>
      <Part name="waiting">
        <Loading text={t("check.working")} />
      </Part>
      <Part name="nothing there yet">
        <section class="card hero-card">
          <p>What will stand here, and what it is good for.</p>
          <a class="button primary" href="#/">
            Begin
            <Icon name="forward" />
          </a>
        </section>
      </Part>
      <Part name="table">
        <Table
          caption="Hours"
          heads={["What", "All", "This year"]}
          rows={[
            ["Work", "120", "40"],
            ["Training", "16", "0"],
          ]}
        />
      </Part>
      <Part name="icons">
        <div class="actions">
          {iconNames.map((name) => (
            <Icon key={name} name={name} size={1.5} />
          ))}
        </div>
      </Part>
      <Part name="review of a posting">
        <PostingResult
          text={checked.params.text}
          review={checked.result as unknown as PostingReview}
          onSave={none}
          onStartOver={none}
        />
      </Part>
      <Part name="picture">
        <TrellisPicture />
      </Part>
    </main>
  );
}

function Levels({ choice }: { choice: Choice }) {
  const chosen = useSignal(choice);
  const early = earlyPlaceOf(firstQuestionId);
  if (!early) return null;
  return (
    <form>
      <LevelPicker
        competency={early.place.competency}
        levels={early.levels}
        chosen={chosen}
        onChoose={() => undefined}
      />
    </form>
  );
}

function Passphrase() {
  const field = useRef<HTMLInputElement>(null);
  return <PassphraseField id="gallery" label={t("passphrase.label")} hint="Hint" field={field} />;
}

const tag = location.hash === "#es" ? "es" : "en";
locale.value = tag;
document.documentElement.lang = tag;
await Promise.all([
  loadLocale(tag),
  loadQuestions(tag),
  loadWords("pages"),
  loadWords("growth"),
  loadWords("chart"),
]);
store.value = { state: "in_use" };
const nothing = async () => undefined;
await doWithUndo("second.withdrawn", nothing, nothing);
const place = document.getElementById("app");
if (place) render(<Gallery />, place);
