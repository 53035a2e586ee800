// SPDX-License-Identifier: MIT
// Growing in the role: which page an address asks for. One file for all of them, with their words.
import type { GrowthView } from "../../router.ts";
import Missing from "../missing.tsx";
import { AgendaPage } from "./agenda.tsx";
import { AssessItem, AssessPage, FurtherResultsPage } from "./assess.tsx";
import { ChangePage } from "./change.tsx";
import { ConditionsPage } from "./conditions.tsx";
import { DriftPage } from "./drift.tsx";
import { GroupAnswerPage } from "./group-answer.tsx";
import { GroupPaperPage } from "./group-paper.tsx";
import { GroupTallyPage } from "./group-tally.tsx";
import { GroupPage } from "./group.tsx";
import { GrowPage } from "./hub.tsx";
import { useKeepFocus } from "../../parts/keep-focus.ts";
import { LadderPage } from "./ladder.tsx";
import { LogPage } from "./log.tsx";
import { PlanPage } from "./plan.tsx";
import { RungPage } from "./rung.tsx";
import { SecondViewAnswerPage } from "./second-view-answer.tsx";
import { SecondViewComparePage } from "./second-view-compare.tsx";
import { SecondViewPage } from "./second-view.tsx";

interface GrowthPagesProps {
  view: GrowthView;
  id: string | undefined;
}

export default function GrowthPages({ view, id }: GrowthPagesProps) {
  useKeepFocus();
  switch (view) {
    case "grow":
      return <GrowPage />;
    case "drift":
      return <DriftPage />;
    case "ladder":
      return id ? <RungPage key={id} rungId={id} /> : <LadderPage />;
    case "plan":
      return <PlanPage />;
    case "log":
      return <LogPage />;
    case "agenda":
      return <AgendaPage />;
    case "conditions":
      return <ConditionsPage />;
    case "assess":
      if (id === "change") return <ChangePage />;
      if (id === "results") return <FurtherResultsPage />;
      return id ? <AssessItem key={id} competencyId={id} /> : <AssessPage />;
    case "second-view":
      if (id === "answer") return <SecondViewAnswerPage />;
      return id === "compare" ? <SecondViewComparePage /> : <SecondViewPage />;
    case "group":
      if (id === "answer") return <GroupAnswerPage />;
      if (id === "tally") return <GroupTallyPage />;
      return id === "paper" ? <GroupPaperPage /> : <GroupPage />;
    default:
      return <Missing />;
  }
}
