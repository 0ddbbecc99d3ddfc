// Whether somebody is still at the other end. Browsers see no ping frames, so a page has to ask in words.

export const EVERY_MS = 25_000;
export const PATIENCE_MS = 10_000;

/** Asks after a silence, and calls `dead` when nothing comes back. Whatever is heard counts as an answer. */
export class Heartbeat {
  #ask;
  #dead;
  #timers;
  #timer = 0;

  constructor(ask, dead, timers = globalThis) {
    this.#ask = ask;
    this.#dead = dead;
    this.#timers = timers;
  }

  /** The line is there, or something came over it. */
  heard() {
    this.#set(() => this.probe(), EVERY_MS);
  }

  /** Asks now. */
  probe() {
    this.#set(() => this.#dead(), PATIENCE_MS);
    this.#ask();
  }

  stop() {
    this.#timers.clearTimeout(this.#timer);
  }

  #set(then, delay) {
    this.stop();
    this.#timer = this.#timers.setTimeout(then, delay);
  }
}
