// SPDX-License-Identifier: MIT
// Which page the address asks for. The address lives behind "#", so any static host, a file and the service worker
// serve every page from one document, and no server ever learns which page was read (docs/decisions/0006).
// Nothing a person typed is ever put into an address.
import { computed, signal } from "@preact/signals";

export type Page =
  | { name: "home" }
  | { name: "role"; roleId: string }
  | { name: "check"; kind: "posting" | "task"; shared?: boolean }
  | { name: "competencies" }
  | { name: "competency"; competencyId: string }
  | { name: "results" }
  | { name: "backup" }
  | { name: "privacy" }
  | { name: "about" }
  /** The first minute; steps 1 to 3. */
  | { name: "tour"; step: 1 | 2 | 3 }
  /** Growing in the role; pages/growth/ knows what the parts of an address mean. */
  | { name: "grow"; view: GrowthView; id?: string | undefined }
  /** The library; pages/learn/ knows what the parts of an address mean. */
  | { name: "learn"; view: LearnView; section?: string | undefined; id?: string | undefined }
  | { name: "missing" };

/** First parts of addresses that belong to growing in the role. */
const growthViews = [
  "grow",
  "assess",
  "ladder",
  "plan",
  "log",
  "drift",
  "conditions",
  "agenda",
  "second-view",
  "group",
] as const;
export type GrowthView = (typeof growthViews)[number];

/** First parts of addresses that belong to the library. */
const learnViews = ["learn", "workplace", "search", "help"] as const;
export type LearnView = (typeof learnViews)[number];

export const defaultRoleId = "role.cps";

const hash = signal("#/");
/** The page to show now. */
export const page = computed<Page>(() => parsePage(hash.value));
/** True once a person went somewhere; the first page leaves the focus where the browser puts it. */
let hasNavigated = false;
let linkFollowed = false;
let cameByLink = false;
/** How far each page was scrolled, in CSS pixels, for the way back. */
const depths = new Map<string, number>();

/** @param address  what stands behind the address, with its "#" */
export function parsePage(address: string): Page {
  const parts = address.replace(/^#\/?/, "").split("/").filter(Boolean).map(decode);
  const [name, id, further] = parts;
  const learnView = learnViews.find((known) => known === name);
  if (learnView && parts.length <= 3)
    return { name: "learn", view: learnView, section: id, id: further };
  if (parts.length > 2) return { name: "missing" };
  const step = ([1, 2, 3] as const).find((number) => String(number) === (id ?? "1"));
  if (name === "tour" && step) return { name: "tour", step };
  const growthView = growthViews.find((known) => known === name);
  if (growthView) return { name: "grow", view: growthView, id };
  if (name === undefined) return { name: "home" };
  if (name === "role") return { name: "role", roleId: id ?? defaultRoleId };
  if (name === "check" && (id === undefined || id === "posting"))
    return { name: "check", kind: "posting" };
  if (name === "check" && id === "task") return { name: "check", kind: "task" };
  // Where the service worker sends a person who shared something with Trellis; the page then takes it over.
  if (name === "check" && id === "shared") return { name: "check", kind: "posting", shared: true };
  if (name === "competencies" && id !== undefined) return { name: "competency", competencyId: id };
  if (id !== undefined) return { name: "missing" };
  const plain = plainPages.find((known) => known === name);
  if (plain) return { name: plain };
  return { name: "missing" };
}

/** Pages whose address is their name alone. */
const plainPages = ["competencies", "results", "backup", "privacy", "about"] as const;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a page, for links. */
export function hrefOf(target: Page): string {
  switch (target.name) {
    case "home":
    case "missing":
      return "#/";
    case "role":
      return `#/role/${encodeURIComponent(target.roleId)}`;
    case "check":
      return target.kind === "task" ? "#/check/task" : "#/check";
    case "tour":
      return addressOf("tour", String(target.step));
    case "grow":
      return addressOf(target.view, target.id);
    case "learn":
      return addressOf(target.view, target.section, target.id);
    case "competency":
      return `#/competencies/${encodeURIComponent(target.competencyId)}`;
    default:
      return `#/${target.name}`;
  }
}

function addressOf(...parts: readonly (string | undefined)[]): string {
  const named = parts.filter((part) => part !== undefined);
  return `#/${named.map(encodeURIComponent).join("/")}`;
}

/** Shows another page in the place of this one, without a new step for the back button. */
export function replaceWith(target: Page): void {
  location.replace(hrefOf(target));
}

/** Shows the page of an address, for the build, where there is none to follow. */
export function showAddress(address: string): void {
  hash.value = address;
}

/** Follows the address from now on. Addresses that do not start with "#/" are places on a page and change nothing. */
export function startRouter(): void {
  const read = () => {
    const address = location.hash || "#/";
    if (address.startsWith("#/")) hash.value = address;
  };
  read();
  history.scrollRestoration = "manual";
  addEventListener("hashchange", () => {
    hasNavigated = true;
    cameByLink = linkFollowed;
    linkFollowed = false;
    read();
  });
  addEventListener("click", (event) => {
    linkFollowed =
      event.target instanceof Element && event.target.closest('a[href^="#/"]') !== null;
  });
  addEventListener("scroll", () => depths.set(hash.peek(), scrollY), { passive: true });
}

/** The next page takes the focus also where nobody followed a link: it comes in the place of what had it. */
export function expectArrival(): void {
  hasNavigated = true;
}

/**
 * Called by a page when it stands: after a link it starts at the top, on the way back where it was left, and its
 * heading takes the focus, so that a screen reader starts there.
 */
export function arrive(heading: HTMLElement | null): void {
  if (!hasNavigated) return;
  heading?.focus({ preventScroll: true });
  scrollTo(0, cameByLink ? 0 : (depths.get(hash.peek()) ?? 0));
}
