// SPDX-License-Identifier: MIT
// axe in the page itself, which has no frames. A builder would put it in anew each time and take five times as long.
import type { Page } from "@playwright/test";
import axe from "axe-core";

/** WCAG 2.2 A and AA, and what axe calls good practice. */
export const allRules: axe.RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** Makes axe known to the page, until it is loaded anew. */
export async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
}

/** @returns what axe finds: "rule: the elements" */
export async function faultsOf(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(async (only) => {
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await inPage.run({ runOnly: only, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`,
    );
  }, runOnly);
}
