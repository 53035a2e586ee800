// SPDX-License-Identifier: MIT
// The page's client with the real core behind it: typed calls, states of the store, what happens when things stop.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { FakeBrowser, settle } from "./fake-browser.mjs";
import { loadCore, loadEnglishCore, spanish } from "./open-core.mjs";
import { CoreError, TrellisClient, stalledAfterMs } from "./sources.mjs";
import { oneRating, openTab, reached } from "./tab.mjs";

const locale = "en";

test("content is answered although the store never opens", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = () => "UnknownError";
  const { client } = openTab(browser);

  const { roles } = await client.call("list_roles", { locale });

  assert.ok(roles.length > 0);
  assert.deepEqual(client.store, { state: "failed", error: null, detail: "UnknownError" });
});

test("a long list crosses to the page as one string, in one message", async () => {
  const { client, port } = openTab();
  const crossed = [];
  const hear = port.onmessage;
  port.onmessage = (event) => {
    crossed.push(event.data);
    hear(event);
  };

  const { framework } = await client.call("get_framework", { locale });

  const [answer, ...further] = crossed.filter(({ kind }) => kind === "answer");
  assert.deepEqual(further, []);
  assert.deepEqual(Object.keys(answer).sort(), ["id", "kind", "response"]);
  assert.equal(typeof answer.response, "string");
  assert.deepEqual(JSON.parse(answer.response).result.framework, framework);
  assert.ok(answer.response.length > 10_000);
});

test("an answer given before the store is open is kept once it is", async () => {
  const { client, states } = openTab();

  const { rating } = await client.call("rate_competency", await oneRating());
  const { ratings: kept } = await client.call("list_ratings", { locale });

  assert.deepEqual(kept, [rating]);
  assert.deepEqual(states(), ["open"]);
});

test("what comes first comes before all else that needs the store, also before what waited already", async () => {
  const { client } = openTab();
  const rateFirst = async () => {
    await settle();
    await client.call("rate_competency", await oneRating(), true);
  };
  client.onStore(({ state }) => void (state === "open" && client.first(rateFirst())));
  const early = client.call("list_ratings", { locale });
  await reached(client, "open");

  const late = client.call("list_ratings", { locale });

  assert.deepEqual([(await early).ratings.length, (await late).ratings.length], [1, 1]);
});

test("when what comes first fails, the others go on", async () => {
  const { client } = openTab();
  await client.first(Promise.reject(new Error("refused")));

  assert.deepEqual((await client.call("list_ratings", { locale })).ratings, []);
});

test("an answer given while the last page still holds the files waits for them", async () => {
  const browser = new FakeBrowser();
  browser.failures.createSyncAccessHandle = () => (browser.waitedMs < 100 ? "NoModificationAllowedError" : undefined);
  const core = await loadCore();
  const { client } = openTab(browser, async () => core);

  await client.call("rate_competency", await oneRating());

  assert.equal((await client.call("list_ratings", { locale })).ratings.length, 1);
  assert.equal(client.store.state, "open");
});

test("what one visit kept is there in the next", async () => {
  const first = openTab();
  const rating = await oneRating();
  await first.client.call("rate_competency", rating);
  await first.client.close();

  const second = openTab(first.browser);
  const { ratings: kept } = await second.client.call("list_ratings", { locale });

  assert.equal(kept[0].rating_id, rating.rating_id);
  assert.deepEqual([first.client.store.state, first.port.isEnded], ["closed", true]);
});

test("a failure arrives as the core's words, with code and next step", async () => {
  const { client } = openTab();
  await reached(client, "open");

  const failure = await client.call("get_role", { locale, role_id: "role.none" }).catch((error) => error);

  assert.ok(failure instanceof CoreError);
  assert.equal(failure.code, "role.unknown");
  assert.ok(failure.message && failure.nextStep);
});

test("without files answers live in memory and the state says why", async () => {
  const browser = new FakeBrowser();
  browser.failures.getDirectory = "SecurityError";
  const { client } = openTab(browser);

  await client.call("rate_competency", await oneRating());

  assert.equal((await client.call("list_ratings", { locale })).ratings.length, 1);
  assert.deepEqual(client.store, { state: "memory", reason: "blocked" });
});

test("files that hold something else are reported with the core's error and left as they are", async () => {
  const browser = new FakeBrowser();
  const foreign = new TextEncoder().encode("a text that somebody left here ".repeat(100));
  browser.files.set("trellis.sqlite3", foreign);
  const { client } = openTab(browser);

  await reached(client, "failed");
  await assert.rejects(client.call("list_ratings", { locale }), { code: "store.not_a_database" });
  await client.close();

  assert.deepEqual(browser.files.get("trellis.sqlite3"), foreign);
});

test("when the browser has removed the files, they are opened anew instead of writing on into nothing", async () => {
  const { client, browser, states } = openTab();
  await client.call("rate_competency", await oneRating(0));
  browser.files.clear();

  await client.call("about", { locale });
  await reached(client, "opening");
  await reached(client, "open");
  const second = await oneRating(1);
  await client.call("rate_competency", second);
  await client.close();

  assert.deepEqual(states().slice(0, 4), ["open", "opening", "open", "closed"]);
  const { ratings } = await openTab(browser).client.call("list_ratings", { locale });
  assert.deepEqual(ratings.map(({ rating_id }) => rating_id), [second.rating_id]);
});

test("a second tab answers content, refuses to rate, and rates after taking over", async () => {
  const first = openTab();
  const rating = await oneRating();
  await first.client.call("rate_competency", rating);
  const second = openTab(first.browser);
  await reached(second.client, "in_use");
  assert.ok((await second.client.call("list_rules", { locale })).rules.length > 0);
  await assert.rejects(second.client.call("list_ratings", { locale }), { code: "store.not_open" });

  second.client.takeOver();
  await reached(second.client, "open");
  await reached(first.client, "in_use");

  assert.equal((await second.client.call("list_ratings", { locale })).ratings.length, 1);
  await assert.rejects(first.client.call("rate_competency", rating), { code: "store.not_open" });
});

