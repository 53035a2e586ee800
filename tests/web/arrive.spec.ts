// SPDX-License-Identifier: MIT
// Texts that come from outside: shared from another app by a real POST that the service worker takes, and files
// opened with Trellis. Nothing of it goes to a server, into an address, or stays.
import type { Page } from "@playwright/test";
import { startServer } from "../../scripts/serve.mjs";
import { docxOf, paragraph, pdfOf, types } from "./files.ts";
import type { OpenedFile } from "./files.ts";
import { expect, expectKept, expectReadyForOffline, isKept, leaveApp, open } from "./fixtures.ts";
import { test as base, webRoot, words } from "./fixtures.ts";
import type { Server } from "./fixtures.ts";
import { everythingKept } from "./kept.ts";

const { en } = words;

/** A server of one test's own, which it may stop. */
const test = base.extend<{ ownServer: Server }>({
  ownServer: async ({}, use) => {
    const server = await startServer({ root: webRoot });
    await use(server);
    await server.stop().catch(() => undefined); // the test may have stopped it
  },
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
  watch: async ({}, use) => use({ problems: [], foreign: [] }),
});

function box(page: Page) {
  return page.getByLabel(en["check.posting_label"]);
}

interface Share {
  /** Done last before the share itself. */
  before?: () => Promise<void>;
  title?: string;
  text?: string;
  url?: string;
  file?: OpenedFile;
}

/** What the system does when a person shares with Trellis: a form, posted to the address in the manifest. */
async function share(
  page: Page,
  server: Server,
  { before, file, ...fields }: Share,
): Promise<void> {
  const manifest: unknown = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return response.json();
  }, `${server.url}manifest.webmanifest`);
  const { share_target: target } = manifest as { share_target: ShareTarget };
  const action = new URL(target.action, server.url).href;
  await page.goto("about:blank"); // another app
  const inputs = Object.keys(fields).map((name) => `<textarea name="${name}"></textarea>`);
  await page.setContent(
    `<form method="${target.method}" enctype="${target.enctype}" action="${action}">${inputs.join("")}
     <input type="file" name="${target.params.files[0]?.name}"><button>Share</button></form>`,
  );
  for (const [name, value] of Object.entries(fields))
    await page.locator(`textarea[name=${name}]`).fill(value);
  if (file) await page.locator("input").setInputFiles(file);
  await before?.();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("heading", { level: 1, name: en["check.title"] })).toBeVisible();
}

interface ShareTarget {
  action: string;
  method: string;
  enctype: string;
  params: { files: { name: string; accept: string[] }[] };
}

test("a shared text is in the box, ready to check, though the server is gone", async ({
  page,
  ownServer,
}) => {
  await open(page);
  await expectReadyForOffline(page);

  const withoutServer = () => ownServer.stop();
  await share(page, ownServer, {
    before: withoutServer,
    title: "Peer worker",
    text: "Monitor medication compliance.\nShare your story of recovery.",
    url: "https://jobs.example/1",
  });

  await expect(box(page)).toHaveValue(
    "Peer worker\nMonitor medication compliance.\nShare your story of recovery.",
  );
  await expect(page.getByRole("status").filter({ hasText: "3 lines" })).toBeVisible();
  await page.getByRole("button", { name: en["check.submit_posting"] }).click();
  await expect(
    page.getByRole("article").filter({ hasText: en["verdict.conflict"] }).first(),
  ).toBeVisible();
});

test("a shared text is handed over once, and stands in no address and in no store", async ({
  page,
  ownServer,
}) => {
  const secret = "quillwort lantern";
  await open(page);
  await expectReadyForOffline(page);
  await share(page, ownServer, { text: `Peer worker ${secret}\nShare your story.` });
  await expect(box(page)).toHaveValue(new RegExp(secret));
  const seen = [page.url(), await page.title(), await page.evaluate(() => String(history.state))];

  await page.reload();
  await expect(box(page)).toHaveValue("");
  await open(page, "#/check/shared");
  await expect(page.getByRole("alert")).toContainText(en["file.share_lost"]);

  expect(seen.join(" ")).not.toContain("quillwort");
  expect(await everythingKept(page)).not.toContain("quillwort");
});

test("a shared Word file is read", async ({ page, ownServer }) => {
  await open(page);
  await expectReadyForOffline(page);

  await share(page, ownServer, { file: docxOf(paragraph("Write treatment notes.")) });

  await expect(box(page)).toHaveValue("Write treatment notes.");
});

test("a shared link says that the posting itself is needed", async ({ page, ownServer }) => {
  await open(page);
  await expectReadyForOffline(page);

  await share(page, ownServer, { title: "Peer worker", text: "https://jobs.example/1" });

  await expect(page.getByText(en["file.only_link"])).toBeVisible();
  await expect(box(page)).toHaveValue("Peer worker\nhttps://jobs.example/1");
});

test("until the service worker is there, the manifest offers no way to share", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "serviceWorker", { value: undefined });
  });

  await open(page);

  const first = await manifestOf(page);
  expect(first).not.toHaveProperty("share_target");
  expect(first).toHaveProperty("name");
});

