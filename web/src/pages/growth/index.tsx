// SPDX-License-Identifier: MIT
// Growing in the role: which page an address asks for. One file for all of them, with their words.
import type { GrowthView } from "../../router.ts";
import Missing from "../missing.tsx";
import { AgendaPage } from "./agenda.tsx";
import { ConditionsPage } from "./conditions.tsx";
import { DriftPage } from "./drift.tsx";
import { GrowPage } from "./hub.tsx";
import { LadderPage } from "./ladder.tsx";
import { LogPage } from "./log.tsx";
import { PlanPage } from "./plan.tsx";
import { RungPage } from "./rung.tsx";

interface GrowthPagesProps {
  view: GrowthView;
  id: string | undefined;
}

export default function GrowthPages({ view, id }: GrowthPagesProps) {
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
    default:
      return <Missing />;
  }
}
