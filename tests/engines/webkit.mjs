// SPDX-License-Identifier: MIT
// Debian's WebKitGTK, on a screen that nobody sees. Its automated sessions are ephemeral: nothing outlives the browser, so
// what survives a restart is shown by scripts/kill-browser.mjs, which starts it as a person does.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Session } from "./webdriver.mjs";

const program = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

export async function openWebkit() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "800x1000x24"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(screen.stdout, "data");
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
  const session = await startSession(`http://127.0.0.1:${port}`);
  let current = await session.thisTab();
  let isFirstTaken = false;
  return {
    async newPage() {
      const handle = isFirstTaken ? await session.openTab() : current;
      isFirstTaken = true;
      return pageOn(session, async () => {
        if (current !== handle) await session.switchTo(handle);
        current = handle;
      });
    },
    async close() {
      await session.end().catch(() => undefined);
      driver.kill();
      screen.kill();
    },
  };
}

/** One tab. Each command goes to the tab that is in front, so the right one is brought there first. */
function pageOn(session, bringToFront) {
  const then = (work) => async (...args) => {
    await bringToFront();
    return work(...args);
  };
  return {
    goto: then(session.go),
    reload: then(session.reload),
    run: then((script, ...args) => session.run(String(script), args)),
    click: then(async (script, ...args) => session.click(await session.run(String(script), args))),
    type: then(async (text, script, ...args) => session.type(await session.run(String(script), args), text)),
  };
}

async function startSession(address) {
  const capabilities = { "webkitgtk:browserOptions": { binary: program, args: ["--automation"] } };
  for (let attempt = 1; ; ++attempt) {
    try {
      return await Session.start(address, capabilities);
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100)); // the driver does not listen yet
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
