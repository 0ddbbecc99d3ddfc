// Whether one may write here, which may change without a word: a restriction is over when its time is up.

export const EVERY_MS = 30_000;
export const SOON_MS = 1_000;

/** Asks again and again while one may not write; when it is known until when, not before, and soon after. */
export class Standing {
  #ask;
  #timers;
  #now;
  #timer = 0;
  #waiting = false;
  #until = Infinity;

  constructor(ask, timers = globalThis, now = Date.now) {
    this.#ask = ask;
    this.#timers = timers;
    this.#now = now;
  }

  /** A moderator has restricted us until a time, or without one. */
  restricted(until) {
    this.#until = until ? Date.parse(until) : Infinity;
    this.#arm();
  }

  /** The server has said whether we may write. */
  told(allowed) {
    this.#waiting = !allowed;
    this.#arm();
  }

  /** There is nobody to ask. */
  stop() {
    this.told(true);
  }

  #arm() {
    this.#timers.clearTimeout(this.#timer);
    if (this.#waiting) {
      // Clocks differ, and what we know may be old: asks at least every half minute.
      const delay = Math.min(EVERY_MS, Math.max(SOON_MS, this.#until - this.#now()));
      this.#timer = this.#timers.setTimeout(() => this.#ask(), delay);
    }
  }
}
