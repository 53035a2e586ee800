// SPDX-License-Identifier: MIT
// Every part in every state, compared with pictures that a person has looked at. After a wanted change look at the new
// ones and keep them: npx playwright test -c tests/web gallery --update-snapshots
import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { createServer } from "vite";
import { expect } from "./fixtures.ts";

const test = base.extend<object, { gallery: string }>({
  gallery: [
    async ({}, use) => {
      const configFile = fileURLToPath(new URL("../../web/vite.config.ts", import.meta.url));
      const server = await createServer({ configFile, logLevel: "error", server: { port: 0 } });
      await server.listen();
      await use(`${server.resolvedUrls?.local[0]}gallery.html`);
      await server.close();
    },
    { scope: "worker" },
  ],
});
// The first start of the development server bundles what the page needs.
test.describe.configure({ timeout: 90_000 });

for (const look of ["light", "dark", "forced colours"] as const) {
  test(`parts look as they did, ${look}`, async ({ page, gallery }) => {
    await page.emulateMedia({
      colorScheme: look === "dark" ? "dark" : "light",
      forcedColors: look === "forced colours" ? "active" : "none",
      reducedMotion: "reduce",
    });

    await page.goto(gallery);
    await expect(page.locator("[data-part=picture]")).toBeVisible({ timeout: 60_000 });
    await expect(page.locator(".term").first()).toBeVisible(); // come last

    await expect(page).toHaveScreenshot(`parts-${look.replace(" ", "-")}.png`, {
      fullPage: true,
      animations: "disabled",
      maxDiffPixels: 1500, // rounding of fonts from one machine to the next; a small button has more
    });
  });
}
