// SPDX-License-Identifier: MIT
// A page for supervision: nothing is on it unless it was chosen, at most five points, each in the worker's own words
// with one source. The choice stays on this screen; only the worker hands it out.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { AgendaPoint, AgendaRow } from "../../../../wasm/src/api.gen.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { today } from "../../device.ts";
import { formatDate, t } from "../../i18n.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Failure } from "../../parts/failure.tsx";
import { Icon } from "../../parts/icon.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { PrintButton } from "../../parts/print-button.tsx";
import { Clauses } from "../../parts/sources.tsx";
import { hrefOf } from "../../router.ts";
import { holdUnsaved } from "../../unsaved.ts";
import { useTopics } from "./agenda-topics.ts";
import type { Topic } from "./agenda-topics.ts";
import { Lines, Tick } from "./fields.tsx";
import { useTold } from "./form.tsx";
import type { Fault, Told } from "./form.tsx";
import { HandOut } from "./files.tsx";
import { NoteHint } from "./note-hint.tsx";

const pointsMax = 5;
/** Letters on the sheet that fit in the usual size; more are printed smaller, so that it stays one sheet. */
const roomyMax = 900;

/** What was chosen, in the order of choosing; kept while the app is open, so a look elsewhere loses nothing. */
const chosen = new Map<string, AgendaPoint>();

export function AgendaPage() {
  const points = useSignal<readonly AgendaPoint[]>([...chosen.values()]);
  const sheet = useSignal<readonly AgendaRow[] | null>(null);
  const failure = useSignal<FailureText | null>(null);
  const told = useTold("agenda");
  const make = async () => {
    failure.value = null;
    if (!told.tell(faultsOf(points.value))) return;
    try {
      sheet.value = (await ask("get_agenda", { points: [...points.value] })).points;
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
    }
  };
  const change = (next: readonly AgendaPoint[]) => {
    chosen.clear();
    for (const point of next) chosen.set(keyOf(point), point);
    points.value = next;
    holdUnsaved("agenda", next.length > 0);
    sheet.value = null;
  };
  return (
    <>
      <div class="no-print stack">
        <PageHeading page={t("agenda.title")}>{t("agenda.title")}</PageHeading>
        <p class="lead">{t("agenda.lead")}</p>
        {failure.value && <Failure failure={failure.value} />}
        {told.summary}
        <Choice points={points} told={told} onChange={change} />
        {points.value.length > 0 && (
          <button type="button" class="button primary wide" onClick={() => void make()}>
            {t("agenda.make")}
          </button>
        )}
      </div>
      {sheet.value && <Sheet rows={sheet.value} />}
    </>
  );
}

function keyOf({ kind, id }: Pick<AgendaPoint, "kind" | "id">): string {
  return `${kind} ${id}`;
}

function faultsOf(points: readonly AgendaPoint[]): Map<string, Fault> {
  const wordless = points.filter(({ words }) => words.trim() === "");
  return new Map(wordless.map((point) => [fieldOf(point), () => t("agenda.words_missing")]));
}

const fieldOf = ({ kind, id }: Pick<AgendaPoint, "kind" | "id">) => `${kind}.${id}`;

interface ChoiceProps {
  told: Told;
  points: Signal<readonly AgendaPoint[]>;
  onChange: (points: readonly AgendaPoint[]) => void;
}

function Choice({ points, told, onChange }: ChoiceProps) {
  const groups = useTopics();
  const isFull = points.value.length >= pointsMax;
  const used = groups.filter(({ topics }) => topics.length > 0).length;
  return (
    <>
      <p class="soft" role="status">
        {t("agenda.count", { count: points.value.length, max: pointsMax })}
      </p>
      {used === 0 && <Empty />}
      {groups.map(
        ({ name, topics }) =>
          topics.length > 0 && (
            <fieldset key={name} class="stack">
              <legend class="label">{t(`agenda.from_${name}`)}</legend>
              {topics.map((topic) => (
                <TopicTick
                  key={keyOf(topic)}
                  topic={topic}
                  point={points.value.find((point) => keyOf(point) === keyOf(topic))}
                  isFull={isFull}
                  told={told}
                  onChange={(point) => onChange(changed(points.value, topic, point))}
                />
              ))}
            </fieldset>
          ),
      )}
      {used > 0 && used < groups.length && <p class="hint">{t("agenda.more")}</p>}
    </>
  );
}

function Empty() {
  return (
    <section class="card hero-card">
      <p>{t("agenda.empty")}</p>
      <p class="hint">{t("agenda.example")}</p>
      <a class="button primary" href={hrefOf({ name: "grow", view: "drift" })}>
        {t("grow.drift_title")}
        <Icon name="forward" />
      </a>
    </section>
  );
}

/** The points with that of `topic` put in, replaced, or taken out. */
function changed(
  points: readonly AgendaPoint[],
  topic: Topic,
  point: AgendaPoint | null,
): readonly AgendaPoint[] {
  const isIn = points.some((each) => keyOf(each) === keyOf(topic));
  if (!point) return points.filter((each) => keyOf(each) !== keyOf(topic));
  if (!isIn) return [...points, point];
  return points.map((each) => (keyOf(each) === keyOf(topic) ? point : each));
}

interface TopicTickProps {
  topic: Topic;
  point: AgendaPoint | undefined;
  isFull: boolean;
  told: Told;
  onChange: (point: AgendaPoint | null) => void;
}

function TopicTick({ topic, point, isFull, told, onChange }: TopicTickProps) {
  const { kind, id, words } = topic;
  return (
    <div>
      <Tick
        checked={point !== undefined}
        disabled={isFull && point === undefined}
        onChange={(isIn) => onChange(isIn ? { kind, id, words } : null)}
      >
        {words}
        {topic.about && <span class="soft block">{topic.about}</span>}
      </Tick>
      {point && (
        <>
          <Lines
            {...told.at(fieldOf(topic))}
            label={t("agenda.words")}
            maxLength={300}
            value={point.words}
            onInput={(typed) => onChange({ kind, id, words: typed })}
          />
          <NoteHint text={point.words} />
        </>
      )}
    </div>
  );
}

/** The page itself: it fits one sheet of Letter or A4. */
function Sheet({ rows }: { rows: readonly AgendaRow[] }) {
  const points = rows.map((row, nth) => `${nth + 1}. ${row.words}\n${sourceLine(row)}`);
  const text = [...points, t("agenda.limits")].join("\n\n");
  const date = formatDate(today());
  const isLong = text.length > roomyMax;
  return (
    <section class={isLong ? "card sheet dense" : "card sheet"} aria-labelledby="sheet">
      <h2 id="sheet">{t("agenda.sheet", { date })}</h2>
      <ol class="stack">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <p class="statement">{row.words}</p>
            <p class="soft">{row.name}</p>
            <Clauses clauses={row.clauses} />
          </li>
        ))}
      </ol>
      <p class="soft">{t("agenda.limits")}</p>
      <div class="actions no-print">
        <PrintButton />
        <CopyButton text={text} words={t("agenda.copy")} />
        <HandOut
          words={t("agenda.share")}
          fileName={`trellis-supervision-${today()}.txt`}
          type="text/plain"
          make={async () => text}
        />
      </div>
    </section>
  );
}

function sourceLine({ name, clauses }: AgendaRow): string {
  const [clause] = clauses;
  return clause ? `${name}. ${clause.document}: ${clause.section}` : name;
}
