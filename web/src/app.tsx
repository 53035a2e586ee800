// SPDX-License-Identifier: MIT
// The frame around every page: brand, navigation, notices, the page, and the line on safety.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { store } from "./core.ts";
import { chooseLocale, loadWords, locale, t } from "./i18n.ts";
import type { TextKey } from "./i18n.ts";
import { Outlet } from "./outlet.tsx";
import { Icon } from "./parts/icon.tsx";
import type { IconName } from "./parts/icon.tsx";
import { StoreNotice } from "./parts/notices.tsx";
import { isGuest } from "./profiles.ts";
import { loadQuestions } from "./questions.ts";
import { hrefOf, page } from "./router.ts";
import type { Page } from "./router.ts";
import { waitingUpdate } from "./update.ts";

export function App() {
  return (
    <>
      <div class="ways-out">
        <WaysOut />
      </div>
      <header class="top">
        <Top />
      </header>
      <main id="main">
        <Main />
      </main>
      <footer class="foot">
        <Foot />
      </footer>
      <div class="late-notices">
        <LateNotices />
      </div>
    </>
  );
}

/**
 * The parts of the frame by the elements of App that they fill, the page first. A screen that stands already is taken
 * over part by part, so that no tap on it has to wait for all.
 */
export const parts: readonly (readonly [selector: string, Part: ComponentType])[] = [
  ["main", Main],
  [".top", Top],
  [".ways-out", WaysOut],
  [".foot", Foot],
  [".late-notices", LateNotices],
];

const searchHref = hrefOf({ name: "learn", view: "search" });

function WaysOut() {
  return (
    <>
      <SkipLink />
      {/* src/boot.js does it, so that it works before the app does. */}
      <button type="button" class="leave" data-leave>
        {t("leave.button")}
      </button>
    </>
  );
}

function Top() {
  return (
    <>
      <a class="brand" href={hrefOf({ name: "home" })}>
        {t("app.name")}
      </a>
      <a class="to-search" href={searchHref} aria-label={t("nav.search")}>
        <Icon name="search" size={1.5} />
      </a>
      <LanguageSwitch />
      <Navigation />
    </>
  );
}

function Main() {
  return (
    <>
      <StoreNotice />
      <Outlet />
    </>
  );
}

function Foot() {
  return (
    <>
      <p>
        <Icon name="safety" />
        <span>
          {t("safety.tool")} {t("safety.call")}
        </span>
      </p>
      <p class="actions">
        <a href="tel:988">{t("safety.phone")}</a>
        <a href="sms:988">{t("safety.message")}</a>
      </p>
      <a href={searchHref}>{t("nav.search")}</a>
      <a href={hrefOf({ name: "learn", view: "help", section: helpFor(page.value) })}>
        {t("nav.help")}
      </a>
      <a href={hrefOf({ name: "privacy" })}>{t("privacy.title")}</a>
      <a href={hrefOf({ name: "about" })}>{t("about.title")}</a>
    </>
  );
}

const lateNotices = signal<ComponentType | null>(null);

/** Fetched once there is something to guard or to offer; tried again on the next page where that did not work. */
function LateNotices() {
  const status = store.value;
  const isGuarded = isGuest() || (status.state === "open" && status.isProtected);
  const isWanted = isGuarded || waitingUpdate.value !== null;
  useEffect(() => {
    if (!isWanted || lateNotices.value) return;
    Promise.all([import("./parts/late-notices.tsx"), loadWords("pages")]).then(
      ([module]) => (lateNotices.value = module.LateNotices),
      () => undefined,
    );
  }, [isWanted, page.value]);
  const Late = isWanted && lateNotices.value;
  return Late ? <Late /> : null;
}

function SkipLink() {
  const skip = (event: Event) => {
    event.preventDefault(); // the address stays what the router knows
    const main = document.getElementById("main");
    if (!main) return;
    // Only while it has the focus: else each tap on a text in it would move the focus there, and then on.
    main.tabIndex = -1;
    main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
    main.focus();
  };
  return (
    <a class="skip" href="#main" onClick={skip}>
      {t("app.skip")}
    </a>
  );
}

function LanguageSwitch() {
  const other = locale.value === "en" ? "es" : "en";
  const change = () =>
    loadQuestions(other)
      .catch(() => undefined)
      .then(() => chooseLocale(other));
  return (
    <button
      type="button"
      class="language"
      lang={other}
      aria-label={t("language.switch")}
      onClick={() => void change()}
    >
      {t("language.other")}
    </button>
  );
}

const places: readonly { page: Page; icon: IconName; words: TextKey }[] = [
  { page: { name: "home" }, icon: "home", words: "nav.home" },
  { page: { name: "learn", view: "learn" }, icon: "role", words: "nav.role" },
  { page: { name: "check", kind: "posting" }, icon: "check", words: "nav.check" },
  { page: { name: "grow", view: "grow" }, icon: "rate", words: "nav.rate" },
  { page: { name: "backup" }, icon: "backup", words: "nav.backup" },
];

/** The id of a page's help in content/library/help.json. */
function helpFor(target: Page): string {
  const near: Record<string, string> = { areas: "workplace", bands: "workplace", missing: "home" };
  const view = target.name === "grow" || target.name === "learn" ? target.view : target.name;
  const id = (target.name === "learn" && view === "learn" && target.section) || view;
  return near[id] ?? id;
}

/** Pages that belong to a place of the navigation without having one of their own. */
const belongsTo: Partial<Record<Page["name"], Page["name"]>> = {
  tour: "home",
  role: "learn",
  competencies: "grow",
  competency: "grow",
  results: "grow",
  privacy: "backup",
};

function Navigation() {
  const current = belongsTo[page.value.name] ?? page.value.name;
  return (
    <nav class="places" aria-label={t("nav.label")}>
      {places.map((place) => (
        <a
          key={place.page.name}
          href={hrefOf(place.page)}
          aria-current={place.page.name === current ? "page" : undefined}
        >
          <Icon name={place.icon} size={1.5} />
          {t(place.words)}
        </a>
      ))}
    </nav>
  );
}
