// Where a message is written. Fires `say` with its text and `toggle` when the line is to be closed or opened.

import { text } from './texts.js';

const utf8 = new TextEncoder();

export class Composer extends EventTarget {
  #form;
  #input;
  #maxBytes;

  constructor(form, maxBytes) {
    super();
    this.#form = form;
    this.#input = form.querySelector('textarea');
    this.#maxBytes = maxBytes;
    form.addEventListener('submit', (event) => this.#submit(event));
    form.querySelector('[data-close]').addEventListener('click', () => this.dispatchEvent(new Event('toggle')));
    this.#input.addEventListener('keydown', (event) => this.#press(event));
    this.#input.addEventListener('input', () => this.#complain(''));
  }

  focus() {
    this.#input.focus();
  }

  /** Whether a message can be sent or will be when the line is back. */
  enable(enabled) {
    this.#form.querySelector('[data-send]').disabled = !enabled;
    this.#form.querySelector('[data-close]').textContent = text(enabled ? 'compose.close' : 'conn.again');
  }

  #press(event) {
    // An input method confirms its choice with Enter, too: that one is not for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  }

  #submit(event) {
    event.preventDefault();
    const body = this.#input.value;
    const bytes = utf8.encode(body).length;
    if (!body.trim() || this.#form.querySelector('[data-send]').disabled) {
      return;
    }
    if (bytes > this.#maxBytes) {
      this.#complain(text('compose.toolong', { n: bytes, m: this.#maxBytes }));
      return;
    }
    this.#input.value = '';
    this.dispatchEvent(new CustomEvent('say', { detail: body }));
    this.focus();
  }

  #complain(words) {
    this.#form.querySelector('[data-error]').textContent = words;
    this.#input.toggleAttribute('aria-invalid', words !== '');
  }
}
