// SPDX-License-Identifier: MIT
// One entry for people who think about becoming a peer worker: what the work is like, an honest answer to an
// expectation, a step, or a question for an employer. Answers live on the screen and are never kept.
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { RoleLinks, RowLinks } from "./row-links.tsx";
import { Said } from "./said.tsx";
import type { BodyProps, RowOf } from "./sections.ts";

export type SeekerRow = RowOf<"seeker">;

export function SeekerBody({ row }: BodyProps<"seeker">) {
  return (
    <>
      {row.answers ? <Expectation row={row} /> : <SeekerText row={row} />}
      <RowLinks section="evidence" ids={row.evidence ?? []} title="learn.its_evidence" />
      <RoleLinks ids={row.roles ?? []} />
    </>
  );
}

/** Text, its steps, and what to listen for. */
export function SeekerText({ row }: { row: SeekerRow }) {
  return (
    <div class="stack">
      <p>{row.text}</p>
      {row.steps && row.steps.length > 0 && (
        <ol>
          {row.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {row.feedback && (
        <dl>
          <Said name="learn.listen_for" text={row.feedback} />
        </dl>
      )}
    </div>
  );
}

export function Expectation({ row }: { row: SeekerRow }) {
  const chosen = useSignal("");
  const name = useId();
  const answer = row.answers?.find(({ id }) => id === chosen.value);
  return (
    <div class="stack">
      <fieldset class="choices">
        <legend>{row.text}</legend>
        {row.answers?.map(({ id, text }) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name={name}
              checked={chosen.value === id}
              onChange={() => (chosen.value = id)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <p role="status" class={answer ? "say" : "visually-hidden"}>
        {answer?.feedback}
      </p>
    </div>
  );
}