test("half a surrogate pair is checked like any other character, with spans unmoved", async () => {
  const { client } = openTab();
  const text = "\ud83d Drive people to appointments";

  const { findings } = await client.call("check_task", { locale, role_id: "any", text });

  const { begin, end } = findings[0].span;
  assert.match(text.slice(begin, end), /^(\ud83d )?Drive people to appointments$/i);
});

test("a store call without an answer is told as stalled, and as open again when it comes through", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { client, port, states } = openTab();
    await reached(client, "open");
    let arrive = () => undefined;
    port.postMessage = (message) => {
      const { id } = JSON.parse(message.request);
      arrive = () => port.onmessage({ data: { kind: "answer", id, response: '{"result":{"ratings":[]}}' } });
    };

    const answer = client.call("list_ratings", { locale });
    mock.timers.tick(stalledAfterMs - 1);
    assert.equal(client.store.state, "open");
    mock.timers.tick(1);
    assert.equal(client.store.state, "stalled");
    arrive();
    await answer;

    assert.deepEqual(states(), ["open", "stalled", "open"]);
  } finally {
    mock.timers.reset();
  }
});

test("while the store opens, a change that waits long is told, and what is only read is not", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const port = { postMessage: () => undefined, terminate: () => undefined }; // the core does not come
    const client = new TrellisClient(port);

    client.call("get_results", { locale }).catch(() => undefined);
    mock.timers.tick(3 * stalledAfterMs);
    assert.equal(client.store.state, "opening");
    client.call("rate_competency", await oneRating()).catch(() => undefined);
    mock.timers.tick(stalledAfterMs);
    assert.equal(client.store.state, "stalled");
  } finally {
    mock.timers.reset();
  }
});

test("when the core cannot be loaded every call fails and the state says so", async () => {
  const broken = openTab(new FakeBrowser(), () => Promise.reject(new TypeError("no wasm")));

  await assert.rejects(broken.client.call("about", { locale }), { code: "internal.failure", detail: "TypeError" });
  await assert.rejects(broken.client.call("list_ratings", { locale }), { code: "internal.failure" });

  assert.equal(broken.client.store.state, "failed");
  assert.equal(broken.browser.openHandleCount, 0);
});

test("after a trap in the core nothing more goes in and the files are given back", async () => {
  const { client, browser } = openTab(new FakeBrowser(), async () => {
    const core = await loadCore();
    const call = core.call.bind(core);
    core.call = (request) => {
      if (request.includes("list_rules")) throw new WebAssembly.RuntimeError("unreachable");
      return call(request);
    };
    return core;
  });
  await reached(client, "open");

  await assert.rejects(client.call("list_rules", { locale }), { code: "internal.failure", detail: "RuntimeError" });
  await settle();

  assert.equal(client.store.state, "failed");
  assert.equal(browser.openHandleCount, 0);
});

test("a worker that cannot start ends every call", async () => {
  const { client, port } = openTab(new FakeBrowser(), () => new Promise(() => undefined));
  const answer = client.call("about", { locale });

  port.onerror({});

  await assert.rejects(answer, { code: "internal.failure", detail: "worker" });
});

test("closing ends the worker even when it no longer answers", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { client, port } = openTab();
    await reached(client, "open");
    port.postMessage = () => undefined;

    const closed = client.close();
    mock.timers.tick(2000);
    await closed;

    assert.equal(port.isEnded, true);
    await assert.rejects(client.call("about", { locale }), { code: "internal.failure", detail: "closed" });
  } finally {
    mock.timers.reset();
  }
});

const roleNames = async (client, tag) => (await client.call("list_roles", { locale: tag })).roles.map(({ name }) => name);

test("the words of a language are fetched once, when it is first asked for", async () => {
  let fetched = 0;
  const fetchSpanish = async () => (++fetched, spanish);
  const { client } = openTab(undefined, loadEnglishCore, new Map([["es", fetchSpanish]]));

  const english = await roleNames(client, "en");
  const before = fetched;
  const inSpanish = await roleNames(client, "es");
  await roleNames(client, "es");

  assert.deepEqual([before, fetched], [0, 1]);
  assert.equal(inSpanish.length, english.length);
  assert.notDeepEqual(inSpanish, english);
});

test("a language that cannot be fetched is answered in English, and tried again", async () => {
  const outcomes = [async () => Promise.reject(new TypeError("offline")), async () => spanish.slice(0, -1), async () => spanish];
  const { client } = openTab(undefined, loadEnglishCore, new Map([["es", () => outcomes.shift()()]]));
  const english = await roleNames(client, "en");

  const offline = await roleNames(client, "es");
  const cutShort = await roleNames(client, "es");
  const arrived = await roleNames(client, "es");

  assert.deepEqual(offline, english);
  assert.deepEqual(cutShort, english);
  assert.notDeepEqual(arrived, english);
});

test("calls keep their order while a language is on its way", async () => {
  let arrive;
  const { client } = openTab(undefined, loadEnglishCore, new Map([["es", () => new Promise((done) => (arrive = done))]]));
  const answered = [];
  const ask = (tag, label) => client.call("list_roles", { locale: tag }).then(() => answered.push(label));

  const calls = [ask("es", "first"), ask("en", "second"), ask("es", "third")];
  while (!arrive) await settle();
  const early = [...answered];
  arrive(spanish);
  await Promise.all(calls);

  assert.deepEqual(early, []);
  assert.deepEqual(answered, ["first", "second", "third"]);
});
