// SPDX-License-Identifier: MIT
// The frame around every page: brand, navigation, notices, the page, and the line on safety.
import { useEffect } from "preact/hooks";
import { chooseLocale, locale, t } from "./i18n.ts";
import type { TextKey } from "./i18n.ts";
import { Outlet } from "./outlet.tsx";
import { Icon } from "./parts/icon.tsx";
import type { IconName } from "./parts/icon.tsx";
import { IdleNotice } from "./parts/idle-notice.tsx";
import { StoreNotice, UpdateNotice } from "./parts/notices.tsx";
import { hrefOf, page } from "./router.ts";
import type { Page } from "./router.ts";

export function App() {
  useEffect(() => {
    document.documentElement.lang = locale.value;
  }, [locale.value]);
  return (
    <>
      <SkipLink />
      {/* src/boot.js does it, so that it works before the app does. */}
      <button type="button" class="leave" data-leave>
        {t("leave.button")}
      </button>
      <header class="top">
        <a class="brand" href={hrefOf({ name: "home" })}>
          {t("app.name")}
        </a>
        <LanguageSwitch />
        <Navigation />
      </header>
      <main id="main" tabIndex={-1}>
        <StoreNotice />
        <Outlet />
      </main>
      <footer class="foot">
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
        <a href={hrefOf({ name: "learn", view: "search" })}>{t("nav.search")}</a>
        <a href={hrefOf({ name: "learn", view: "help", section: helpFor(page.value) })}>
          {t("nav.help")}
        </a>
        <a href={hrefOf({ name: "privacy" })}>{t("privacy.title")}</a>
        <a href={hrefOf({ name: "about" })}>{t("about.title")}</a>
      </footer>
      <IdleNotice />
      <UpdateNotice />
    </>
  );
}

function SkipLink() {
  const skip = (event: Event) => {
    event.preventDefault(); // the address stays what the router knows
    document.getElementById("main")?.focus();
  };
  return (
    <a class="skip" href="#main" onClick={skip}>
      {t("app.skip")}
    </a>
  );
}

function LanguageSwitch() {
  const other = locale.value === "en" ? "es" : "en";
  return (
    <button
      type="button"
      class="language"
      lang={other}
      aria-label={t("language.switch")}
      onClick={() => void chooseLocale(other)}
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
  const id = target.name === "grow" || target.name === "learn" ? target.view : target.name;
  const near: Record<string, string> = {
    grow: "competencies",
    assess: "competencies",
    conditions: "drift",
    tour: "home",
    help: "home",
    missing: "home",
  };
  if (target.name === "learn" && target.section && target.view === "learn") return target.section;
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
