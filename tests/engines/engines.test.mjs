// SPDX-License-Identifier: MIT
// Offline life, storage, the lock between tabs and the one-file edition, in the other two engines of Debian. What an
// engine cannot do is shown to end in the way that docs/decisions/0009 names. Chromium's journeys: tests/web.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { killBrowser } from "../../scripts/kill-browser.mjs";
import { startServer } from "../../scripts/serve.mjs";
import { openFirefox } from "./firefox.mjs";
import { openWebkit } from "./webkit.mjs";

const wordsOf = async (tag) => {
  const names = ["ui", "ui-pages", "ui-one-file"];
  const texts = names.map((name) => readFile(new URL(`../../content/locales/${tag}/${name}.json`, import.meta.url), "utf8"));
  return Object.assign({}, ...(await Promise.all(texts)).map((text) => JSON.parse(text)));
};
const [en, es] = await Promise.all(["en", "es"].map(wordsOf));
const rules = JSON.parse(await readFile(new URL("../../content/locales/es/rules.json", import.meta.url), "utf8"));
const oneFile = fileURLToPath(new URL("../../build/one-file/trellis.html", import.meta.url));
/** Milliseconds to wait for what a page is to show, on a busy machine. */
const patience = 40_000;

/** What can be clicked or typed into, by the start of its name. Runs in the page. */
const named = (selector, name) =>
  [...document.querySelectorAll(selector)].find((element) => {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const names = [element.getAttribute("aria-label"), ...labels, element.textContent];
    if (!names.some((text) => text?.trim().startsWith(name))) return false;
    if (element.getClientRects().length === 0) return false; // it has its turn in a later frame
    element.scrollIntoView({ block: "center" }); // out from under what stands still at the edges
    return true;
  });
const shows = (text) => document.body?.innerText.includes(text) === true;
const isChosen = (level) => document.querySelector("input[type=radio]:checked")?.closest("label")?.textContent.trim().startsWith(level) === true;
const isList = () => document.title === "Shopping list" && document.querySelector("h1")?.textContent === "Shopping list";
const hasChoice = () => document.querySelector("input[type=radio]:checked") !== null;

