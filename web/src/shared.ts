// SPDX-License-Identifier: MIT
// What another app shares with Trellis, as the service worker hands it to the page. Types only: the worker stands
// alone.

/** Empty texts where the other app gave none. */
export interface Shared {
  title: string;
  text: string;
  url: string;
  file: File | null;
}
