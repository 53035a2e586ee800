// SPDX-License-Identifier: MIT
// The end of a guest's session: everything lived in this page's memory, so a new page is all it takes.
import { forgetSession, startAnew } from "./profiles.ts";

/** Minutes without a touch after which a guest's session ends by itself. */
export const guestMinutes = 5;

/** Clears everything and starts anew, for whoever comes next. */
export function finishGuest(): void {
  forgetSession();
  startAnew();
}
