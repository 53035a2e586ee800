// SPDX-License-Identifier: MIT
// Where the focus goes when what had it is gone: a thing that moved, undo, the part of the page that it stood in. So the
// keyboard and a screen reader never start over at the top (WCAG 2.2, 2.4.3).
import { useEffect } from "preact/hooks";

/** Parts of a page that can take the focus in the place of what stood in them. */
const parts = "details, article, form, fieldset, section";
const controls = "summary, input, button, a";

/** Marks a thing by what it is, so that it is found again where it has moved to. */
export const focusKey = (id: string) => ({ "data-focus-key": id });

const elementOf = (id: string | undefined) =>
  id === undefined ? null : document.querySelector<HTMLElement>(`[data-focus-key="${id}"]`);

const undoButton = () => document.querySelector<HTMLElement>(".undo button");

/** Looks after the focus for as long as the component is shown. */
export function useKeepFocus(): void {
  useEffect(() => {
    const keeper = new FocusKeeper();
    const observer = new MutationObserver(() => keeper.look());
    observer.observe(document.body, { childList: true, subtree: true });
    const note = ({ target }: FocusEvent) => target instanceof HTMLElement && keeper.note(target);
    addEventListener("focusin", note);
    return () => {
      observer.disconnect();
      removeEventListener("focusin", note);
    };
  }, []);
}

class FocusKeeper {
  #last: HTMLElement | undefined;
  /** The parts around it, the closest first; known only while it is on the page. */
  #around: HTMLElement[] = [];
  #key: string | undefined;
  /** The way back that was offered already: it belongs to something else. */
  #undo: HTMLElement | null = null;
  /** True while the focus is where we have put it for want of something better. */
  #isStandIn = false;

  note(target: HTMLElement): void {
    this.#last = target;
    this.#isStandIn = false;
    this.#undo = undoButton();
    this.#around = [];
    let part = target.closest<HTMLElement>(parts);
    while (part) {
      this.#around.push(part);
      part = part.parentElement?.closest<HTMLElement>(parts) ?? null;
    }
    const key = target.closest<HTMLElement>("[data-focus-key]")?.dataset["focusKey"];
    // Undo brings back what was touched before.
    if (key !== undefined || !target.closest(".undo")) this.#key = key;
  }

  look(): void {
    if (this.#isStandIn) return this.#giveBack();
    if (!this.#last || this.#last.isConnected || document.activeElement !== document.body) return;
    const found = this.#moved() ?? this.#newUndo();
    const [key, undo] = [this.#key, this.#undo];
    (found ?? this.#standIn()).focus();
    if (found) return;
    this.#isStandIn = true;
    this.#key = key;
    this.#undo = undo;
  }

  /** What comes back a moment later takes the focus from the stand-in. */
  #giveBack(): void {
    (this.#newUndo() ?? this.#moved())?.focus();
  }

  #moved(): HTMLElement | null | undefined {
    return elementOf(this.#key)?.querySelector<HTMLElement>(controls);
  }

  #newUndo(): HTMLElement | null {
    const undo = undoButton();
    return undo === this.#undo ? null : undo;
  }

  #standIn(): HTMLElement {
    const part = this.#around.find(({ isConnected }) => isConnected);
    const place =
      part?.querySelector<HTMLElement>("summary, h2, h3, legend") ??
      document.querySelector<HTMLElement>("h1") ??
      document.body;
    if (place.tagName !== "SUMMARY") place.tabIndex = -1;
    return place;
  }
}
