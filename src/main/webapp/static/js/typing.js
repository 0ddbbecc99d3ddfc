// Who is writing just now, and that we are.

import { displayName } from './names.js';
import { text } from './texts.js';

// The server forgets after six seconds who does not say so again.
const AGAIN_MS = 3_000;

export class Typing {
  #place;
  #send;
  #said = -AGAIN_MS;

  /** The line for it, and what sends a command. */
  constructor(place, send) {
    this.#place = place;
    this.#send = send;
  }

  /** Tells the others, not with every letter. */
  tell(on) {
    const now = performance.now();
    if (on === now - this.#said < AGAIN_MS) {
      return;
    }
    this.#said = on && this.#send({ type: 'typing', on }) ? now : -AGAIN_MS;
    if (!on) {
      this.#send({ type: 'typing', on });
    }
  }

  show(people) {
    this.#place.hidden = people.length === 0;
    if (people.length > 0) {
      const [a, b] = people.map(displayName);
      const key = ['typing.one', 'typing.two'][people.length - 1] ?? 'typing.many';
      this.#place.querySelector('[data-typing-text]').textContent = text(key, { a, b, n: people.length });
    }
  }
}
