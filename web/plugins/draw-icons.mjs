// SPDX-License-Identifier: MIT
// Draws the PNG icons from web/public/icons/icon.svg with the machine's Chromium. Run it after the drawing changed:
//   node web/plugins/draw-icons.mjs
// Maskable icons fill the whole square and keep the drawing inside the middle 80 %.
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const folder = new URL("../public/icons/", import.meta.url);
const drawing = await readFile(new URL("icon.svg", folder), "utf8");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
const icons = [
  { name: "icon-192.png", size: 192, inner: 1, rounded: true },
  { name: "icon-512.png", size: 512, inner: 1, rounded: true },
  { name: "maskable-192.png", size: 192, inner: 0.8, rounded: false },
  { name: "maskable-512.png", size: 512, inner: 0.8, rounded: false },
  { name: "apple-touch-180.png", size: 180, inner: 0.9, rounded: false },
];
for (const { name, size, inner, rounded } of icons) {
  const art = rounded ? drawing : drawing.replace('rx="112"', "");
  const edge = size * inner;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:${rounded ? "transparent" : "#1d5b4b"}}
     body{display:grid;place-items:center;height:${size}px}svg{width:${edge}px;height:${edge}px}</style>${art}`,
  );
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: rounded }));
}
await browser.close();
