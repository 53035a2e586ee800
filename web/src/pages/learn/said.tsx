// SPDX-License-Identifier: MIT
// One thing that is said, with what it is; stands in a <dl>.
import { t } from "../../i18n.ts";
import type { TextKey } from "../../i18n.ts";
import { Worded } from "../../parts/worded.tsx";

export function Said({ name, text }: { name: TextKey; text: string }) {
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd>
        <Worded text={text} />
      </dd>
    </div>
  );
}
