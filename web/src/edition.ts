// SPDX-License-Identifier: MIT
// Which of the two editions this is: Trellis from a web server, or all of it in one file (web/one-file.config.ts).

/** True in trellis.html: no server, no service worker, nothing kept; PDF files and passphrases are left out. */
export const isOneFile: boolean = import.meta.env.MODE === "one-file";
