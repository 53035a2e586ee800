// SPDX-License-Identifier: MIT
// Who is using Trellis on this device. Each person has a store of their own, named after them in every storage of the
// browser (wasm/src/profile.ts); a guest has none. Names of people stay in this browser; nothing else about them does.
import { guestProfile, mainProfile, profileOf } from "../../wasm/src/profile.ts";
import { isOneFile } from "./edition.ts";

export interface Person {
  /** Names the store; never shown. */
  profile: string;
  /** What the person is called here; empty for the first one, who needs no name while alone. */
  name: string;
}

const peopleKey = "trellis.people";
/** Keys that begin like those of the first store and belong to everybody. */
export const sharedKeys: ReadonlySet<string> = new Set([peopleKey, `${mainProfile}.locale`]);
/** In sessionStorage: who uses this tab, until it is closed. */
const currentKey = "trellis.person";
export const nameLengthMax = 40;

/** Everybody with a store here, in the order in which they came. The first one is always there. */
export function people(): Person[] {
  const first = { profile: mainProfile, name: "" };
  const found = parse(read("localStorage", peopleKey));
  return found.length > 0 ? found : [first];
}

/** The store of this tab. Where several people share a device, a new tab belongs to a guest until somebody says who. */
export function currentProfile(): string {
  if (isOneFile) return guestProfile;
  const chosen = read("sessionStorage", currentKey);
  const known = people();
  if (chosen === guestProfile || known.some(({ profile }) => profile === chosen))
    return chosen ?? "";
  const [only] = known;
  return known.length === 1 && only ? only.profile : guestProfile;
}

export const isGuest = (): boolean => currentProfile() === guestProfile;

/** Starts anew as somebody else; what is on the page goes away with it. */
export function switchTo(profile: string): void {
  forgetSession();
  write("sessionStorage", currentKey, profile);
  startAnew();
}

/** Gives the person of a store another name. */
export function rename(profile: string, name: string): void {
  keep(
    people().map((person) => (person.profile === profile ? { profile, name: tidy(name) } : person)),
  );
}

/** @returns the store of a new person */
export function add(name: string): string {
  const profile = `${mainProfile}-${crypto.randomUUID().slice(0, 8)}`;
  keep([...people(), { profile, name: tidy(name) }]);
  return profile;
}

/** Takes a person off the list; their store is erased apart (erase.ts). The first store stays on it, without a name. */
export function remove(profile: string): void {
  keep(
    people().flatMap((person) =>
      person.profile !== profile
        ? [person]
        : profile === mainProfile
          ? [{ profile, name: "" }]
          : [],
    ),
  );
}

/** Opens the first screen in the place of this one, with nothing of this session in memory. */
export function startAnew(): void {
  history.replaceState(null, "", isOneFile ? "#/" : "./#/");
  location.reload();
}

/** Forgets who uses this tab. */
export function forgetSession(): void {
  try {
    sessionStorage.clear();
  } catch {
    // A browser without storage has nothing to forget.
  }
}

function keep(list: readonly Person[]): void {
  write("localStorage", peopleKey, JSON.stringify(list));
}

/** One line without signs that steer how a text is shown. */
function tidy(name: string): string {
  const plain = name.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  return plain.replace(/\s+/g, " ").trim().slice(0, nameLengthMax);
}

function parse(text: string | null): Person[] {
  try {
    const rows: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(rows) ? rows.filter(isPerson) : [];
  } catch {
    return [];
  }
}

function isPerson(row: unknown): row is Person {
  const { profile, name } = (row ?? {}) as Partial<Person>;
  return typeof name === "string" && typeof profile === "string" && profileOf(profile) === profile;
}

/** Where storage is off, even naming it throws. */
type Place = "localStorage" | "sessionStorage";

function read(place: Place, key: string): string | null {
  try {
    return globalThis[place].getItem(key);
  } catch {
    return null;
  }
}

function write(place: Place, key: string, value: string): void {
  try {
    globalThis[place].setItem(key, value);
  } catch {
    // A browser without storage keeps nobody apart; it keeps no answers either.
  }
}
