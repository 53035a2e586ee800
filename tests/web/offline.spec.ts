// SPDX-License-Identifier: MIT
// Life without a network: opens with the server gone, offers a new version without forcing it, and never asks another
// origin for anything.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startServer } from "../../scripts/serve.mjs";
import { metaPolicy, securityHeaders } from "../../scripts/security-headers.mjs";
import {
  checkPosting,
  expect,
  expectKept,
  expectReadyForOffline,
  expectSaved,
  open,
  rate,
  test,
  webRoot,
  words,
} from "./fixtures.ts";
import type { Server } from "./fixtures.ts";

const { en, es } = words;

/** A server of one test's own, which it may stop. */
const own = test.extend<{ ownServer: Server; root: string }>({
  root: async ({}, use) => use(webRoot),
  ownServer: async ({ root }, use) => {
    const server = await startServer({ root });
    await use(server);
    await server.stop().catch(() => undefined); // the test may have stopped it
  },
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
  watch: async ({}, use) => use({ problems: [], foreign: [] }),
});

own(
  "with the server stopped, a reload opens the app, checks a posting and keeps ratings",
  async ({ page, ownServer }) => {
    await rate(page, "D1.1", 3);
    await expectReadyForOffline(page);

    await ownServer.stop();
    await page.reload();

    await expect(page.getByRole("radio", { name: /^3 ·/ })).toBeChecked();
    await page.getByRole("radio", { name: /^4 ·/ }).check();
    await expectSaved(page);
    await checkPosting(page, "Monitor medication compliance.");
    await expect(page.getByRole("article").filter({ hasText: en["verdict.conflict"] })).toHaveCount(
      1,
    );
  },
);

own("with the server stopped, every page opens from its address", async ({ page, ownServer }) => {
  await open(page);
  await expectReadyForOffline(page);
  await expectKept(page, "more");

  await ownServer.stop();

  for (const hash of [
    "#/role",
    "#/check/task",
    "#/competencies",
    "#/results",
    "#/backup",
    "#/about",
    "#/nowhere",
  ]) {
    await page.goto("about:blank");
    await open(page, hash);
  }
});

own.describe("a phone set to Spanish", () => {
  own.use({ locale: "es-US" });

  own(
    "with the server stopped after one visit, answers still come in Spanish",
    async ({ page, ownServer }) => {
      const check = async () => {
        await open(page, "#/check");
        await page.getByLabel(es["check.posting_label"]).fill("Monitor medication compliance.");
        await page.getByRole("button", { name: es["check.submit_posting"] }).click();
        await expect(page.getByRole("article").first()).toContainText(es["verdict.conflict"]);
        return page.getByRole("article").first().getByRole("heading", { level: 3 }).innerText();
      };
      const online = await check();
      await expectReadyForOffline(page);
      await expectKept(page, "ui");
      await expectKept(page, "content-es");

      await ownServer.stop();
      await page.goto("about:blank");

      expect(await check()).toBe(online);
    },
  );
});

const updated = own.extend<{ copy: string }>({
  copy: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "trellis-web-"));
    await cp(webRoot, folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true });
  },
  root: async ({ copy }, use) => use(copy),
});

updated(
  "a new version is offered, and comes only when a person says so",
  async ({ page, copy }) => {
    await open(page, "#/about");
    await expectReadyForOffline(page);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.evaluate(() => (document.body.dataset["visit"] = "first"));
    await release(copy);

    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const offer = page.getByText(en["notice.update_title"]);
    await expect(offer).toBeVisible();
    await expect(page.locator("body")).toHaveAttribute("data-visit", "first");
    await page.getByRole("button", { name: en["notice.update_button"] }).click();

    await expect(page.locator("body")).not.toHaveAttribute("data-visit", "first");
    await expect(page.getByRole("heading", { level: 1, name: en["about.title"] })).toBeVisible();
    await expect(offer).toHaveCount(0);
  },
);

updated(
  "an update in one tab leaves what is being typed in another alone",
  async ({ page, copy, context }) => {
    await open(page);
    await expectReadyForOffline(page);
    await page.reload();
    const answering = await context.newPage();
    await open(answering, "#/check");
    await answering.getByLabel(en["check.posting_label"]).fill("Half a sentence");
    await release(copy);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: en["notice.update_button"] }).click();
    await reloaded;

    await expect(answering.getByLabel(en["check.posting_label"])).toHaveValue("Half a sentence");
    await answering.getByRole("button", { name: en["check.submit_posting"] }).click();
    await expect(answering.getByRole("heading", { name: en["check.result_title"] })).toBeVisible();
  },
);

