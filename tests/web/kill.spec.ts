// SPDX-License-Identifier: MIT
// The browser is killed while it writes: short runs of scripts/kill-browser.mjs, which has the long ones. Also holds the
// one thing that made WebKit lose its store here: a later file that imports the worker's own file runs it twice.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test, expect } from "@playwright/test";
import { killBrowser } from "../../scripts/kill-browser.mjs";
import { webRoot } from "./fixtures.ts";

test.describe.configure({ timeout: 120_000 });

test("killed ten times while it writes, the browser keeps every acknowledged answer", async () => {
  const counts = await killBrowser({ kills: 10 });

  expect(counts).toMatchObject({ kills: 10, lost: 0, torn: 0, unreadable: 0, places: ["files"] });
  expect(counts.acknowledged).toBeGreaterThan(0);
});

test("killed three times without access handles, it keeps every acknowledged answer", async () => {
  const counts = await killBrowser({ kills: 3, image: true, seed: 2 });

  expect(counts).toMatchObject({ kills: 3, lost: 0, torn: 0, unreadable: 0, places: ["image"] });
  expect(counts.acknowledged).toBeGreaterThan(0);
});

test("control: with the log not on the device the same check finds lost answers", async () => {
  const counts = await killBrowser({ kills: 3, control: true, seed: 3 });

  expect(counts.lost + counts.unreadable).toBeGreaterThan(0);
});

test("no file imports the worker's own file", async () => {
  const folder = join(webRoot, "assets");
  const scripts = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const workers = scripts.filter((name) => /^(worker|pdf-reader)-/.test(name));
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), "utf8")));

  const wrong = scripts.filter((_name, at) =>
    workers.some((worker) => new RegExp(`(from|import)\\s*\\(?["'\`]\\./${worker}`).test(texts[at] ?? "")),
  );

  expect(workers).toHaveLength(2);
  expect(wrong).toEqual([]);
});