/** Asks the page until it says yes; a page that is just being left does not answer. */
async function until(page, script, ...args) {
  const end = Date.now() + patience;
  for (;;) {
    if (await page.run(script, ...args).catch(() => false)) return;
    if (Date.now() > end) {
      const text = await page.run(() => document.body.innerText).catch(String);
      assert.fail(`never: ${script} (${args.join()}); the page says: ${text.slice(0, 600)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function click(page, selector, name) {
  await until(page, `(...args) => (${named})(...args) !== undefined`, selector, name);
  await page.click(named, selector, name);
}

async function rate(page, level) {
  await click(page, "label", `${level} ·`);
  await until(page, isChosen, `${level} ·`);
}

async function check(page, address, words) {
  await page.goto(`${address}#/check`);
  await until(page, `(...args) => (${named})(...args) !== undefined`, "textarea", words["check.posting_label"]);
  await page.type("Peer specialist\nMonitor medication compliance.", named, "textarea", words["check.posting_label"]);
  await click(page, "button", words["check.submit_posting"]);
  await until(page, shows, words["check.result_title"]);
  await until(page, shows, words["verdict.conflict"]);
}

/** Where the store is: Trellis's folder in the private file system, or its database. Runs in the page. */
const placeOf = async () => {
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  if (databases.includes("trellis-store")) return "image";
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle("trellis");
  return "files";
};

/** Whether the service worker keeps a file that is no part of the first use. Runs in the page. */
const isKept = async (stem) => (await (await caches.open("trellis-later")).keys()).some(({ url }) => url.includes(`/${stem}-`));

/** A server of one test's own, which it may stop. */
async function serve(t) {
  const server = await startServer();
  t.after(() => server.stop());
  return server;
}

const engines = [
  { name: "Firefox ESR", open: openFirefox, place: "files", parts: [], kill: "firefox" },
  { name: "WebKitGTK", open: openWebkit, place: "image", parts: ["image-files", "memory-handle", "shelf"], kill: "webkit" },
];

for (const { name, open, place, parts, kill } of engines) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await open()));
    after(() => browser?.close());

    test("an answer is kept over a reload and opens again without the server", async (t) => {
      const server = await serve(t);
      const page = await browser.newPage();
      await page.goto(`${server.url}#/competencies/D1.1`);
      await rate(page, 3);
      await until(page, shows, en["save.saved"]);
      await until(page, async () => (await navigator.serviceWorker.ready).active?.state === "activated");
      for (const part of parts) await until(page, isKept, part);

      await server.stop();
      await page.reload();

      await until(page, isChosen, "3 ·");
      assert.equal(await page.run(placeOf), place);
      assert.equal(await page.run(() => navigator.serviceWorker.controller !== null), true);
      await rate(page, 4);
      await until(page, shows, en["save.saved"]);
      await check(page, server.url, en);
    });

    test("a second tab is told kindly, takes over at a tap, and the first one steps back", async (t) => {
      const server = await serve(t);
      const [first, second] = [await browser.newPage(), await browser.newPage()];
      await first.goto(`${server.url}#/competencies/D1.1`);
      await rate(first, 2);
      await until(first, shows, en["save.saved"]);
      await second.goto(`${server.url}#/competencies/D1.1`);
      await until(second, shows, en["notice.elsewhere_title"]);

      await click(second, "button", en["notice.elsewhere_use"]);

      await until(second, isChosen, "2 ·");
      await rate(second, 5);
      await until(second, shows, en["save.saved"]);
      await until(first, shows, en["notice.elsewhere_title"]);
    });

    test("the one-file edition rates, checks, speaks Spanish, and keeps nothing", async (t) => {
      const folder = await mkdtemp(join(tmpdir(), "trellis stick "));
      t.after(() => rm(folder, { recursive: true }));
      await copyFile(oneFile, join(folder, "trellis.html"));
      const address = pathToFileURL(join(folder, "trellis.html")).href;
      const page = await browser.newPage();
      await page.goto(`${address}#/competencies/D1.1`);
      await rate(page, 3);
      await until(page, shows, en["save.saved_memory"]);
      await until(page, shows, en["guest.notice_text"]);

      await page.run(() => void (location.hash = "#/results"));
      await until(page, shows, en["results.strengths"]);
      await page.run(() => void (location.hash = "#/backup"));
      await click(page, "button", en["backup.export_button"]);
      await until(page, shows, "1 answer is in the file");
      await check(page, address, en);
      await click(page, "button", en["language.switch"]);
      await until(page, shows, es["verdict.conflict"]);
      await until(page, shows, rules["T.MED_ADHERE"].name);

      await page.goto("about:blank");
      await page.goto(`${address}#/competencies/D1.1`);
      await until(page, (text) => document.querySelector("[data-store=guest]")?.textContent.includes(text), en["guest.notice_title"]);
      assert.equal(await page.run(hasChoice), false);
      await page.run(() => void (location.hash = "#/role"));
      await click(page, "[data-leave]", en["leave.button"]);
      await until(page, isList);
      await page.run(() => history.back());
      await new Promise((resolve) => setTimeout(resolve, 500)); // nothing else would tell that nothing comes
      await until(page, isList);
      assert.equal(await page.run(shows, "Trellis"), false);
    });

    test("killed while it writes, the browser keeps every acknowledged answer", async () => {
      const counts = await killBrowser({ browser: kill, kills: 3, seed: 5 });

      const { kills, lost, torn, unreadable, places } = counts;
      assert.deepEqual({ kills, lost, torn, unreadable, places }, { kills: 3, lost: 0, torn: 0, unreadable: 0, places: [place] });
      assert.ok(counts.acknowledged > 0);
    });
  });
}

test("Firefox ESR, private window: it says that answers are kept until the page closes, and offers a file", async (t) => {
  const browser = await openFirefox({ "browser.privatebrowsing.autostart": true });
  t.after(() => browser.close());
  const server = await serve(t);
  const page = await browser.newPage();

  await page.goto(`${server.url}#/competencies/D1.1`);
  await rate(page, 3);

  await until(page, shows, en["notice.memory_title"]);
  await until(page, shows, en["save.saved_memory"]);
  assert.equal(await page.run(() => navigator.storage.getDirectory().then(() => "", ({ name }) => name)), "SecurityError");
});
