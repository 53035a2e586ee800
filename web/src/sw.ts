// SPDX-License-Identifier: MIT
// Offline shell: keeps every file of one build and serves it before the network. The list of files is put in at build
// time (web/plugins/precache.ts), and another of files that are kept when they were used (sw-later.ts). Hands over
// what a person shares (sw-share.ts); keeps no answer and no text.
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { serveLater } from "./sw-later.ts";
import { mendShell } from "./sw-mend.ts";
import type { ShellFile } from "./sw-mend.ts";
import { receiveShares } from "./sw-share.ts";

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: ShellFile[];
  __TRELLIS_LATER: string[];
};

receiveShares();
serveLater(self.__TRELLIS_LATER);
const shell = self.__WB_MANIFEST;
precacheAndRoute(shell, { ignoreURLParametersMatching: [/./], cleanURLs: false });
mendShell(shell);
cleanupOutdatedCaches();

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
