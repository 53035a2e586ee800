// SPDX-License-Identifier: MIT
// Words of the interface in the chosen language, and numbers and dates as that language writes them.
// Every visible string comes from content/locales/*/ui*.json through t(); no component holds its own. The first set is
// what the first screens say; the others come with the pages that need them.
import { signal } from "@preact/signals";
import type { Locale } from "../../wasm/src/api.gen.ts";
import first from "../../content/locales/en/ui.json";
import type chart from "../../content/locales/en/ui-chart.json";
import type growth from "../../content/locales/en/ui-growth.json";
import type learn from "../../content/locales/en/ui-learn.json";
import type oneFile from "../../content/locales/en/ui-one-file.json";
import type more from "../../content/locales/en/ui-more.json";
import type pages from "../../content/locales/en/ui-pages.json";
import { isOneFile } from "./edition.ts";
import { isGuest } from "./profiles.ts";

type Messages = typeof first &
  typeof pages &
  typeof more &
  typeof growth &
  typeof learn &
  typeof chart &
  typeof oneFile;
export type MessageKey = keyof Messages;
/** Keys whose text turns on a count. */
export type PluralKey = { [K in MessageKey]: Messages[K] extends string ? never : K }[MessageKey];
export type TextKey = Exclude<MessageKey, PluralKey>;
export type Values = Record<string, string | number>;
export type WordSet = "first" | "pages" | "more" | "growth" | "learn" | "chart" | "oneFile";
type Words = Readonly<Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>>;

const none = async () => ({ default: {} });

/** Where each set is. web/plugins/locales.ts stops the build when a language lacks a key of English. */
const sources: Record<Locale, Record<WordSet, () => Promise<{ default: Words }>>> = {
  en: {
    first: async () => ({ default: first }),
    pages: () => import("../../content/locales/en/ui-pages.json"),
    more: () => import("../../content/locales/en/ui-more.json"),
    growth: () => import("../../content/locales/en/ui-growth.json"),
    learn: () => import("../../content/locales/en/ui-learn.json"),
    chart: () => import("../../content/locales/en/ui-chart.json"),
    // Asked here and not of edition.ts: so the build of the app sees that it does not need them.
    oneFile:
      import.meta.env.MODE === "one-file"
        ? () => import("../../content/locales/en/ui-one-file.json")
        : none,
  },
  es: {
    first: () => import("../../content/locales/es/ui.json"),
    pages: () => import("../../content/locales/es/ui-pages.json"),
    more: () => import("../../content/locales/es/ui-more.json"),
    growth: () => import("../../content/locales/es/ui-growth.json"),
    learn: () => import("../../content/locales/es/ui-learn.json"),
    chart: () => import("../../content/locales/es/ui-chart.json"),
    oneFile:
      import.meta.env.MODE === "one-file"
        ? () => import("../../content/locales/es/ui-one-file.json")
        : none,
  },
};
export const locales: readonly Locale[] = ["en", "es"];
/** What is here, by language. English stands in where another language could not be fetched. */
const catalogues: Record<Locale, Words> = { en: first, es: {} };
/** Sets that pages have asked for so far; every language that is chosen brings them along. */
const wanted = new Set<WordSet>(isOneFile ? ["first", "oneFile"] : ["first"]);
const loading = new Map<string, Promise<void>>();
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
  await Promise.all([...wanted].map((set) => loadSet(tag, set)));
}

/** Fetches the words that a page needs, in the language of now and of later. Rejects when there are none at all. */
export async function loadWords(set: WordSet): Promise<void> {
  wanted.add(set);
  const tag = locale.peek();
  if (tag === "en") await loadSet(tag, set);
  else await loadSet(tag, set).catch(() => loadSet("en", set));
}

function loadSet(tag: Locale, set: WordSet): Promise<void> {
  const key = `${tag} ${set}`;
  let loaded = loading.get(key);
  if (!loaded) {
    loaded = sources[tag][set]().then((module) => {
      catalogues[tag] = { ...catalogues[tag], ...module.default };
    });
    loaded.catch(() => loading.delete(key)); // the next try fetches again
    loading.set(key, loaded);
  }
  return loaded;
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
  const message = catalogues[locale.value][key] ?? catalogues.en[key] ?? key;
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

/** For numbers and days, which stand as the US writes them: 3,000 and 1.5 in Spanish, too, as in the content. */
export const formatLocale = (): string => `${locale.value}-US`;

/** @param fractionDigits  digits after the decimal sign, always written */
export function formatNumber(value: number, fractionDigits = 0): string {
  // Digits alone look the same in every language here, and the first formatter of a page takes 60 ms on a slow phone.
  if (fractionDigits === 0 && Number.isInteger(value) && value >= 0 && value < 1000)
    return String(value);
  return new Intl.NumberFormat(formatLocale(), {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
}

/** An RFC 3339 instant as date and time of this device, in words. Text that is no instant comes back as it is. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: "long", timeStyle: "short" }).format(
    date,
  );
}

/** By language and whether they name the day. Making one takes a slow phone milliseconds; a page has dozens of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A full date, year and month, or year in words. Any other text, for example "read 2026-11", comes back as it is. */
export function formatDate(text: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts?.[2]) return text;
  const date = new Date(`${parts[1]}-${parts[2]}-${parts[3] ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  const day = parts[3] ? "numeric" : undefined;
  const key = `${locale.value} ${day}`;
  const made = dateFormats.get(key);
  const options = { year: "numeric", month: "long", day, timeZone: "UTC" } as const;
  const format = made ?? new Intl.DateTimeFormat(formatLocale(), options);
  if (!made) dateFormats.set(key, format);
  return format.format(date);
}
