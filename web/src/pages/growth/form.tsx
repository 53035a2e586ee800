// SPDX-License-Identifier: MIT
// What a form says when something in it has to be mended: a summary above it that has the focus and leads to each field,
// and the same words at the field. Manner: GOV.UK Design System, "Error summary". Looked at here before the core is asked;
// what the core refuses all the same is told in its place.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { saving } from "../../entries.ts";
import { locale, t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Failure } from "../../parts/failure.tsx";
import type { SaveState } from "../../ratings.ts";
import type { Draft, Fields, FieldState } from "./drafts.ts";

/** What is wrong with a field, in the language of now. */
export type Fault = () => string;

export interface Told {
  /** Says what is wrong, by field, in the order of the fields. @returns whether all is well */
  tell: (faults: ReadonlyMap<string, Fault>) => boolean;
  /** What a field needs to say it, too. */
  at: (key: string) => { id: string; fault: string | undefined };
  /** The summary, while there is one. */
  summary: VNode | null;
}

/** @param prefix  of the ids of the fields */
export function useTold(prefix: string): Told {
  const told = useSignal<ReadonlyMap<string, Fault>>(new Map());
  const idOf = (key: string) => `${prefix}.${key}`;
  // The same one until something else is told: the focus goes to it once.
  const failure = useMemo(
    () => ({ code: "entry.bad_body" as const, message: "", nextStep: t("form.mend") }),
    [told.value, locale.value],
  );
  const links = [...told.value].map(([key, fault]) => ({ fieldId: idOf(key), words: fault() }));
  return {
    tell: (faults) => {
      if (faults.size > 0 || told.value.size > 0) told.value = faults;
      for (const key of faults.keys()) unfold(idOf(key));
      return faults.size === 0;
    },
    at: (key) => ({ id: idOf(key), fault: told.value.get(key)?.() }),
    summary: links.length > 0 ? <Failure failure={failure} faults={links} /> : null,
  };
}

/** What is folded cannot take the focus. */
function unfold(fieldId: string): void {
  document.getElementById(fieldId)?.closest("details")?.setAttribute("open", "");
}

export interface Rule<F> {
  /** Of the field, for words that name it. */
  label: TextKey;
  /** Said where nothing was typed; without it the field may be empty. */
  missing?: TextKey;
  /** Characters. */
  max?: number;
  isDate?: boolean;
  /** Anything else; asked last. */
  check?: (fields: F) => Fault | null;
}
export type Rules<F> = { readonly [key in keyof F & string]?: Rule<F> };

export interface Form<F extends Fields> extends Omit<Draft<F>, "field"> {
  field: (key: keyof F & string) => FieldState & ReturnType<Told["at"]>;
  /** For the form element, which has to come without the browser's own checks. */
  onSubmit: (event: SubmitEvent & { currentTarget: HTMLFormElement }) => void;
  save: SaveState;
  /** Stands right above the form. */
  trouble: VNode | null;
}

/** A form that is looked at, kept and then begun anew. `keep` rejects as the core does. */
export function useForm<F extends Fields>(
  draft: Draft<F>,
  rules: Rules<F>,
  keep: () => Promise<unknown>,
): Form<F> {
  const save = useSignal<SaveState>({ kind: "idle" });
  const told = useTold(draft.name);
  const submit = async (form: HTMLFormElement) => {
    save.value = { kind: "idle" };
    if (!told.tell(faultsOf(draft, rules, form))) return;
    if (await saving(save, keep)) draft.drop();
  };
  const failed = save.value.kind === "failed" ? <Failure failure={save.value.failure} /> : null;
  return {
    ...draft,
    field: (key) => ({ ...draft.field(key), ...told.at(key) }),
    onSubmit: (event) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
    save: save.value,
    trouble: told.summary ?? failed,
  };
}

function faultsOf<F extends Fields>(
  { name, fields }: Draft<F>,
  rules: Rules<F>,
  form: HTMLFormElement,
): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const key of Object.keys(fields)) {
    const rule = rules[key];
    const input = form.querySelector<HTMLInputElement>(`[id="${name}.${key}"]`);
    if (!rule || !input) continue; // what is not shown cannot be mended
    const fault = faultIn(rule, fields, fields[key] ?? "", input);
    if (fault) faults.set(key, fault);
  }
  return faults;
}

const dateShape = /^\d{4}-\d\d-\d\d$/;

function faultIn<F>(
  { label, missing, max, isDate, check }: Rule<F>,
  fields: F,
  value: string,
  { validity }: HTMLInputElement,
): Fault | null {
  // A date that is typed in part has no value that a page could see.
  if (validity.badInput || (isDate && value !== "" && !dateShape.test(value)))
    return () => t("form.not_a_date", { label: t(label) });
  if (missing && value.trim() === "") return () => t(missing);
  const over = max === undefined ? 0 : [...value].length - max; // as the core counts
  if (over > 0) return () => t("form.too_long", { label: t(label), count: over });
  return check?.(fields) ?? null;
}