for (const [what, fill] of [
  ["a text to check", fillPosting],
  ["half a form", fillGoal],
  ["the codes of a group", fillCodes],
] as const) {
  updated(`a new version waits while ${what} stands there`, async ({ page, copy }) => {
    await open(page, "#/about");
    await expectReadyForOffline(page);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const empty = await fill(page);
    const place = page.url();
    await page.evaluate(waitForInstalled);
    await release(copy);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(() => document.body.dataset["installed"] === "yes");
    const offer = page.getByText(en["notice.update_title"]);
    await expect(offer).toHaveCount(0);

    expect(page.url()).toBe(place);
    await empty();

    await expect(offer).toBeVisible();
    await page.getByRole("button", { name: en["notice.update_later"] }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(offer).toHaveCount(0);
  });
}

async function release(copy: string): Promise<void> {
  const worker = join(copy, "sw.js");
  await writeFile(worker, `${await readFile(worker, "utf8")}\n// another release`);
}

/** In the page: marks the body once a new version has been fetched whole. */
async function waitForInstalled(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") document.body.dataset["installed"] = "yes";
    });
  });
}

/** Each fills in something and @returns what empties it again. */
async function fillPosting(page: Page): Promise<() => Promise<void>> {
  await open(page, "#/check");
  await page.getByLabel(en["check.posting_label"]).fill("Half a sentence");
  return () => page.getByRole("button", { name: en["check.clear"], exact: true }).click();
}

async function fillGoal(page: Page): Promise<() => Promise<void>> {
  await open(page, "#/plan");
  const goal = page.getByLabel(en["plan.text"], { exact: true });
  await goal.fill("Ask for");
  return () => goal.fill("");
}

async function fillCodes(page: Page): Promise<() => Promise<void>> {
  await open(page, "#/group/tally");
  await page.getByText(en["group.typing"]).click();
  const keys = page.getByLabel(en["group.keys"]);
  const hint = await page.getByText(/\d+ keys/).innerText();
  await keys.fill("3".repeat(Number(hint.match(/\d+/)?.[0])));
  await page.getByRole("button", { name: en["group.add_person"] }).click();
  return () => page.getByRole("button", { name: en["group.take_back"] }).click();
}

test("the policy stands in the page and in the headers, and lets only what the page was built with through", async ({
  page,
  watch,
}) => {
  const response = await page.goto("./");

  const headers = (await response?.allHeaders()) ?? {};
  expect(headers["connection-allowlist"]).toBe("(response-origin)");
  const html = (await response?.text()) ?? "";
  const inside = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => text ?? "");
  const scripts = inside(/<script(?![^>]*\b(?:src=|type="text\/html"))[^>]*>([^]*?)<\/script>/g);
  const styles = inside(/<style>([^]*?)<\/style>/g);
  expect([scripts.length, styles.length]).toEqual([3, 1]);
  const policy = metaPolicy({ scripts, styles });
  expect(html.replaceAll("&#39;", "'")).toContain(policy);
  const expected = securityHeaders(policy)["Content-Security-Policy"];
  expect(headers["content-security-policy"]).toBe(expected);
  expect(html.replace(/<(script|style)[^]*?<\/\1>/g, "")).not.toMatch(/\sstyle=|\son\w+=/);

  const refused = await page.evaluate(() => {
    const seen = new Promise<string>((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), {
        once: true,
      });
    });
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.head.append(style);
    return seen;
  });
  expect(refused).toBe("style-src-elem");
  watch.problems.length = 0; // the browser's report of it
});

own("a fetch to another origin is refused by the policy", async ({ page }) => {
  await open(page);

  const refusal = await page.evaluate(async () => {
    const seen = new Promise<string>((resolve) => {
      addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), {
        once: true,
      });
    });
    await fetch("http://localhost:9/anything").catch(() => undefined);
    return seen;
  });

  expect(refusal).toBe("connect-src");
});

test("the terms of every part go along, those of the compiled core too", async ({ page }) => {
  await open(page, "#/about");
  const address = await page.getByRole("link", { name: en["about.licences"] }).getAttribute("href");

  const text = await page.evaluate(async (at) => (await fetch(at)).text(), address ?? "");

  for (const part of ["preact", "Ulrich Telle", "Snowball", "Niels Lohmann", "musl", "libc++"])
    expect(text).toContain(part);
});

for (const [address, held, beside] of [
  ["#/check", "first", ["rolldown-runtime", "pages", "more"]],
  ["#/ladder", "growth", ["rolldown-runtime", "more", "chart", "qr-code"]],
  ["#/learn", "learn", ["rolldown-runtime", "more", "chart"]],
] as const)
  test(`on a first visit to ${address}, what it stands on is fetched beside it, not behind it`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.route(`**/assets/${held}-*.js`, () => undefined); // never answered

    await page.goto(address);

    for (const stem of beside)
      await expect
        .poll(() => asked.some((url) => url.includes(`/assets/${stem}-`)), stem)
        .toBe(true);
  });

test("on a first visit to a page, the core does not share the line with it but comes after it", async ({
  page,
}) => {
  const core: string[] = [];
  page.on("request", (request) => {
    if (/\/assets\/(trellis|worker)-/.test(request.url())) core.push(request.url());
  });
  let sendPage = () => {};
  await page.route("**/assets/pages-*.js", (route) => {
    sendPage = () => void route.continue();
  });

  await page.goto("#/check");
  await expect(page.getByText(en["app.loading"])).toBeVisible();
  expect(core).toEqual([]);

  sendPage();
  await expect.poll(() => core.length).toBeGreaterThan(1);
});
