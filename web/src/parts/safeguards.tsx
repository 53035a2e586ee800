// SPDX-License-Identifier: MIT
// Protections of the role that a posting names, or does not name. "Not named" never says that the employer lacks it.
import type { SafeguardResult } from "../../../wasm/src/api.gen.ts";
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { Clauses } from "./sources.tsx";
import { Fold } from "./fold.tsx";

export function Safeguards({ safeguards }: { safeguards: readonly SafeguardResult[] }) {
  return (
    <ul class="rows">
      {safeguards.map((safeguard) => (
        <li key={safeguard.id}>
          <Fold
            summary={
              <>
                <span class={`spot tone-${safeguard.present ? "fits" : "neutral"}`}>
                  <Icon name={safeguard.present ? "done" : "open"} size={1.1} />
                </span>
                <span class="grow">{safeguard.name}</span>
              </>
            }
          >
            <div class="stack">
              <p>{safeguard.why}</p>
              {safeguard.present ? (
                safeguard.line_number !== null && (
                  <p class="soft">{t("check.line", { line: safeguard.line_number })}</p>
                )
              ) : (
                <>
                  <h4>{t("check.ask")}</h4>
                  <p class="say">{safeguard.question}</p>
                </>
              )}
              <Clauses clauses={safeguard.clauses.slice(0, 1)} />
            </div>
          </Fold>
        </li>
      ))}
    </ul>
  );
}
