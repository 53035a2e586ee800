// SPDX-License-Identifier: MIT
// Browser journeys on a small phone, in the machine's own Chromium, against build/web served by scripts/serve.mjs.
// Run: npx playwright test -c tests/web
import { defineConfig } from "@playwright/test";
import { launchOptions, phone } from "./fixtures.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../../test-results/web.json" }]],
  use: {
    ...phone,
    launchOptions,
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
  },
});
