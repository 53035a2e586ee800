// SPDX-License-Identifier: MIT
// Goes to a place on the same page, as a link to it would, without touching the address.

/** Moves the focus to the element with this id and brings it into view. */
export function reveal(id: string): void {
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "start" });
}
