// SPDX-License-Identifier: MIT
// The promises in words. They stand on the first screen and on "About".
import { t } from "../i18n.ts";
import { Icon } from "./icon.tsx";

/** @param all  also says that Trellis is free and open */
export function Promises({ all = false }: { all?: boolean }) {
  const promises = [
    t("home.promise_private"),
    t("home.promise_offline"),
    t("home.promise_growth"),
    t("home.promise_source"),
  ];
  if (all) promises.push(t("about.promise_free"));
  return (
    <ul class="promises">
      {promises.map((promise) => (
        <li key={promise}>
          <Icon name="fits" />
          {promise}
        </li>
      ))}
    </ul>
  );
}
