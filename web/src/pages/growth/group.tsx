// SPDX-License-Identifier: MIT
// A group without a network: the trainer chooses items and hands them over; each person answers on any device.
import { hrefOf } from "../../router.ts";
import { t } from "../../i18n.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Loading } from "../../parts/loading.tsx";
import { PageHeading } from "../../parts/page-heading.tsx";
import { QrCode } from "../../parts/qr-code.tsx";
import { Tick } from "./fields.tsx";
import { HandOut } from "./files.tsx";
import { chooseItems, useGroupItems } from "./group-items.ts";
import type { GroupItems } from "./group-items.ts";

const ways = ["answer", "tally", "paper"] as const;

export function GroupPage() {
  const group = useGroupItems();
  return (
    <>
      <PageHeading page={t("group.title")}>{t("group.title")}</PageHeading>
      <p class="lead">{t("group.lead")}</p>
      <div class="actions">
        {ways.map((way) => (
          <a key={way} class="button" href={hrefOf({ name: "grow", view: "group", id: way })}>
            {t(`group.to_${way}`)}
            <Icon name="forward" />
          </a>
        ))}
      </div>
      {group ? <Items group={group} /> : <Loading />}
      <p>
        {t("group.moment")}{" "}
        <a href={hrefOf({ name: "learn", view: "learn", section: "dilemmas" })}>
          {t("group.moment_link")}
        </a>
      </p>
    </>
  );
}

function Items({ group: { framework, items, text } }: { group: GroupItems }) {
  const ids = items.map(({ id }) => id);
  return (
    <section class="card" aria-labelledby="items">
      <h2 id="items">{t("group.items", { count: items.length })}</h2>
      <p>{t("group.items_text")}</p>
      <Fold summary={t("group.choose")}>
        <div class="stack">
          {framework.competencies.map(({ id, name }) => (
            <Tick
              key={id}
              checked={ids.includes(id)}
              onChange={(isIn) =>
                chooseItems(isIn ? [...ids, id] : ids.filter((each) => each !== id))
              }
            >
              <span class="soft">{id}</span> {name}
            </Tick>
          ))}
        </div>
      </Fold>
      {items.length > 0 && <QrCode text={text} label={t("group.items_code")} />}
      <CopyButton text={text} words={t("group.items_copy")} />
      <HandOut
        words={t("group.items_file")}
        fileName="trellis-group-items.txt"
        type="text/plain"
        make={async () => text}
      />
    </section>
  );
}
