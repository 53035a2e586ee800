// SPDX-License-Identifier: MIT
// Notices that nobody has touched the device for a while: a protected store is locked then, and a guest session ends.
// Says so a minute before, for people who need more time (WCAG 2.2, 2.2.1: at least 20 seconds, by any touch or key).
import { signal } from "@preact/signals";

/** Seconds left before what was announced happens; null while somebody is here. */
export const secondsLeft = signal<number | null>(null);

const warnFor = 60;
const second = 1000;
// A screen reader may press a button with a click and nothing before it, and moves the focus without a key.
const signs = [
  "pointerdown",
  "keydown",
  "input",
  "scroll",
  "touchstart",
  "click",
  "focusin",
] as const;

/**
 * Calls `leave` once nobody has done anything for `minutes`, the last one of which is announced. Time passes while
 * the page is hidden, too.
 * @returns a function that ends the watch
 */
export function watchIdle(minutes: number, leave: () => void): () => void {
  let lastSign = Date.now();
  const note = () => {
    lastSign = Date.now();
    secondsLeft.value = null;
  };
  const look = () => {
    const left = Math.ceil(minutes * 60 - (Date.now() - lastSign) / second);
    secondsLeft.value = left <= warnFor ? Math.max(left, 0) : null;
    if (left > 0) return;
    stop();
    leave();
  };
  const timer = setInterval(look, second);
  const stop = () => {
    clearInterval(timer);
    secondsLeft.value = null;
    for (const sign of signs) removeEventListener(sign, note, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
  for (const sign of signs) addEventListener(sign, note, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return stop;
}
