// SPDX-License-Identifier: MIT
// Runs in the browser that scripts/kill-browser.mjs kills: tells what is kept, then writes as fast as it can and tells
// of each answer that was acknowledged. Speaks to the app's own worker, in the messages of wasm/src/messages.ts.
const plan = await (await fetch("./plan")).json();
const policy = globalThis.trustedTypes?.createPolicy("trellis-worker", { createScriptURL: (address) => address });
// The name says whose store it is (wasm/src/profile.ts).
const worker = new Worker(policy?.createScriptURL(plan.worker) ?? plan.worker, { type: "module", name: "trellis" });
const tell = (what, body) => fetch(`./${what}`, { method: "POST", body: JSON.stringify(body) });

const waiting = new Map();
let lastId = 0;
let storage;
const attached = new Promise((resolve) => {
  worker.onmessage = ({ data }) => {
    if (data.kind === "answer") waiting.get(data.id)(JSON.parse(data.response));
    else if (data.kind === "storage" && !["opening", "in_use"].includes(data.status.state)) resolve((storage = data.status));
  };
});

function call(method, params = {}) {
  const id = ++lastId;
  const request = JSON.stringify({ jsonrpc: "2.0", id, method, params: { locale: "en", ...params } });
  worker.postMessage({ kind: "call", id, locale: "en", request });
  return new Promise((resolve) => waiting.set(id, resolve));
}

async function tellKept() {
  const { result: about } = await call("about");
  if (about.store.state !== "open") return tell("found", { state: about.store.state, code: about.store.error?.code });
  const { result } = await call("export_backup", { exported_at: "2026-11-22T08:30:00Z" });
  const ids = JSON.parse(result.document).ratings.map(({ rating_id }) => rating_id);
  return tell("found", { state: "open", place: storage.place, ids });
}

await attached;
await tellKept();
for (const { nth, method, params } of plan.steps) {
  const { error } = await call(method, params);
  if (error) await tell("failed", { code: error.data.code });
  else void tell("acknowledged", { nth });
}
