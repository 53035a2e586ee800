// SPDX-License-Identifier: MIT
// Words of the interface in the chosen language, and numbers and dates as that language writes them.
// Every visible string comes from content/locales/*/ui.json through t(); no component holds its own.
import { signal } from "@preact/signals";
import type { Locale } from "../../wasm/src/api.gen.ts";
import en from "../../content/locales/en/ui.json";
import { isGuest } from "./profiles.ts";

type Messages = typeof en;
export type MessageKey = keyof Messages;
/** Keys whose text turns on a count. */
export type PluralKey = { [K in MessageKey]: Messages[K] extends string ? never : K }[MessageKey];
export type TextKey = Exclude<MessageKey, PluralKey>;
export type Values = Record<string, string | number>;

/** A key that is missing in any language fails here, at compile time; web/plugins/locales.ts checks the rest. */
const sources: Record<Exclude<Locale, "en">, () => Promise<{ default: Messages }>> = {
  es: () => import("../../content/locales/es/ui.json"),
};
/** English is always here, and stands in where another language could not be fetched. */
const catalogues: Partial<Record<Locale, Messages>> & { en: Messages } = { en };
export const locales: readonly Locale[] = ["en", "es"];
const storageKey = "trellis.locale";

/** The language of the interface, as a BCP 47 tag. */
export const locale = signal<Locale>("en");

function isLocale(tag: string | null | undefined): tag is Locale {
  return locales.some((known) => known === tag);
}

/** The language chosen before, else the first one of the device that Trellis speaks, else English. */
export function preferredLocale(): Locale {
  const wished = [readChoice(), ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wished.find(isLocale) ?? "en";
}

/** Fetches the words of a language, if they are not here yet. Rejects without a network. */
export async function loadLocale(tag: Locale): Promise<void> {
  if (tag !== "en") catalogues[tag] ??= (await sources[tag]()).default;
}

/** Shows everything in `tag` from now on, once its words are here, and remembers the choice on this device. */
export async function chooseLocale(tag: Locale): Promise<void> {
  try {
    await loadLocale(tag);
  } catch {
    return; // no network and the words were never here: the language stays
  }
  locale.value = tag;
  if (isGuest()) return; // a guest leaves nothing behind
  try {
    localStorage.setItem(storageKey, tag);
  } catch {
    // A browser without storage forgets the choice; everything else goes on.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/**
 * The text of a key in the chosen language, `{name}` replaced by `values.name`.
 * Keys with plural forms need a `count`, which picks the form and is written with the digits of the language.
 */
export function t(key: TextKey, values?: Values): string;
export function t(key: PluralKey, values: Values & { count: number }): string;
export function t(key: MessageKey, values: Values = {}): string {
  const message: string | Partial<Record<Intl.LDMLPluralRule, string>> = (catalogues[
    locale.value
  ] ?? en)[key];
  const text = typeof message === "string" ? message : pluralForm(message, Number(values["count"]));
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined
      ? placeholder
      : typeof value === "number"
        ? formatNumber(value)
        : value;
  });
}

function pluralForm(forms: Partial<Record<Intl.LDMLPluralRule, string>>, count: number): string {
  return forms[new Intl.PluralRules(locale.value).select(count)] ?? forms.other ?? "";
}

/** @param fractionDigits  digits after the decimal sign, always written */
export function formatNumber(value: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale.value, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
}

/** An RFC 3339 instant as date and time of this device, in words. Text that is no instant comes back as it is. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(locale.value, { dateStyle: "long", timeStyle: "short" }).format(
    date,
  );
}

/** A full date, year and month, or year in words. Any other text, for example "read 2026-11", comes back as it is. */
export function formatDate(text: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts?.[2]) return text;
  const date = new Date(`${parts[1]}-${parts[2]}-${parts[3] ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale.value, {
    year: "numeric",
    month: "long",
    day: parts[3] ? "numeric" : undefined,
    timeZone: "UTC",
  }).format(date);
}
