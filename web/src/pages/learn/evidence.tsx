// SPDX-License-Identifier: MIT
// Studies and claims as they are: what was found, how strong it is, and what could not be read. An address is copied
// and never opened.
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icon.tsx";
import { RowLinks } from "./row-links.tsx";
import { Said } from "./said.tsx";
import type { BodyProps, RowOf } from "./sections.ts";

type Direction = RowOf<"evidence">["direction"];

const looks: Record<Direction, { tone: string; icon: IconName; words: TextKey }> = {
  positive: { tone: "fits", icon: "fits", words: "learn.direction_positive" },
  mixed: { tone: "depends", icon: "depends", words: "learn.direction_mixed" },
  negative: {
    tone: "conflict",
    icon: "open",
    words: "learn.direction_negative",
  },
  none: { tone: "neutral", icon: "open", words: "learn.direction_none" },
};

function DirectionBadge({ direction }: { direction: Direction }) {
  const { tone, icon, words } = looks[direction];
  return (
    <span class={`badge tone-${tone}`}>
      <Icon name={icon} size={1} />
      {t(words)}
    </span>
  );
}

export function EvidenceBody({ row }: BodyProps<"evidence">) {
  return (
    <>
      <p class="actions">
        <DirectionBadge direction={row.direction} />
        {!row.read && <span class="badge tone-depends">{t("learn.unread")}</span>}
      </p>
      <dl class="stack">
        <Said name="learn.meaning" text={row.meaning} />
        <Said name="learn.finding" text={row.finding} />
        <Said name="learn.population" text={row.population} />
        <Said name="learn.design" text={row.design} />
        <Said name="learn.strength" text={row.strength} />
        <Said name="learn.access" text={row.access} />
      </dl>
      {row.url && (
        <div class="stack">
          <p class="hint">{t("learn.link_hint")}</p>
          <CopyButton text={row.url} words={t("source.copy")} />
        </div>
      )}
    </>
  );
}

export function ClaimBody({ row }: BodyProps<"claims">) {
  return (
    <>
      <p class="actions">
        <DirectionBadge direction={row.direction} />
      </p>
      <dl class="stack">
        <Said name="learn.known" text={row.known} />
      </dl>
      <RowLinks section="evidence" ids={row.evidence} title="learn.its_evidence" />
    </>
  );
}

export function DisagreementBody({ row, answer }: BodyProps<"disagreements">) {
  const nameOf = (id: string) => answer.sources.find((source) => source.id === id)?.what ?? id;
  return (
    <>
      <section aria-labelledby="said-title">
        <h2 id="said-title">{t("learn.said")}</h2>
        <ul class="sources">
          {row.what_sources_say.map((one) => (
            <li key={one.id}>
              <p>{one.text}</p>
              <p class="source-line">
                <cite>{nameOf(one.source)}</cite>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <dl class="stack">
        <Said name="learn.trellis_does" text={row.what_trellis_does} />
      </dl>
    </>
  );
}
