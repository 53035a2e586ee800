// SPDX-License-Identifier: MIT
// Whether an older edition left something of this person in the browser's own small storage. The code that moves it into
// the store (carry-over.ts) is fetched only then, whenever a store was opened.
import { store } from "./core.ts";
import { currentProfile } from "./profiles.ts";

store.subscribe(({ state }) => {
  if (state === "open") void bringOlder();
});

/** Resolves when it is in the store, or when it has to stay where it is for now. */
export async function bringOlder(): Promise<void> {
  if (!hasOlder()) return;
  await import("./carry-over.ts").then(
    ({ carryOver }) => carryOver(),
    () => undefined, // its code is not here: another time
  );
}

function hasOlder(): boolean {
  const names = ["practice", "workplace"].map((name) => `${currentProfile()}.${name}`);
  try {
    return Object.keys(localStorage).some((key) => names.some((name) => key.startsWith(name)));
  } catch {
    return false;
  }
}
