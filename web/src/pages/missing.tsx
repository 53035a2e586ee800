// SPDX-License-Identifier: MIT
// For addresses that lead nowhere.
import { t } from "../i18n.ts";
import { PageHeading } from "../parts/page-heading.tsx";
import { hrefOf } from "../router.ts";

export default function MissingPage() {
  return (
    <>
      <PageHeading page={t("missing.page")}>{t("missing.title")}</PageHeading>
      <p>{t("missing.text")}</p>
      <a class="button primary" href={hrefOf({ name: "home" })}>
        {t("missing.home")}
      </a>
    </>
  );
}
