// SPDX-License-Identifier: MIT
// The library: which page an address asks for. One file for all of them, with their words.
import type { LearnView } from "../../router.ts";
import { useKeepFocus } from "../../parts/keep-focus.ts";
import Missing from "../missing.tsx";
import { DilemmasPage } from "./dilemmas-page.tsx";
import { EntryPage } from "./entry.tsx";
import { LearnPage } from "./hub.tsx";
import { PacksPage } from "./packs-page.tsx";
import { SearchPage } from "./search-page.tsx";
import { SectionPage } from "./section-page.tsx";
import { isSection } from "./sections.ts";
import { SeekerPage } from "./seeker-page.tsx";
import { TaskPage, TasksPage } from "./tasks.tsx";
import { WorkplacePages } from "./workplace/index.tsx";

interface LearnPagesProps {
  view: LearnView;
  section: string | undefined;
  id: string | undefined;
}

/** Each address is a page of its own: its heading takes the focus, and nothing of the page before stays. */
export default function LearnPages({ view, section, id }: LearnPagesProps) {
  const key = [view, section, id].join("/");
  useKeepFocus();
  if (view !== "learn" && id !== undefined) return <Missing />;
  switch (view) {
    case "learn":
      return <LibraryPage key={key} section={section} id={id} />;
    case "help":
      return <LibraryPage key={key} section="help" id={section} />;
    case "search":
      return <SearchPage />;
    case "workplace":
      return <WorkplacePages key={key} part={section} />;
  }
}

function LibraryPage({ section, id }: Omit<LearnPagesProps, "view">) {
  if (section === undefined) return <LearnPage />;
  if (section === "tasks") return id === undefined ? <TasksPage /> : <TaskPage id={id} />;
  if (section === "packs") return id === undefined ? <PacksPage /> : <Missing />;
  if (!isSection(section)) return <Missing />;
  if (id !== undefined) return <EntryPage section={section} id={id} />;
  if (section === "dilemmas") return <DilemmasPage />;
  if (section === "seeker") return <SeekerPage />;
  return <SectionPage section={section} />;
}
