// SPDX-License-Identifier: MIT
// The house rules that a machine can hold: arrows between rooms, what never enters the core, sizes, the map.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path && existsSync(path));
const read = (path) => readFileSync(path, "utf8");
const code = tracked.filter((path) => /\.(cpp|hpp|h|c)$/.test(path));
const coreFiles = code.filter((path) => path.startsWith("core/"));

/** Which rooms a room may include besides itself. Arrows point one way only. */
const arrows = {
  base: [],
  content: ["base"],
  roles: ["base", "content"],
  library: ["base", "content"],
  ethics: ["base", "content"],
  competency: ["base", "content"],
  growth: ["base", "content", "competency"],
  seal: ["base"],
  store: ["base", "content", "competency", "growth", "seal"],
  app: ["base", "content", "roles", "library", "search", "ethics", "competency", "growth", "seal", "store"],
  search: ["base"],
  abi: ["base", "app"],
};
/** The command line may read wording and text helpers beside the six C functions. */
const commandLineArrows = ["abi", "app/version.hpp", "base", "content"];

const includesOf = (path) => [...read(path).matchAll(/^#include "([^"]+)"/gm)].map((match) => match[1]);
const roomOf = (path) => path.split("/")[1];

test("arrows between the rooms of the core point one way", () => {
  const wrong = coreFiles.flatMap((path) =>
    includesOf(path)
      .filter((include) => include.includes("/"))
      .filter((include) => ![roomOf(path), ...(arrows[roomOf(path)] ?? [])].includes(include.split("/")[0]))
      .map((include) => `${path} includes ${include}`),
  );

  assert.deepEqual(wrong, []);
});

test("every room of the core is in the table of arrows", () => {
  const rooms = new Set(coreFiles.filter((path) => path.split("/").length > 2).map(roomOf));

  assert.deepEqual([...rooms].filter((room) => !(room in arrows)), []);
});

test("the command line reaches the core through its C functions, wording and text helpers only", () => {
  const wrong = code
    .filter((path) => path.startsWith("native-cli/"))
    .flatMap((path) => includesOf(path).map((include) => [path, include]))
    .filter(([, include]) => include.includes("/"))
    .filter(([, include]) => !commandLineArrows.includes(include) && !commandLineArrows.includes(include.split("/")[0]));

  assert.deepEqual(wrong, []);
});

test("the core has no I/O, clock, randomness or environment", () => {
  const banned = /#include <(iostream|fstream|filesystem|random|chrono|thread|cstdio|ctime|locale|regex)>|\b(getenv|printf|system|time)\s*\(/;
  const allowed = { "core/base/instant": /#include <chrono>/ };
  const wrong = coreFiles.filter((path) => {
    const exception = Object.entries(allowed).find(([prefix]) => path.startsWith(prefix))?.[1];
    const match = banned.exec(read(path).replace(/\/\/.*$/gm, ""));
    return match && !exception?.test(match[0]);
  });

  assert.deepEqual(wrong, []);
});

test("SQL stays in the store and the search, JSON in its parser and three rooms, Emscripten in wasm/", () => {
  const sql = coreFiles.filter((path) => !["store", "search"].includes(roomOf(path)) && /sqlite3/.test(read(path)));
  const json = coreFiles.filter(
    (path) =>
      !["content", "store", "app"].includes(roomOf(path)) &&
      !path.startsWith("core/base/json.") &&
      /nlohmann/.test(read(path)),
  );
  const storeJson = coreFiles.filter(
    (path) => roomOf(path) === "store" && !/backup|json/.test(path) && /nlohmann/.test(read(path)),
  );
  const emscripten = code.filter((path) => !path.startsWith("wasm/") && /emscripten/i.test(read(path)));

  assert.deepEqual({ sql, json, storeJson, emscripten }, { sql: [], json: [], storeJson: [], emscripten: [] });
});

test("pages and parts reach the core through the typed client only", () => {
  const wrong = tracked
    .filter((path) => /^web\/src\/.*\.tsx?$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/from "([^"]*wasm\/[^"]+)"/g)].map((match) => [path, match[1]]))
    .filter(([, target]) => !/wasm\/src\/(client|api\.gen|core-address|profile|storage-state|types)(\.js|\.ts)?$/.test(target));

  assert.deepEqual(wrong, []);
});

test("every source file says its licence and what lives in it", () => {
  const sources = tracked.filter(
    (path) => /\.(cpp|hpp|h|c|ts|tsx|mjs)$/.test(path) && !path.endsWith(".gen.ts") && !path.endsWith(".d.ts"),
  );

  assert.deepEqual(sources.filter((path) => !read(path).slice(0, 120).includes("SPDX-License-Identifier: MIT")), []);
});

test("source files stay readable: at most 500 lines, at most 120 columns", () => {
  const sources = tracked.filter((path) => /\.(cpp|hpp|h|c|ts|tsx|mjs|css)$/.test(path) && !path.endsWith(".gen.ts"));
  const long = sources.filter((path) => read(path).split("\n").length > 500);
  const wide = code.filter((path) => read(path).split("\n").some((line) => [...line].length > 120));

  assert.deepEqual({ long, wide }, { long: [], wide: [] });
});

test("every folder of two levels is on the map in ARCHITECTURE.md", () => {
  const map = read("ARCHITECTURE.md");
  const folders = new Set(
    tracked.map((path) => path.split("/").slice(0, -1).slice(0, 2).join("/")).filter((path) => path && !path.startsWith(".")),
  );

  assert.deepEqual([...folders].filter((folder) => !map.includes(`${folder}/`)), []);
});

test("generated types are fresh", () => {
  execFileSync("node", ["scripts/generate-types.mjs", "--check"], { stdio: "pipe" });
});

test("the version is the same in the build file, the package and the core", () => {
  const { version } = JSON.parse(read("package.json"));

  assert.match(read("CMakeLists.txt"), new RegExp(`VERSION ${version} `));
  assert.match(read("core/app/version.hpp"), new RegExp(`kAppVersion = "${version}"`));
});

test("the dispatch table lists the methods of the contract, in its order", () => {
  const table = [...read("core/app/dispatch.cpp").matchAll(/^ {4}\{"(\w+)", (\w+)\},$/gm)].map((match) => match[1]);

  assert.deepEqual(table, Object.keys(JSON.parse(read("contract/api.schema.json")).properties));
});

test("nothing third-party, no machine path and no registry host is committed", () => {
  const text = tracked.filter((path) => /\.(cpp|hpp|h|c|ts|tsx|mjs|css|json|cmake|txt|md|sh|yml|html)$/.test(path));
  const hosts = new RegExp(["registry\\.npm" + "js\\.org", "deb\\.debian" + "\\.org", "/(work|farm)" + "/[a-z]"].join("|"));

  assert.deepEqual(text.filter((path) => hosts.test(read(path))), []);
  assert.deepEqual(tracked.filter((path) => /(^|\/)(node_modules|vendor|third_party)\//.test(path)), []);
});
