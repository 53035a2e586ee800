// SPDX-License-Identifier: MIT
// Whether what a person does in the library stays here, as the pages say it. What stays lies in the store, as answers
// do: in backups, behind the passphrase, erased with the person. Knows no component.
import { store } from "../../core.ts";
import { isGuest } from "../../profiles.ts";

/** True where things stay until they are erased; else they go with the page. */
export function mayKeep(): boolean {
  return store.value.state === "open" && !isGuest();
}
