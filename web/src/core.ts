// SPDX-License-Identifier: MIT
// The one line from the pages to the core: typed questions, failures in words, and whether answers can be kept.
// Everything happens on this device, in a worker. Never logs a parameter.
import { signal } from "@preact/signals";
import type { Api, ErrorCode, ErrorData } from "../../wasm/src/api.gen.ts";
import { CoreError, startWorker, TrellisClient } from "../../wasm/src/client.ts";
import type { CopiesTask, StoreStatus } from "../../wasm/src/client.ts";
import { coreAddress } from "../../wasm/src/core-address.ts";
import { isOneFile } from "./edition.ts";
import { locale, t } from "./i18n.ts";
import { currentProfile } from "./profiles.ts";

export { CoreError };
export type Method = keyof Api;
export type Params<M extends Method> = Omit<Api[M]["params"], "locale">;
export type Result<M extends Method> = Api[M]["result"];

/** A failure in the words of the person's language: what happened, and what to do next. */
export interface Failure {
  code: ErrorCode;
  message: string;
  nextStep: string;
}

/** Whether answers can be kept; see StoreStatus. */
export const store = signal<StoreStatus>({ state: "opening" });
let client: TrellisClient | undefined;

let starting: Promise<void> | undefined;

/**
 * Starts the worker. Returns at once; `store` tells how it went. Questions may be asked at once.
 * @param before  what has to be known before the worker touches any storage
 * @param first   what is to come before the core is fetched, as the two would share a slow line
 */
export function startCore(before: Promise<unknown>, first?: Promise<void>): void {
  const fetchCore = () => isOneFile || fetchEarly(coreAddress);
  if (first) void first.then(fetchCore);
  else fetchCore();
  starting = Promise.all([before, first]).then(() => {
    client = new TrellisClient(startWorker(currentProfile()), () => locale.value);
    client.onStore((status) => (store.value = status));
  });
}

/** The core is fetched beside the worker's script, not behind it; and not before the page, which it would hold up. */
function fetchEarly(address: string): void {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address });
  document.head.append(link);
}

/**
 * Asks the core. Rejects with what failureOf() understands.
 * @param comesFirst  the question is part of what comeFirst() was told of
 */
export async function ask<M extends Method>(
  method: M,
  params: Params<M>,
  comesFirst = false,
): Promise<Result<M>> {
  if (!client) await starting;
  if (!client) throw new Error("the core is not started");
  return client.call(method, { ...params, locale: locale.value } as Api[M]["params"], comesFirst);
}

/** Whatever reads or changes what a person keeps waits from now on until `work` has ended. */
export function comeFirst(work: Promise<unknown>): void {
  void client?.first(work);
}

/** Works on copies of the store, as wasm/src/copies.ts says. @returns JSON, "null" where it could not be done */
export async function workOnCopies(task: CopiesTask): Promise<string> {
  await starting;
  return (await client?.copies(task)) ?? "null";
}

/** Answers what is under way, lets go of the store and ends the core. */
export async function closeCore(): Promise<void> {
  await starting;
  await client?.close();
}

/** Takes the store over from the tab that holds it, or opens it anew; `store` tells when it is here. */
export function useHere(): void {
  client?.takeOver();
}

/** Anything that was thrown, in words. The words are the core's where it spoke. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CoreError && error.message !== "") {
    return { code: error.code, message: error.message, nextStep: error.nextStep };
  }
  return unexpected();
}

/** What the core said about a store that did not open. */
export function failureFrom(error: ErrorData): Failure {
  return { code: error.code, message: error.message, nextStep: error.next_step };
}

/** For faults that the core has no words for. */
export function unexpected(): Failure {
  return {
    code: "internal.failure",
    message: t("app.unexpected"),
    nextStep: t("app.unexpected_next"),
  };
}
