// SPDX-License-Identifier: MIT
// One call at a time, and only the newest of those that wait: for answers that follow what a person is typing.

/** A newer call took the place of this one before it was sent. Nothing is wrong and nothing needs to be said. */
export class Superseded extends Error {}

export class Latest {
  #isBusy = false;
  #waiting: { send: () => void; drop: () => void } | undefined;

  /** Runs `send` now, or when the one under way has ended and nothing newer has come. @throws Superseded */
  run<T>(send: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        this.#isBusy = true;
        send().then(resolve, reject).finally(() => this.#end());
      };
      if (!this.#isBusy) return turn();
      this.#waiting?.drop();
      this.#waiting = { send: turn, drop: () => reject(new Superseded("a newer call took its place")) };
    });
  }

  #end(): void {
    this.#isBusy = false;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.send();
  }
}
