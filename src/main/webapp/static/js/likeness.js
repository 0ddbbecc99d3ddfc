// Whose names look alike. Names are free, so nobody may pass for another by a letter that only looks the same.

const LETTERS = new URL('../plugins/homoglyph/char_codes.txt', import.meta.url);
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Z}\p{C}]/gu;

export class Likeness {
  #letters = new Map();
  #people = new Map();
  #authors = new Map();

  /** Learns which letters look alike; until then only case, accents and width are seen through. */
  async load() {
    const answer = await fetch(LETTERS);
    if (answer.ok) {
      this.learn(await answer.text());
    }
  }

  /** The same from a table: a line for letters that look alike, in hexadecimal, with commas between. */
  learn(table) {
    for (const line of table.split('\n').filter((one) => one && !one.startsWith('#'))) {
      const letters = line.split(',').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
      letters.forEach((letter) => this.#letters.set(letter, letters[0]));
    }
    this.#authors.clear();
    this.#people.forEach((person) => this.#note(person));
  }

  /** Takes in that somebody is called so; answers whether others are told apart by more than their name now. */
  meet({ author, name }) {
    const known = `${author} ${name}`;
    if (!name || this.#people.has(known)) {
      return false;
    }
    this.#people.set(known, { author, name });
    return this.#note({ author, name });
  }

  /** Whether another author has a name that looks like this one. */
  isShared(name) {
    return Boolean(name) && [...this.#looks(name)].some((look) => this.#authors.get(look)?.size > 1);
  }

  #note({ author, name }) {
    for (const look of this.#looks(name)) {
      this.#authors.set(look, (this.#authors.get(look) ?? new Set()).add(author));
    }
    return this.isShared(name);
  }

  /** Twice, because a capital I looks like an l, and as a small letter it is an i. */
  #looks(name) {
    const plain = name.normalize('NFKD').replace(UNSEEN, '');
    const seen = (letters) => [...letters].map((letter) => this.#letters.get(letter) ?? letter).join('').toLowerCase();
    return new Set([seen(plain), seen(plain.toLowerCase())]);
  }
}
