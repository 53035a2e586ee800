// SPDX-License-Identifier: MIT
// What the app may do in a browser: nothing but its own files. Put into index.html at build time and sent by serve.mjs.
import { createHash } from "node:crypto";

/** @param inline  what index.html holds itself, as hashes: "'sha256-…'" */
const policyOf = (inline) => [
  "default-src 'none'",
  ["script-src 'self' 'wasm-unsafe-eval'", ...inline.scripts].join(" "),
  ["style-src 'self'", ...inline.styles].join(" "),
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types trellis-first-screen trellis-worker trellis-service-worker trellis-pdf-reader trellis-docx",
];

/**
 * For the meta element, where frame-ancestors is not allowed.
 * @param {{ scripts: string[], styles: string[] }} inline  texts of the script and style elements of index.html
 */
export const metaPolicy = ({ scripts, styles }) =>
  policyOf({ scripts: scripts.map(hashOf), styles: styles.map(hashOf) }).join("; ");

/**
 * For the one-file edition, where there is no server to trust: only what the page holds runs, its worker comes from an
 * address that it makes itself, and that worker fetches nothing but what it carries (data:).
 * @param {{ scripts: string[], styles: string[] }} inline  texts of the script and style elements of the page
 */
export const oneFilePolicy = ({ scripts, styles }) =>
  [
    "default-src 'none'",
    ["script-src 'wasm-unsafe-eval'", ...scripts.map(hashOf)].join(" "),
    ["style-src", ...styles.map(hashOf)].join(" "),
    "img-src data:",
    "connect-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types trellis-first-screen trellis-worker trellis-docx",
  ].join("; ");

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Every feature that Chromium knows and Trellis does not use. Sharing and copying stay, and the camera for reading the
 * codes of a group: the browser asks before it is on.
 */
const featuresOff = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "xr-spatial-tracking",
];

/**
 * For servers, with every answer; the policy is that of the page. A policy alone leaves navigation and, in Chromium,
 * WebRTC open: Connection-Allowlist closes them (https://wicg.github.io/connection-allowlists/). Elsewhere
 * web/src/boot.js takes them away.
 */
export const securityHeaders = (policy = metaPolicy({ scripts: [], styles: [] })) => ({
  "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
  "Connection-Allowlist": "(response-origin)",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": [...featuresOff.map((name) => `${name}=()`), "camera=(self)"].join(", "),
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
});

/** What the meta element of a built index.html says. */
export const policyIn = (indexHtml) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(indexHtml)?.[1].replaceAll("&#39;", "'") ?? "";
