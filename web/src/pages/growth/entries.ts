// SPDX-License-Identifier: MIT
// What the pages for growing keep; the library's pages keep theirs in the same way.
export * from "../../entries.ts";
