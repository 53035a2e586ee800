// SPDX-License-Identifier: MIT
// Prints what the browser downloads, raw, gzip-9 and brotli-11: the wasm whole and by part, the web app, and the file of
// the one-file edition.
// Usage: node scripts/size-report.mjs [WASM FOLDER] [WEB FOLDER] [ONE FILE]
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [wasmFolder = "build/wasm/wasm", webFolder = "build/web", oneFile = "build/one-file/trellis.html"] = process.argv.slice(2);

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const kilobytes = (size) => (size / 1000).toFixed(1).padStart(9);

function report(name, bytes) {
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  console.log(name.padEnd(44), ...sizes.map(kilobytes));
  return sizes[2];
}

/** The sections of a wasm file that weigh something (https://webassembly.github.io/spec/core/binary/modules.html). */
function sections(bytes) {
  const names = { 10: "code", 11: "data (content, tables)" };
  const found = [];
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = number();
    if (names[id]) found.push([names[id], bytes.subarray(at, at + size)]);
    at += size;
  }
  return found;
}

console.log("kB".padEnd(44), ...["raw", "gzip", "brotli"].map((head) => head.padStart(9)));
const wasm = readFileSync(`${wasmFolder}/trellis.wasm`);
report("trellis.wasm", wasm);
for (const [name, bytes] of sections(wasm)) report(`  ${name}`, bytes);
const alone = `${wasmFolder}/probe.wasm`;
if (existsSync(alone)) {
  for (const [name, bytes] of sections(readFileSync(alone))) {
    report(`  of that SQLite and VFS alone: ${name.split(" ")[0]}`, bytes);
  }
}
report("trellis.mjs (glue, before bundling)", readFileSync(`${wasmFolder}/trellis.mjs`));

if (existsSync(webFolder)) {
  const files = readdirSync(webFolder, { recursive: true })
    .map(String)
    .filter((name) => statSync(`${webFolder}/${name}`).isFile())
    .sort();
  const sizes = new Map(files.map((name) => [name, report(name, readFileSync(`${webFolder}/${name}`))]));
  const total = (names) => kilobytes(names.reduce((sum, name) => sum + sizes.get(name), 0));
  console.log(`${"the web app, all files, brotli".padEnd(64)}${total(files)}`);
  // What the service worker keeps at once, and the service worker: everything that an English reader's first visit needs.
  const list = readFileSync(`${webFolder}/sw.js`, "utf8");
  const first = files.filter((name) => name === "sw.js" || list.includes(`"url":"${name}"`) || list.includes(`url:\`${name}\``));
  console.log(`${`of that a first visit (${first.length} files), brotli`.padEnd(64)}${total(first)}`);
}

if (existsSync(oneFile)) report("trellis.html (one-file edition)", readFileSync(oneFile));
