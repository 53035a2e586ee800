// SPDX-License-Identifier: MIT
// Whether a form holds something that is not saved, for whatever would start Trellis anew. The forms themselves are in
// pages/growth/drafts.ts; leaving quickly (boot.js) knows the key, too.
import { signal } from "@preact/signals";

/** In sessionStorage: what stands in forms, where nothing guards the store. */
export const draftsKey = "trellis.drafts";

/** True while a form holds something that was typed in this visit, or was there when the forms came. */
export const hasDrafts = signal(false);
