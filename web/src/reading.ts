// SPDX-License-Identifier: MIT
// What a page reads from the core: loading, ready or failed, asked anew when the language changes.
// Until the new answer is there the old one stays on screen, so a page keeps its place. Keeps no typed text.
import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ask, failureOf, store } from "./core.ts";
import type { Failure, Method, Params, Result } from "./core.ts";
import { locale } from "./i18n.ts";

export type Reading<T> =
  | { state: "loading"; value?: T }
  | { state: "ready"; value: T }
  | { state: "failed"; failure: Failure; retry: () => void };

const kept = new Map<string, unknown>();
/** Content never changes while the page is open; what a person keeps does, and is read each time. */
const contentMethods: readonly Method[] = [
  "explain_rule",
  "get_framework",
  "get_role",
  "get_section",
  "list_roles",
  "list_rules",
  "list_sources",
];

/**
 * Reads `method` for as long as the component is shown.
 * @param stamp  changes when something was kept that the answer hangs on; it is read again then
 */
export function useReading<M extends Method>(
  method: M,
  params: Params<M>,
  stamp = 0,
): Reading<Result<M>> {
  const isContent = contentMethods.includes(method);
  // What is kept on the device is read again when the store comes or goes.
  const key = JSON.stringify([method, params, locale.value, isContent ? "" : store.value.state, stamp]);
  const attempt = useSignal(0);
  const reading: Signal<Reading<Result<M>>> = useSignal(initialReading(key));
  const shownKey = useRef(key);
  if (shownKey.current !== key && kept.has(key)) reading.value = initialReading(key);
  shownKey.current = key;

  useEffect(() => {
    if (kept.has(key)) return;
    let wanted = true;
    const retry = () => {
      reading.value = { state: "loading" };
      attempt.value += 1;
    };
    ask(method, params).then(
      (value) => {
        if (isContent) kept.set(key, value);
        if (wanted) reading.value = { state: "ready", value };
      },
      (error: unknown) => {
        if (wanted) reading.value = { state: "failed", failure: failureOf(error), retry };
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt.value]);
  return reading.value;
}

function initialReading<T>(key: string): Reading<T> {
  return kept.has(key) ? { state: "ready", value: kept.get(key) as T } : { state: "loading" };
}
