// SPDX-License-Identifier: MIT
// Offline shell: keeps every file of one build and serves it before the network. The list of files is put in at build
// time (web/plugins/precache.ts). Holds no answers and sees no text: those never leave the page and its worker.
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./], cleanURLs: false });
cleanupOutdatedCaches();

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
