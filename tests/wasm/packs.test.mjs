// SPDX-License-Identifier: MIT
// Parts of the content and the whole core that come when they are asked for: once, in order, and not at all offline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { growth, library, loadBareWholeCore, loadEnglishCore, spanish, spanishLibrary } from "./open-core.mjs";
import { FakeBrowser } from "./fake-browser.mjs";
import { openTab } from "./tab.mjs";

/** A tab whose files come over a network that can be cut, and that counts what was fetched. */
function openOnline() {
  const network = { isUp: true, fetched: [] };
  const over = (name, value) => async () => {
    if (!network.isUp) throw new Error("offline");
    network.fetched.push(name);
    return typeof value === "function" ? value() : value;
  };
  const texts = { es: spanish, growth, library, "library-es": spanishLibrary };
  const packs = new Map(Object.entries(texts).map(([name, text]) => [name, over(name, text)]));
  const tab = openTab(new FakeBrowser(), loadEnglishCore, packs, over("whole", loadBareWholeCore));
  return { ...tab, network };
}

const ask = (client, locale, id = "S01") => client.call("get_section", { locale, section: "dilemmas", id });

test("the library comes when it is first asked for, and once", async () => {
  const { client, network } = openOnline();

  const [first, second] = await Promise.all([ask(client, "en"), ask(client, "en", "S02")]);

  assert.equal(first.dilemmas[0].id, "S01");
  assert.equal(second.dilemmas[0].id, "S02");
  assert.deepEqual(network.fetched, ["whole", "library"]);
});

test("its Spanish words come with it, and English stays", async () => {
  const { client, network } = openOnline();

  const english = await ask(client, "en");
  const spanishOne = await ask(client, "es");

  assert.notEqual(english.dilemmas[0].title, spanishOne.dilemmas[0].title);
  assert.deepEqual(network.fetched, ["whole", "library", "es", "library-es"]);
  assert.equal((await ask(client, "en")).dilemmas[0].title, english.dilemmas[0].title);
});

test("without a network the answer says what to do, and the next call tries again", async () => {
  const { client, network } = openOnline();
  network.isUp = false;

  await assert.rejects(ask(client, "en"), (error) => error.code === "content.not_here" && /network/.test(error.nextStep));
  network.isUp = true;

  assert.equal((await ask(client, "en")).dilemmas.length, 1);
});

test("a library that comes without its words in the asked language says so", async () => {
  const { client, network } = openOnline();
  await ask(client, "en");
  await client.call("list_roles", { locale: "es" });
  network.isUp = false;

  await assert.rejects(ask(client, "es"), (error) => error.code === "content.not_here");
});

test("a search finds English and Spanish words, and everything else is answered as before", async () => {
  const { client } = openOnline();

  const found = await client.call("search", { locale: "es", query: "pastillas", limit: 5 });
  const roles = await client.call("list_roles", { locale: "en" });

  assert.ok(found.hits.length > 0);
  assert.ok(found.hits.every(({ route }) => route.startsWith("#/")));
  assert.ok(roles.roles.length >= 9);
});
