// SPDX-License-Identifier: MIT
// The page that the address asks for. The first screen and a question are here from the start; all else comes in files
// of its own, with its words, fetched when first needed.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { store } from "./core.ts";
import { isOneFile } from "./edition.ts";
import { loadWords, t } from "./i18n.ts";
import { keepOtherPages } from "./later-files.ts";
import type { WordSet } from "./i18n.ts";
import CompetencyPage from "./pages/competency.tsx";
import { HomePage } from "./pages/home.tsx";
import { Loading } from "./parts/loading.tsx";
import { PageHeading } from "./parts/page-heading.tsx";
import { page } from "./router.ts";
import type { Page } from "./router.ts";
import { mendFiles } from "./update.ts";

let tellShown: () => void;
/** Resolves when a page that is a file of its own has been shown, or could not be had. */
export const pageShown = new Promise<void>((resolve) => (tellShown = resolve));
const prefetches: (() => Promise<void>)[] = [];
const RolePage = lazyPage("more", () => import("./pages/role.tsx"));
const CheckPage = lazyPage("pages", () => import("./pages/check.tsx"));
const CompetenciesPage = lazyPage("pages", () => import("./pages/competencies.tsx"));
const ResultsPage = lazyPage("pages", () => import("./pages/results.tsx"));
const BackupPage = lazyPage("more", () => import("./pages/backup.tsx"));
const PrivacyPage = lazyPage("more", () => import("./pages/privacy.tsx"));
const Locked = lazyPage("more", () => import("./parts/locked.tsx"));
const AboutPage = lazyPage("more", () => import("./pages/about.tsx"));
// What they are made of is fetched beside them: it would else be asked for only when they have come.
const shared = () => [import("./entries.ts"), import("./parts/chart.tsx"), loadWords("chart")];
const GrowthPages = lazyPage("growth", () =>
  beside(import("./pages/growth/index.tsx"), ...shared(), import("./parts/qr-code.tsx")),
);
const LearnPages = lazyPage("learn", () => beside(import("./pages/learn/index.tsx"), ...shared()));
const TourPage = lazyPage("more", () => import("./pages/tour.tsx"));
const MissingPage = lazyPage("pages", () => import("./pages/missing.tsx"));
// What opens files too; what reads PDF and Word files waits until it is wanted (later-files.ts).
const readers = isOneFile
  ? []
  : [() => import("./documents/open-document.ts"), () => import("./documents/pdf.ts")];

/** Pages that show answers. */
const withAnswers: ReadonlySet<Page["name"]> = new Set<Page["name"]>([
  "competencies",
  "competency",
  "results",
  "backup",
  "grow",
]);

function showsAnswers(target: Page): boolean {
  return withAnswers.has(target.name) || (target.name === "learn" && target.view === "workplace");
}

export function Outlet() {
  const target = page.value;
  if (store.value.state === "locked" && showsAnswers(target)) return <Locked />;
  switch (target.name) {
    case "home":
      return <HomePage />;
    case "role":
      return <RolePage roleId={target.roleId} />;
    case "check":
      return <CheckPage kind={target.kind} shared={target.shared ?? false} />;
    case "competencies":
      return <CompetenciesPage />;
    case "competency":
      return <CompetencyPage key={target.competencyId} competencyId={target.competencyId} />;
    case "results":
      return <ResultsPage />;
    case "backup":
      return <BackupPage />;
    case "privacy":
      return <PrivacyPage />;
    case "about":
      return <AboutPage />;
    case "grow":
      return <GrowthPages view={target.view} id={target.id} />;
    case "learn":
      return <LearnPages view={target.view} section={target.section} id={target.id} />;
    case "tour":
      return <TourPage key={target.step} step={target.step} />;
    case "missing":
      return <MissingPage />;
  }
}

/** Fetches the other pages while nothing else is going on, so that the first tap on them does not wait. */
export async function prefetchPages(): Promise<void> {
  for (const prefetch of prefetches) await prefetch();
  for (const prefetch of readers) await prefetch().catch(() => undefined);
}

async function beside<M>(page: Promise<M>, ...parts: readonly Promise<unknown>[]): Promise<M> {
  await Promise.all(parts);
  return page;
}

function lazyPage<P extends object>(
  words: WordSet,
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  let Loaded: ComponentType<P> | undefined;
  const fetchPage = async () => {
    // Parts that many pages use have their words among those of the pages.
    const sets: WordSet[] = words === "pages" ? [words] : ["pages", words];
    const styles = [import("./styles/pages.ts"), words !== "pages" && import("./styles/more.ts")];
    const [module] = await Promise.all([load(), ...sets.map(loadWords), ...styles]);
    Loaded ??= module.default;
    if (words === "growth" || words === "learn") keepOtherPages(); // a first visit has nothing that sees their use
  };
  if (words === "pages" || words === "more")
    prefetches.push(() => fetchPage().catch(() => undefined));
  return function LazyPage(props: P) {
    const [, rerender] = useState(0);
    const [failedCount, setFailedCount] = useState(0);
    const start = () => {
      fetchPage()
        .then(
          () => rerender((count) => count + 1),
          () => setFailedCount((count) => count + 1),
        )
        .then(() => setTimeout(tellShown, 50)); // milliseconds; behind the frame that shows it
    };
    const hasShown = Loaded !== undefined;
    useEffect(() => {
      if (!hasShown) start(); // also when the page has come between drawing and now: it has to be drawn again
    }, []);
    if (Loaded) return <Loaded {...props} />;
    // Some browsers ask for a file only once in the life of a document.
    const retry = failedCount > 1 ? () => location.reload() : start;
    return failedCount > 0 ? <NotHere retry={retry} /> : <Loading />;
  };
}

/** A page that is not on this device yet and cannot be had, or is broken here. */
function NotHere({ retry }: { retry: () => void }) {
  useEffect(() => void mendFiles().then((isMended) => isMended && location.reload()), []);
  return (
    <>
      <PageHeading page={t("app.part_title")}>{t("app.part_title")}</PageHeading>
      <p>{t("app.part_text")}</p>
      <button type="button" class="button primary" onClick={retry}>
        {t("app.try_again")}
      </button>
    </>
  );
}
