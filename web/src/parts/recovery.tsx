// SPDX-License-Identifier: MIT
// Copies of the store that can be brought back, each with what is in it, before anything is written. Fetched only when
// answers are damaged or missing.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Rating } from "../../../wasm/src/api.gen.ts";
import { settleLoss } from "../copies.ts";
import { ask, store, unexpected, workOnCopies } from "../core.ts";
import { nowInstant } from "../device.ts";
import { formatInstant, locale, t } from "../i18n.ts";
import { loadRatings, ratings } from "../ratings.ts";
import { hrefOf } from "../router.ts";
import { Failure } from "./failure.tsx";
import { Loading } from "./loading.tsx";

interface Copy {
  copy: string;
  /** Null for the state before the last change. */
  taken_at: string | null;
  content: Content | null;
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
  useEffect(() => void readCopies(copies), []);
  const attempt = async (work: () => Promise<boolean>) => {
    isWorking.value = true;
    hasFailed.value = !(await work().catch(() => false));
    isWorking.value = false;
  };
  if (!copies.value || isWorking.value) return <Loading />;
  const usable = copies.value.filter(({ content }) => content && content.count > 0);
  return (
    <div class="stack" data-recovery={reason}>
      {hasFailed.value && <Failure failure={{ ...unexpected(), nextStep: t("copies.failed") }} />}
      <p>{usable.length > 0 ? t("copies.found") : t("copies.none")}</p>
      <ul class="stack">
        {usable.map((copy) => (
          <li key={copy.copy}>
            <p>{describe(copy)}</p>
            <button
              type="button"
              class="button primary"
              onClick={() => void attempt(() => bringBack(copy))}
            >
              {t("copies.restore")}
            </button>
          </li>
        ))}
      </ul>
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

function describe({ taken_at, content }: Copy): string {
  const values = { count: content?.count ?? 0, newest: formatInstant(content?.newest ?? "") };
  if (taken_at === null) return t("copies.last", values);
  return t("copies.item", { ...values, made: formatInstant(taken_at) });
}

async function readCopies(copies: Signal<Copy[] | null>): Promise<void> {
  const text = await workOnCopies({ do: "list" }).catch(() => "null");
  const found = (JSON.parse(text) ?? []) as Omit<Copy, "content">[];
  const read: Copy[] = [];
  for (const each of found) read.push({ ...each, content: await readContent(each.copy) });
  copies.value = read;
}

/** @returns null where the copy cannot be read */
async function readContent(copy: string): Promise<Content | null> {
  const params = { locale: locale.value, exported_at: nowInstant() };
  const request = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "export_backup", params });
  const answer = JSON.parse(await workOnCopies({ do: "ask", copy, request })) as {
    result?: { document: string };
  } | null;
  if (!answer?.result) return null;
  const { document } = answer.result;
  const kept = (JSON.parse(document) as { ratings: Rating[] }).ratings;
  const newest = kept.reduce((last, { rated_at }) => (rated_at > last ? rated_at : last), "");
  return { document, count: kept.length, newest };
}

/** Where new answers were given meanwhile the copy is added to them, else it takes the place of what is there. */
async function bringBack({ copy, content }: Copy): Promise<boolean> {
  const hasNew = store.value.state === "open" && (ratings.value?.size ?? 0) > 0;
  if (hasNew && content) {
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
