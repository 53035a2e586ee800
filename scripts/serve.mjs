// SPDX-License-Identifier: MIT
// Serves build/web on this machine, as any static host would: compressed, with the security headers, and hashed files
// marked as never changing. Keeps no log: nobody's visits are recorded.
// Usage: node scripts/serve.mjs [FOLDER [PORT]]
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { policyIn, securityHeaders } from "./security-headers.mjs";

const defaultRoot = fileURLToPath(new URL("../build/web", import.meta.url));
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * @param {{ root?: string, port?: number, host?: string }} [options]  port 0 takes a free one
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}  stop() also cuts open connections
 */
export async function startServer({ root = defaultRoot, port = 0, host = "127.0.0.1" } = {}) {
  const kept = new Map();
  const server = createServer((request, response) => {
    answer(root, kept, request, response).catch(() => {
      response.writeHead(400).end(); // an address that cannot be read
    });
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, host, done));
  const stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://localhost:${server.address().port}/`, stop };
}

async function answer(root, kept, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405).end();
  const file = await findFile(root, kept, new URL(request.url, "http://localhost").pathname);
  const page = await findFile(root, kept, "/");
  const secure = securityHeaders(page?.policy);
  if (!file) return response.writeHead(404, secure).end();
  const encoding = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? "br" : "gzip";
  const headers = {
    ...secure,
    "Content-Type": file.type,
    ETag: file.tag,
    Vary: "Accept-Encoding",
    "Cache-Control": file.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (request.headers["if-none-match"] === file.tag) return response.writeHead(304, headers).end();
  const body = file.isSmallAlready ? file.body : await compress(file, encoding);
  if (!file.isSmallAlready) headers["Content-Encoding"] = encoding;
  response.writeHead(200, { ...headers, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function findFile(root, kept, pathname) {
  const name = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const path = resolve(root, `.${name}`);
  if (!path.startsWith(resolve(root) + sep)) return undefined;
  const body = await readFile(path).catch(() => undefined);
  const type = types[extname(path)];
  if (!body || !type) return undefined;
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  const known = kept.get(path);
  if (known?.tag === tag) return known;
  const isHashed = /\/assets\/.*-[\w-]{8}\.\w+$/.test(name);
  const file = {
    body,
    type,
    tag,
    isHashed,
    isSmallAlready: extname(path) === ".png",
    policy: extname(path) === ".html" ? policyIn(body.toString("utf8")) : undefined,
    compressed: {},
  };
  kept.set(path, file);
  return file;
}

async function compress(file, encoding) {
  file.compressed[encoding] ??=
    encoding === "br"
      ? promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : promisify(gzip)(file.body);
  return file.compressed[encoding];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root = defaultRoot, port = "4173"] = process.argv.slice(2);
  try {
    const { url } = await startServer({
      root: resolve(root),
      port: Number(port),
      host: "localhost",
    });
    console.log(`Trellis is at ${url}`);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(
      `Port ${port} is in use. Stop what uses it, or name another: node scripts/serve.mjs build/web 4174`,
    );
    process.exit(1);
  }
}
