// SPDX-License-Identifier: MIT
// What a person can count on, what Trellis cannot do, the papers behind it, and which version this is.
import type { Result } from "../core.ts";
import { download } from "../device.ts";
import { isOneFile } from "../edition.ts";
import { chooseLocale, formatDate, locale, locales, t } from "../i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { PageHeading } from "../parts/page-heading.tsx";
import { Promises } from "../parts/promises.tsx";
import { FurtherSources } from "../parts/sources.tsx";
import { useReading } from "../reading.ts";
import type { Locale } from "../../../wasm/src/api.gen.ts";
import { Fold } from "../parts/fold.tsx";

export default function AboutPage() {
  const sources = useReading("list_sources", {});
  const about = useReading("about", {});
  return (
    <>
      <PageHeading page={t("about.page")}>{t("about.title")}</PageHeading>
      <p class="lead">{t("about.lead")}</p>
      <div class="result">
        <section aria-labelledby="promises-title">
          <h2 id="promises-title">{t("about.promises")}</h2>
          <Promises all />
        </section>
        <section aria-labelledby="limits-title">
          <h2 id="limits-title">{t("about.limits")}</h2>
          <ul>
            <li>{t("about.limit_ma")}</li>
            <li>{t("about.limit_law")}</li>
            <li>{t("about.limit_people")}</li>
            <li>
              {t("safety.tool")} {t("safety.call")}
            </li>
          </ul>
        </section>
        <section aria-labelledby="leave-title">
          <h2 id="leave-title">{t("leave.title")}</h2>
          <p>{t("leave.how", { button: t("leave.button") })}</p>
          <p>{t("leave.limits")}</p>
        </section>
        <Language />
        {sources.state === "failed" && <Failure failure={sources.failure} retry={sources.retry} />}
        {sources.state === "loading" && <Loading />}
        {sources.state === "ready" && <Sources list={sources.value} />}
        {about.state === "ready" && <Versions about={about.value} />}
      </div>
    </>
  );
}

const languageNames: Record<Locale, string> = { en: "English", es: "Español" };

function Language() {
  return (
    <fieldset class="choices">
      <legend>
        <h2>{t("about.language")}</h2>
      </legend>
      {locales.map((tag) => (
        <label key={tag} class="choice" lang={tag}>
          <input
            type="radio"
            name="language"
            checked={locale.value === tag}
            onChange={() => void chooseLocale(tag)}
          />
          <span>{languageNames[tag]}</span>
        </label>
      ))}
      <p class="hint">{t("about.language_review")}</p>
    </fieldset>
  );
}

function Sources({ list }: { list: Result<"list_sources"> }) {
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">{t("about.sources")}</h2>
      <h3>{t("about.documents")}</h3>
      <ul class="sources">
        {list.documents.map((document) => (
          <li key={document.id}>
            <p>
              <cite>{document.title}</cite>
            </p>
            <p class="source-line">
              <span>{document.publisher}</span>
              <span>
                {document.published ? formatDate(document.published) : t("source.undated")}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <Fold summary={t("about.further")}>
        <FurtherSources sources={list.sources} />
      </Fold>
    </section>
  );
}

function Versions({ about }: { about: Result<"about"> }) {
  const storage = {
    open: t("about.storage_open"),
    none: t("about.storage_none"),
    locked: t("about.storage_locked"),
    failed: t("about.storage_failed"),
  }[about.store.state];
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t("about.versions")}</h2>
      <dl class="pairs">
        <dt>{t("about.version_app")}</dt>
        <dd>{about.app_version}</dd>
        <dt>{t("about.version_content")}</dt>
        <dd>{about.content_version}</dd>
        <dt>{t("about.version_storage")}</dt>
        <dd>
          {storage} ({about.store.schema_version})
        </dd>
      </dl>
      <p>
        {isOneFile ? (
          <button type="button" class="button" onClick={saveLicences}>
            {t("one_file.licences")}
          </button>
        ) : (
          <a href="./licences.txt" target="_blank" rel="noopener">
            {t("about.licences")}
          </a>
        )}
      </p>
    </section>
  );
}

/** The one-file edition carries them inside (web/plugins/one-file.ts). */
function saveLicences(): void {
  const text = document.querySelector<HTMLTemplateElement>("#licences")?.content.textContent ?? "";
  download(new File([text], "trellis-licences.txt", { type: "text/plain" }));
}