test("the manifest names every kind of file that can be opened", async ({ page }) => {
  await open(page);
  await expectReadyForOffline(page);
  await page.reload();

  const manifest = (await manifestOf(page)) as {
    share_target: ShareTarget;
    file_handlers: { accept: object }[];
  };

  const accepted = manifest.share_target.params.files[0]?.accept;
  expect(accepted).toEqual(expect.arrayContaining([...Object.values(types), ".docx", ".pdf"]));
  expect(Object.keys(manifest.file_handlers[0]?.accept ?? {})).toEqual(
    expect.arrayContaining(Object.values(types)),
  );
});

function manifestOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    return (await fetch(link?.href ?? "")).json();
  });
}

test("a file that the system opens with Trellis is in the box", async ({ page }) => {
  await page.addInitScript(() => {
    const file = new File(["Drive people to court."], "posting.txt");
    const launch = { files: [{ getFile: () => Promise.resolve(file) }] };
    Object.defineProperty(globalThis, "launchQueue", {
      value: { setConsumer: (take: (from: typeof launch) => void) => take(launch) },
    });
  });

  await open(page);

  await expect(box(page)).toHaveValue("Drive people to court.");
});

test("a PDF opens without a network once one was read", async ({ page, browser, ownServer }) => {
  const file = await pdfOf(browser, "<p>Monitor medication compliance.</p>");
  await open(page, "#/check");
  await expectReadyForOffline(page);
  await page.getByLabel(en["file.open"]).setInputFiles(file);
  await expect(box(page)).toHaveValue("Monitor medication compliance.");
  await expectKept(page, "pdf-reader");

  await expectReadyForOffline(page);
  await ownServer.stop();
  await page.reload();
  await page.getByLabel(en["file.open"]).setInputFiles(file);

  await expect(box(page)).toHaveValue("Monitor medication compliance.");
});

test("without a network and without the PDF reader, the page says so before and after", async ({
  page,
  browser,
  context,
}) => {
  const file = await pdfOf(browser, "<p>Monitor medication compliance.</p>");
  await open(page, "#/check");
  await expectReadyForOffline(page);

  await context.setOffline(true);
  await expect(page.getByText(en["file.pdf_later"])).toBeVisible();
  await page.getByLabel(en["file.open"]).setInputFiles(file);

  await expect(page.getByRole("alert")).toContainText(en["file.reader_missing"]);
});

/** What the page asks the service worker to keep, in the order of asking; "all" where it names nothing. */
async function recordKeeping(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const kept: string[] = [];
    const post = ServiceWorker.prototype.postMessage as (message: unknown) => void;
    ServiceWorker.prototype.postMessage = function (message: { type: string; stems?: string[] }) {
      if (message.type === "KEEP_LATER") kept.push(message.stems?.join() || "all");
      post.call(this, message);
    };
    Object.assign(globalThis, { kept });
  });
  return () => page.evaluate(() => (globalThis as unknown as { kept: string[] }).kept);
}

/** Starts a visit and lets time pass once the pages for later were asked for, which is the last thing a start does. */
async function visitQuietly(
  page: Page,
  keeping: () => Promise<string[]>,
  start: () => Promise<unknown>,
): Promise<void> {
  await start();
  await expect.poll(keeping).toEqual(["more"]);
  await page.clock.fastForward(60_000);
}

/** The pages that a first visit does not need, and what they stand on. */
const otherPages =
  "growth,learn,chart,qr-code,ui-chart,ui-growth,ui-learn,trellis-whole,content-growth,content-library";

for (const { name, savesData, first, later } of [
  {
    name: "every page, then everything",
    savesData: false,
    first: ["more", otherPages],
    later: "all",
  },
  { name: "no more than is used where data is saved", savesData: true, first: ["more"], later: "" },
]) {
  test(`in quiet moments of a first and a later visit, ${name} is kept`, async ({ page }) => {
    await page.addInitScript((saveData) => {
      Object.defineProperty(navigator, "connection", { value: { saveData } });
    }, savesData);
    const keeping = await recordKeeping(page);
    await page.clock.install();
    await visitQuietly(page, keeping, () => open(page));
    await expectReadyForOffline(page);
    await expect.poll(keeping, "first visit").toEqual(first);

    await visitQuietly(page, keeping, () => page.reload());
    await expect.poll(keeping, "later visit").toEqual(["more", later].filter(Boolean));

    if (!savesData) await expectKept(page, "pdf-reader");
    else expect(await isKept(page, "pdf-reader")).toBe(false);
  });
}

test("what another version kept and this one does not list is removed", async ({ page }) => {
  const keptCount = async () => {
    const kept = await (await caches.open("trellis-later")).keys();
    return kept.filter(({ url }) => url.endsWith("-OLD.js")).length;
  };
  await leaveApp(page);
  await page.evaluate(async () => {
    const cache = await caches.open("trellis-later");
    await cache.put("./assets/pdf-reader-OLD.js", new Response("old"));
  });
  expect(await page.evaluate(keptCount)).toBe(1);

  await open(page);
  await expectReadyForOffline(page);

  expect(await page.evaluate(keptCount)).toBe(0);
});
