// SPDX-License-Identifier: MIT
// What a person has to download, in bytes after brotli (quality 11): sizes are the same on every machine. How fast that
// is stands in docs/decisions/0012.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, expectSaved, test, webRoot } from "./fixtures.ts";

const beforeFirstAnswerMost = 40_000;
const firstUseMost = 450_000;

function brotliSize(name: string): number {
  const bytes = readFileSync(`${webRoot}/${name}`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

const sum = (names: Iterable<string>) =>
  [...names].reduce((total, name) => total + brotliSize(name), 0);

test("the first answer is saved when no more than 40 kB have come", async ({ page }) => {
  const come = new Set<string>();
  await page.route("**/*", (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
    if (!/^index[.]html$|^assets\/(first|index)-/.test(name)) return; // held back for good
    come.add(name);
    return route.continue();
  });
  await page.goto("./#/competencies/D1.1", { waitUntil: "commit" });

  await page.getByRole("radio", { name: /^3 ·/ }).check();
  await expectSaved(page);

  expect([...come].sort().join(" ")).toMatch(/assets\/first-.*assets\/index-.*index[.]html/);
  expect(sum(come)).toBeLessThanOrEqual(beforeFirstAnswerMost);
});

test("a first use needs no more than 450 kB", () => {
  const list = readFileSync(`${webRoot}/sw.js`, "utf8");
  const files = readdirSync(webRoot, { recursive: true })
    .map(String)
    .filter((name) => statSync(`${webRoot}/${name}`).isFile());
  const isListed = (name: string) =>
    list.includes(`"url":"${name}"`) || list.includes(`url:\`${name}\``);
  const firstUse = files.filter((name) => name === "sw.js" || isListed(name));

  expect(firstUse).toContain("index.html");
  expect(firstUse.some((name) => name.endsWith(".wasm"))).toBe(true);
  expect(sum(firstUse)).toBeLessThanOrEqual(firstUseMost);
});

test("the pages that come early do not wait for those of a later moment", () => {
  const pages = readdirSync(`${webRoot}/assets`).find((name) => name.startsWith("pages-"));
  const script = readFileSync(`${webRoot}/assets/${pages}`, "utf8");
  const needs = Array.from(script.matchAll(/\bfrom"[.]\/([a-z-]+)-/g), ([, stem]) => stem);

  expect(needs.toSorted()).toEqual(["first", "rolldown-runtime"]);
});
