// SPDX-License-Identifier: MIT
// What the app may do in a browser: nothing but its own files. Put into index.html at build time and sent by serve.mjs.

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types trellis-worker trellis-service-worker trellis-pdf-reader trellis-docx",
];

/** For the meta element, where frame-ancestors is not allowed. */
export const metaPolicy = policy.join("; ");

/** For servers, with every answer. */
export const securityHeaders = {
  "Content-Security-Policy": [...policy, "frame-ancestors 'none'"].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
