// Texts that outlive the page, as far as the browser lets us.

/** Never throws: what the browser refuses to keep (no storage, no room) is remembered until the page goes. */
export class Store {
  #area = null;
  #own = new Map();

  /** Where to keep them: a function, because some browsers throw when the area is only named. */
  constructor(area) {
    try {
      this.#area = area();
    } catch {
      // Then this page remembers them.
    }
  }

  get(key) {
    return this.#own.get(key) ?? this.#try((area) => area.getItem(key)) ?? null;
  }

  set(key, value) {
    this.#own.set(key, value);
    this.#try((area) => area.setItem(key, value));
  }

  remove(key) {
    this.#own.delete(key);
    this.#try((area) => area.removeItem(key));
  }

  #try(action) {
    try {
      return this.#area && action(this.#area);
    } catch {
      return null;
    }
  }
}
