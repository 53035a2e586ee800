// SPDX-License-Identifier: MIT
// Debian's Firefox ESR, without a screen, over WebDriver BiDi as Playwright speaks it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firefox } from "playwright-core";

/** @param preferences  of Firefox, as in about:config */
export async function openFirefox(preferences = {}) {
  const profile = await mkdtemp(join(tmpdir(), "trellis-firefox-"));
  const context = await firefox.launchPersistentContext(profile, {
    channel: "moz-firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    firefoxUserPrefs: preferences,
    locale: "en-US",
  });
  return {
    newPage: async () => pageOn(await context.newPage()),
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function pageOn(page) {
  const run = (script, ...args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`);
  const find = (script, args) => page.evaluateHandle(`(${script})(...${JSON.stringify(args)})`);
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    run,
    click: async (script, ...args) => (await find(script, args)).asElement().click(),
    type: async (text, script, ...args) => (await find(script, args)).asElement().fill(text),
  };
}
