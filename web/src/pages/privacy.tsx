// SPDX-License-Identifier: MIT
// Who can see what is kept on this device: a passphrase, people apart, a guest, and erasing. Says what each cannot do.
import { useSignal } from "@preact/signals";
import { guestProfile } from "../../../wasm/src/profile.ts";
import { store } from "../core.ts";
import { isOneFile } from "../edition.ts";
import { t } from "../i18n.ts";
import { EraseCard } from "../parts/erase-card.tsx";
import { useKeepFocus } from "../parts/keep-focus.ts";
import { PageHeading } from "../parts/page-heading.tsx";
import { PassphraseCard } from "../parts/passphrase-card.tsx";
import {
  add,
  currentProfile,
  isGuest,
  nameLengthMax,
  people,
  rename,
  switchTo,
} from "../profiles.ts";
import type { Person } from "../profiles.ts";
import { Fold } from "../parts/fold.tsx";

export default function PrivacyPage() {
  useKeepFocus();
  return (
    <>
      <PageHeading page={t("privacy.page")}>{t("privacy.title")}</PageHeading>
      <p class="lead">{t("privacy.lead")}</p>
      <div class="result">
        {!isGuest() && <PassphraseCard />}
        {isOneFile ? <OneFileCard /> : <GuestCard />}
        {!isOneFile && store.value.state !== "locked" && <PeopleCard />}
        {!isGuest() && <EraseCard />}
        <section aria-labelledby="limits-title">
          <h2 id="limits-title">{t("privacy.limits_title")}</h2>
          <p>{t("privacy.limits_text")}</p>
        </section>
      </div>
    </>
  );
}

function OneFileCard() {
  return (
    <section class="card" aria-labelledby="one-file-title">
      <h2 id="one-file-title">{t("one_file.title")}</h2>
      <p>{t("one_file.text")}</p>
      <p>{t("one_file.left_out")}</p>
    </section>
  );
}

function GuestCard() {
  return (
    <section class="card" aria-labelledby="guest-title">
      <h2 id="guest-title">{t("guest.title")}</h2>
      <p>{t("guest.text")}</p>
      {!isGuest() && (
        <button type="button" class="button wide" onClick={() => switchTo(guestProfile)}>
          {t("guest.start")}
        </button>
      )}
    </section>
  );
}

function PeopleCard() {
  const list = people();
  const current = currentProfile();
  return (
    <section class="card" aria-labelledby="people-title">
      <h2 id="people-title">{t("people.title")}</h2>
      <p>{t("people.text")}</p>
      {list.length > 1 && (
        <ul class="stack">
          {list.map((person, nth) => (
            <li key={person.profile}>
              <PersonRow person={person} nth={nth} isCurrent={person.profile === current} />
            </li>
          ))}
        </ul>
      )}
      <NewPerson isFirstNamed={list.length > 1 || list[0]?.name !== ""} />
    </section>
  );
}

function PersonRow({
  person,
  nth,
  isCurrent,
}: {
  person: Person;
  nth: number;
  isCurrent: boolean;
}) {
  const name = person.name || t("people.unnamed", { number: nth + 1 });
  if (isCurrent) return <b>{t("people.current", { name })}</b>;
  return (
    <button type="button" class="button wide" onClick={() => switchTo(person.profile)}>
      {name}
    </button>
  );
}

/** The one who is here already gets a name too, when somebody joins. */
function NewPerson({ isFirstNamed }: { isFirstNamed: boolean }) {
  const own = useSignal("");
  const other = useSignal("");
  const join = (event: Event) => {
    event.preventDefault();
    if (other.value.trim() === "" || (!isFirstNamed && own.value.trim() === "")) return;
    const [first] = people();
    if (!isFirstNamed && first) rename(first.profile, own.value);
    switchTo(add(other.value));
  };
  return (
    <Fold summary={t("people.add")}>
      <form class="stack" onSubmit={join}>
        {!isFirstNamed && <NameField id="own-name" label={t("people.own_name")} value={own} />}
        <NameField id="new-name" label={t("people.new_name")} value={other} />
        <p class="hint">{t("people.name_hint")}</p>
        <button type="submit" class="button primary wide">
          {t("people.add_button")}
        </button>
      </form>
    </Fold>
  );
}

function NameField({ id, label, value }: { id: string; label: string; value: { value: string } }) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxLength={nameLengthMax}
        required
        value={value.value}
        onInput={(event) => (value.value = event.currentTarget.value)}
      />
    </div>
  );
}
