// SPDX-License-Identifier: MIT
// One field over everything Trellis says. What is typed stays in this page's memory: not kept, not in the address.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SearchHit } from "../../../../wasm/src/api.gen.ts";
import { ask, failureOf } from "../../core.ts";
import type { Failure as FailureText } from "../../core.ts";
import { locale, t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { BackLink } from "./back-link.tsx";
import { isSection, sections } from "./sections.ts";

type Outcome =
  | { state: "idle" }
  | { state: "ready"; hits: readonly SearchHit[] }
  | { state: "failed"; failure: FailureText };

const hitsMax = 50;
/** Pause in typing before a search, in milliseconds. */
const pause = 200;
const query = signal("");
const outcome = signal<Outcome>({ state: "idle" });
let turn = 0;

async function search(): Promise<void> {
  const mine = (turn += 1);
  const words = query.peek().trim();
  if (words === "") {
    outcome.value = { state: "idle" };
    return;
  }
  const next = await ask("search", { query: words, limit: hitsMax }).then(
    ({ hits }): Outcome => ({ state: "ready", hits }),
    (error: unknown): Outcome => ({ state: "failed", failure: failureOf(error) }),
  );
  if (mine === turn) outcome.value = next; // an older answer may come later
}

export function SearchPage() {
  const words = query.value;
  useEffect(() => {
    const timer = setTimeout(() => void search(), pause);
    return () => clearTimeout(timer);
  }, [words, locale.value]);
  const { value } = outcome;
  return (
    <>
      <BackLink />
      <PageHeading page={t("learn.search")}>{t("learn.search")}</PageHeading>
      <form role="search" onSubmit={(event) => event.preventDefault()} autocomplete="off">
        <label class="label" for="search-words">
          {t("learn.search_label")}
        </label>
        <p class="hint" id="search-hint">
          {t("learn.search_hint")}
        </p>
        <input
          id="search-words"
          type="text"
          inputMode="search"
          enterkeyhint="search"
          value={words}
          aria-describedby="search-hint"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </form>
      {value.state === "failed" && <Failure failure={value.failure} />}
      <p role="status">
        {value.state === "ready" &&
          (value.hits.length > 0
            ? t("learn.hits", { count: value.hits.length })
            : t("learn.no_hits"))}
      </p>
      {value.state === "ready" && <Hits hits={value.hits} />}
      {words === "" && <Examples />}
    </>
  );
}

const examples: readonly TextKey[] = [
  "learn.search_try_task",
  "learn.search_try_value",
  "learn.search_try_step",
];

/** What one might look for, shown while nothing is typed. */
function Examples() {
  return (
    <section aria-labelledby="examples-title">
      <h2 class="small-heading" id="examples-title">
        {t("learn.search_try")}
      </h2>
      <p class="actions">
        {examples.map((key) => (
          <button key={key} type="button" class="button" onClick={() => (query.value = t(key))}>
            {t(key)}
          </button>
        ))}
      </p>
    </section>
  );
}

const otherKinds: Readonly<Record<string, TextKey>> = {
  roles: "learn.kind_roles",
  rules: "learn.tasks",
  competencies: "learn.kind_competencies",
  ladder: "learn.kind_ladder",
  conditions: "learn.kind_conditions",
};

function kindWords(kind: string): string {
  const key = isSection(kind) ? sections[kind].title : otherKinds[kind];
  return key ? t(key) : "";
}

/** The best first, under the kind of thing they are; a kind stands where its best hit stands. */
function Hits({ hits }: { hits: readonly SearchHit[] }) {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return (
    <div class="result">
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`hits-${kind}`}>
          <h2 id={`hits-${kind}`} class="small-heading">
            {kindWords(kind)}
          </h2>
          <ul class="links entries">
            {hits
              .filter((hit) => hit.kind === kind)
              .map((hit) => (
                <li key={hit.route + hit.id}>
                  <a href={hit.route}>{hit.title}</a>
                  <p class="soft">{withoutTitle(hit)}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The index takes the title for the first words of the text. */
function withoutTitle({ title, snippet }: SearchHit): string {
  return snippet.startsWith(title) ? snippet.slice(title.length).trim() : snippet;
}
