// SPDX-License-Identifier: MIT
// Copies of the store that can be brought back, each with what is in it, before anything is written. Fetched only when
// answers are damaged or missing.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Entry, ErrorData, Rating } from "../../../wasm/src/api.gen.ts";
import { settleLoss } from "../copies.ts";
import { ask, store, unexpected, workOnCopies } from "../core.ts";
import { nowInstant } from "../device.ts";
import { formatInstant, locale, t } from "../i18n.ts";
import { spell } from "../passphrase.ts";
import { loadRatings, ratings as current } from "../ratings.ts";
import { hrefOf } from "../router.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";
import { PassphraseField, take } from "./passphrase-field.tsx";

interface Copy {
  copy: string;
  /** Null for the state before the last change. */
  taken_at: string | null;
  /** Null where the copy cannot be read. */
  content: Content | "locked" | null;
}

/** What is in a copy; the document is a backup. */
interface Content {
  document: string;
  count: number;
  /** An RFC 3339 instant; empty where the copy has no answer. */
  newest: string;
}

/** @param reason  damaged: what is there cannot be opened. missing: nothing is there, though something was. */
export default function Recovery({ reason }: { reason: "damaged" | "missing" }) {
  const copies = useSignal<Copy[] | null>(null);
  const isWorking = useSignal(false);
  const hasFailed = useSignal(false);
  const isMistyped = useSignal(false);
  useEffect(() => void readCopies(copies), []);
  const attempt = async (work: () => Promise<boolean>) => {
    isWorking.value = true;
    hasFailed.value = !(await work().catch(() => false));
    isWorking.value = false;
  };
  if (!copies.value || isWorking.value) return <Loading />;
  const usable = copies.value.filter(
    ({ content }) => content === "locked" || (content?.count ?? 0) > 0,
  );
  const lookInside = async (passphrase: string) => {
    isWorking.value = true;
    await readCopies(copies, passphrase);
    isMistyped.value = copies.value?.every(({ content }) => content === "locked") ?? false;
    isWorking.value = false;
  };
  return (
    <div class="stack" data-recovery={reason}>
      {hasFailed.value && <Failure failure={{ ...unexpected(), nextStep: t("copies.failed") }} />}
      <p>{usable.length > 0 ? t("copies.found") : t("copies.none")}</p>
      <ul class="stack">
        {usable.map((copy) => (
          <li key={copy.copy}>
            <p>{describe(copy)}</p>
            {copy.content !== "locked" && (
              <button
                type="button"
                class="button primary"
                onClick={() => void attempt(() => bringBack(copy))}
              >
                {t("copies.restore")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {usable.some(({ content }) => content === "locked") && (
        <LookInside isMistyped={isMistyped.value} onLook={(typed) => void lookInside(typed)} />
      )}
      {reason === "damaged" && <p>{t("copies.aside")}</p>}
      <div class="actions">
        {reason === "missing" && (
          <a class="button" href={hrefOf({ name: "backup" })}>
            {t("backup.import_title")}
          </a>
        )}
        <button type="button" class="button" onClick={() => void attempt(() => goOn(reason))}>
          {t("copies.without")}
        </button>
      </div>
    </div>
  );
}

interface LookInsideProps {
  isMistyped: boolean;
  onLook: (passphrase: string) => void;
}

/** What is in a protected copy shows with its passphrase, before anything is written. */
function LookInside({ isMistyped, onLook }: LookInsideProps) {
  const field = useRef<HTMLInputElement>(null);
  const look = (event: Event) => {
    event.preventDefault();
    onLook(take(field));
  };
  const failure = {
    ...unexpected(),
    message: t("copies.mistyped"),
    nextStep: t("copies.mistyped_next"),
  };
  return (
    <form class="stack" onSubmit={look}>
      {isMistyped && <Failure failure={failure} fieldId="copies-passphrase" />}
      <PassphraseField id="copies-passphrase" label={t("passphrase.label")} field={field} />
      <button type="submit" class="button primary">
        {t("backup.unseal_button")}
      </button>
    </form>
  );
}

function describe({ taken_at, content }: Copy): string {
  if (content === "locked")
    return taken_at === null
      ? t("copies.locked_last")
      : t("copies.locked", { made: formatInstant(taken_at) });
  const values = { count: content?.count ?? 0, newest: formatInstant(content?.newest ?? "") };
  if (taken_at === null) return t("copies.last", values);
  return t("copies.item", { ...values, made: formatInstant(taken_at) });
}

async function readCopies(copies: Signal<Copy[] | null>, passphrase = ""): Promise<void> {
  const text = await workOnCopies({ do: "list" }).catch(() => "null");
  const found = (JSON.parse(text) ?? []) as Omit<Copy, "content">[];
  const read: Copy[] = [];
  for (const each of found)
    read.push({ ...each, content: await readContent(each.copy, passphrase) });
  copies.value = read;
}

/** @param passphrase  of a protected copy; empty: not known yet */
async function readContent(copy: string, passphrase: string): Promise<Copy["content"]> {
  const request = requestOf("export_backup", { exported_at: nowInstant() });
  const unlock = passphrase && requestOf("unlock", { passphrase: spell(passphrase) });
  const answer = JSON.parse(await workOnCopies({ do: "ask", copy, request, unlock })) as {
    result?: { document: string };
    error?: { data: ErrorData };
  } | null;
  if (answer?.error?.data.code === "store.locked") return "locked";
  if (!answer?.result) return null;
  const { document } = answer.result;
  const { ratings, entries } = JSON.parse(document) as { ratings: Rating[]; entries: Entry[] };
  const instants = [
    ...ratings.map(({ rated_at }) => rated_at),
    ...entries.map(({ noted_at }) => noted_at),
  ];
  return { document, count: instants.length, newest: instants.sort().at(-1) ?? "" };
}

/** As wasm/src/client.ts sends it; a copy is asked behind the client's back. */
const requestOf = (method: string, params: object): string =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, locale: locale.value } });

/** Where new answers were given meanwhile the copy is added to them, else it takes the place of what is there. */
async function bringBack({ copy, content }: Copy): Promise<boolean> {
  const hasNew = store.value.state === "open" && (current.value?.size ?? 0) > 0;
  if (hasNew && content && content !== "locked") {
    await ask("import_backup", { document: content.document });
    await loadRatings();
  } else if ((await workOnCopies({ do: "restore", copy })) !== "true") return false;
  settleLoss("kept");
  return true;
}

async function goOn(reason: "damaged" | "missing"): Promise<boolean> {
  if (reason === "damaged") {
    if ((await workOnCopies({ do: "restore", copy: null })) !== "true") return false;
  }
  settleLoss("without");
  return true;
}
