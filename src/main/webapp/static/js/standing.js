// Whether one may write here, which may change without a word: a restriction is over when its time is up.

export const EVERY_MS = 30_000;
export const SOON_MS = 1_000;

/**
 * Asks again and again while one is restricted; when it is known until when, not before, and soon after, then less and
 * less often.
 */
export class Standing {
  #ask;
  #timers;
  #now;
  #timer = 0;
  #waiting = false;
  #until = Infinity;
  #pause = EVERY_MS;

  constructor(ask, timers = globalThis, now = Date.now) {
    this.#ask = ask;
    this.#timers = timers;
    this.#now = now;
  }

  /** A moderator has restricted us until a time, or without one. */
  restricted(until) {
    this.#until = until ? Date.parse(until) : Infinity;
    this.#pause = until ? SOON_MS : EVERY_MS;
    this.#arm();
  }

  /** The server has said whether we are restricted. */
  told(restricted) {
    this.#waiting = restricted;
    this.#arm();
  }

  /** There is nobody to ask. */
  stop() {
    this.told(false);
  }

  #arm() {
    this.#timers.clearTimeout(this.#timer);
    if (this.#waiting) {
      // Clocks differ, and what we know may be old: asks at least every half minute.
      const left = this.#until - this.#now();
      const delay = Math.min(EVERY_MS, Math.max(this.#pause, left));
      this.#pause = left > 0 ? this.#pause : Math.min(EVERY_MS, 2 * this.#pause);
      this.#timer = this.#timers.setTimeout(() => this.#ask(), delay);
    }
  }
}
