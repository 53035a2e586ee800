// SPDX-License-Identifier: MIT
// Every example of contract/examples runs through the command line and the wasm cores: equal bytes, valid against the
// schema, equal to the stored answer. UPDATE_GOLDEN=1 writes the answers anew; read that diff as a reviewer.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { callCommandLine, callWasm, callWholeCore } from "./runtimes.mjs";

const folder = "contract/examples";
const schema = JSON.parse(readFileSync("contract/api.schema.json", "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
ajv.addSchema(schema);
ajv.addSchema(JSON.parse(readFileSync("contract/backup.schema.json", "utf8")));
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ name, path: `${folder}/${name}`, ...JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) }));

/** Codes that need a broken disk, a second process or more than JSON can say; each names the suite that shows it. */
const shownElsewhere = {
  "internal.failure": "tests/core/app",
  "request.not_json": "tests/core/app",
  "request.too_deep": "tests/core/app",
  "request.invalid": "tests/core/app",
  "text.not_utf8": "tests/cli",
  "text.too_long": "tests/core/ethics",
  "content.not_here": "tests/wasm",
  "search.failed": "tests/core/search",
  "store.in_use": "tests/core/store",
  "store.damaged": "tests/core/store",
  "store.newer_schema": "tests/core/store",
  "store.not_a_database": "tests/core/store",
  "store.io": "tests/core/store",
  "store.full": "tests/core/store",
  "backup.too_long": "tests/core/store",
  "backup.conflict": "tests/core/store",
  "seal.not_ready": "tests/wasm",
  "second_view.other_document": "tests/core/growth",
  "second_view.conflict": "tests/core/growth",
  "seal.no_memory": "tests/core/seal",
};

/** "$export" in an example stands for the document of the latest export in it. */
function requestText(step, index, answers) {
  const params = { ...step.params };
  if (params.document === "$export") {
    params.document = answers.findLast((answer) => answer.result?.document).result.document;
  }
  return JSON.stringify({ jsonrpc: "2.0", id: index + 1, method: step.method, params });
}

/** The wasm core answers step by step, since a request may need an earlier answer; then all requests are known. */
async function runExample(example) {
  const requests = [];
  const answers = [];
  const texts = await callWasm(example, (answer) => {
    for (const [index, step] of example.steps.entries()) {
      requests.push(requestText(step, index, answers));
      answers.push(JSON.parse(answer(requests.at(-1))));
    }
  });
  return { requests, texts, answers };
}

function checkAgainstSchema(step, answer) {
  if (answer.error) {
    assert.ok(ajv.validate("trellis:api#/$defs/ErrorData", answer.error.data), ajv.errorsText());
    assert.notEqual(answer.error.data.next_step, "", `${answer.error.data.code} says no next step`);
    return;
  }
  assert.ok(ajv.validate(`trellis:api#/properties/${step.method}/properties/result`, answer.result), ajv.errorsText());
  if (step.method === "export_backup" && !step.params.passphrase) assert.ok(ajv.validate("trellis:backup", JSON.parse(answer.result.document)), ajv.errorsText());
}

for (const example of examples) {
  test(`${example.name}: ${example.description}`, async () => {
    const { requests, texts, answers } = await runExample(example);

    assert.deepEqual(callCommandLine(requests, example), texts, "command line and wasm must answer with equal bytes");
    assert.deepEqual(await callWholeCore(requests, example), texts, "both wasm builds must answer with equal bytes");
    for (const [index, step] of example.steps.entries()) checkAgainstSchema(step, answers[index]);
    if (process.env.UPDATE_GOLDEN) {
      const steps = example.steps.map(({ method, params }, i) => ({ method, params, ...outcome(answers[i]) }));
      const { description, database } = example;
      writeFileSync(example.path, JSON.stringify({ description, database, steps }, null, 2) + "\n");
    } else {
      assert.deepEqual(answers.map(outcome), example.steps.map(({ result, error }) => (error ? { error } : { result })));
    }
  });
}

const outcome = (answer) => (answer.error ? { error: answer.error.data } : { result: answer.result });

test("every method of the contract is shown by an example", () => {
  const shown = new Set(examples.flatMap((example) => example.steps.map((step) => step.method)));

  assert.deepEqual(Object.keys(schema.properties).filter((method) => !shown.has(method)), []);
});

test("every error code is shown by an example or by a named suite", () => {
  const shown = new Set(examples.flatMap((example) => example.steps.map((step) => step.error?.code)));

  const missing = schema.$defs.ErrorCode.enum.filter((code) => !shown.has(code) && !(code in shownElsewhere));
  const needless = Object.keys(shownElsewhere).filter((code) => shown.has(code));
  assert.deepEqual({ missing, needless }, { missing: [], needless: [] });
});

test("every property of every result occurs in an example", () => {
  const seen = new Set();
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") for (const [key, inner] of Object.entries(value)) seen.add(key), walk(inner);
  };
  examples.forEach((example) => example.steps.forEach((step) => walk([step.params, step.result, step.error])));
  const named = new Set();
  const collect = (node) => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (!node || typeof node !== "object") return;
    for (const key of Object.keys(node.properties ?? {})) named.add(key);
    Object.values(node).forEach(collect);
  };
  collect({ ...schema, properties: undefined });
  for (const method of Object.values(schema.properties)) collect(method.properties.params), collect(method.properties.result);

  assert.deepEqual([...named].filter((key) => !seen.has(key)), []);
});
