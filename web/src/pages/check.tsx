// SPDX-License-Identifier: MIT
// Check a posting or a task: the form, and under it what was seen. The text stays in memory (check-state.ts), however
// it came: typed, pasted, from a file or shared (arrivals.ts).
import { useEffect, useRef } from "preact/hooks";
import { arrival, forgetArrival, takeFile, takeShared } from "../arrivals.ts";
import {
  checkedRole,
  chooseRole,
  clearCheck,
  postingOutcome,
  refreshCheck,
  runCheck,
  setAside,
  stopCheck,
  taskOutcome,
  texts,
} from "../check-state.ts";
import type { CheckKind } from "../check-state.ts";
import { canShare, download, share, today } from "../device.ts";
import { locale, t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { ArrivalFailure, FileOpener } from "../parts/file-opener.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { PostingResult } from "../parts/posting-result.tsx";
import { reviewText } from "../parts/review-text.ts";
import { TaskResult } from "../parts/task-result.tsx";
import { UndoLine } from "../parts/undo-line.tsx";
import { useReading } from "../reading.ts";
import { hrefOf, replaceWith } from "../router.ts";

interface Props {
  kind: CheckKind;
  /** True when a share from another app waits to be taken over. */
  shared: boolean;
}

export default function CheckPage({ kind, shared }: Props) {
  const outcome = kind === "posting" ? postingOutcome.value : taskOutcome.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const shownLocale = useRef(locale.value);
  useEffect(() => {
    if (shownLocale.current !== locale.value) refreshCheck(kind);
    shownLocale.current = locale.value;
  }, [locale.value, kind]);

  useEffect(() => {
    if (!shared) return;
    void takeShared();
    replaceWith({ name: "check", kind: "posting" }); // opened again, this address would ask again
  }, [shared]);

  const startOver = () => {
    forgetArrival();
    clearCheck(kind);
    field.current?.focus();
  };
  return (
    <>
      <PageHeading page={t(kind === "posting" ? "check.page" : "check.submit_task")}>
        {t("check.title")}
      </PageHeading>
      <p class="lead">{t("check.lead")}</p>
      <KindSwitch kind={kind} />
      {kind === "posting" && arrival.value.state === "failed" && (
        <ArrivalFailure problem={arrival.value.problem} />
      )}
      {outcome.state === "failed" && <Failure failure={outcome.failure} fieldId="check-text" />}
      <CheckForm
        kind={kind}
        field={field}
        fault={outcome.state === "failed" && outcome.failure.message}
      />
      {outcome.state === "working" && (
        <Loading
          text={t("check.working")}
          onStop={() => {
            stopCheck(kind);
            field.current?.focus();
          }}
        />
      )}
      {kind === "posting" && postingOutcome.value.state === "ready" && (
        <PostingResult
          text={postingOutcome.value.text}
          review={postingOutcome.value.review}
          onSave={() => void saveReview()}
          onStartOver={startOver}
        />
      )}
      {kind === "task" && taskOutcome.value.state === "ready" && (
        <TaskResult
          text={taskOutcome.value.text}
          review={taskOutcome.value.review}
          onStartOver={startOver}
        />
      )}
    </>
  );
}

/** Gives the review to the person as a file, because they asked; Trellis itself keeps nothing of it. */
async function saveReview(): Promise<void> {
  const outcome = postingOutcome.value;
  if (outcome.state !== "ready") return;
  const words = reviewText(outcome.text, outcome.review, today());
  const file = new File([words], `trellis-${today()}.txt`, { type: "text/plain" });
  if (!canShare(file) || !(await share(file, t("check.result_title")))) download(file);
}

function KindSwitch({ kind }: { kind: CheckKind }) {
  const choices: { kind: CheckKind; words: string }[] = [
    { kind: "posting", words: t("check.kind_posting") },
    { kind: "task", words: t("check.kind_task") },
  ];
  return (
    <nav class="switch" aria-label={t("check.kind")}>
      {choices.map((choice) => (
        <a
          key={choice.kind}
          href={hrefOf({ name: "check", kind: choice.kind })}
          aria-current={choice.kind === kind ? "page" : undefined}
        >
          <Icon name={choice.kind} />
          {choice.words}
        </a>
      ))}
    </nav>
  );
}

interface FormProps {
  kind: CheckKind;
  field: { current: HTMLTextAreaElement | null };
  /** What has to be mended, in words. */
  fault: string | false;
}

function CheckForm({ kind, field, fault }: FormProps) {
  const text = texts[kind];
  const isPosting = kind === "posting";
  const goOn = () => {
    forgetArrival();
    setAside.value = null;
  };
  const submit = (event: Event) => {
    event.preventDefault();
    goOn();
    void runCheck(kind);
  };
  const tryExample = () => {
    goOn();
    text.value = isPosting ? t("check.example_posting") : t("check.example_task");
    void runCheck(kind);
  };
  const clear = () => {
    forgetArrival();
    clearCheck(kind);
  };
  return (
    <form class="stack no-print" onSubmit={submit} autocomplete="off" noValidate>
      <div>
        <label class="label" for="check-text">
          {isPosting ? t("check.posting_label") : t("check.task_label")}
        </label>
        <p class="hint" id="check-hint">
          {isPosting ? t("check.posting_hint") : t("check.task_hint")}
        </p>
        {fault && (
          <p class="fault" id="check-fault">
            <Icon name="problem" />
            {fault}
          </p>
        )}
        <textarea
          id="check-text"
          ref={field}
          rows={isPosting ? 4 : 3}
          value={text.value}
          onInput={(event) => {
            if (arrival.value.state === "failed") forgetArrival();
            setAside.value = null;
            text.value = event.currentTarget.value;
          }}
          aria-describedby="check-hint check-fault"
          aria-invalid={fault ? "true" : undefined}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      {isPosting && (
        <FileOpener
          arrival={arrival.value}
          onFile={(file) => void takeFile(file)}
          onStop={() => {
            forgetArrival();
            document.getElementById("check-text")?.focus();
          }}
        />
      )}
      <RoleChoice />
      <div class="actions">
        <button type="submit" class="button primary">
          <Icon name="check" />
          {isPosting ? t("check.submit_posting") : t("check.submit_task")}
        </button>
        {text.value === "" ? (
          <button type="button" class="button" onClick={tryExample}>
            {t("check.example")}
          </button>
        ) : (
          <button type="button" class="button" onClick={clear}>
            {t("check.clear")}
          </button>
        )}
      </div>
      <PutBack kind={kind} />
    </form>
  );
}

/** One tap takes back that the box was emptied, or that another text took the place of what stood there. */
function PutBack({ kind }: { kind: CheckKind }) {
  const before = setAside.value?.kind === kind && setAside.value;
  const putBack = () => {
    forgetArrival();
    document.getElementById("check-text")?.focus();
    if (before) before.putBack();
  };
  return <UndoLine words={before ? `check.${before.why}` : undefined} onUndo={putBack} />;
}

function RoleChoice() {
  const roles = useReading("list_roles", {});
  const known = roles.state === "failed" ? [] : (roles.value?.roles ?? []);
  return (
    <div>
      <label class="label" for="check-role">
        {t("check.role_label")}
      </label>
      <p class="hint" id="role-hint">
        {t("check.role_hint")}
      </p>
      <select
        id="check-role"
        value={checkedRole.value}
        aria-describedby="role-hint"
        onChange={(event) => chooseRole(event.currentTarget.value)}
      >
        <option value="any">{t("check.role_any")}</option>
        {known.map((role) => (
          <option key={role.id} value={role.id}>
            {role.name}
          </option>
        ))}
      </select>
    </div>
  );
}
