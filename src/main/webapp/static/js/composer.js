// Where a message is written. Fires `say` with its text, `typing` with whether one is writing, and `toggle` when the line
// is to be closed or opened.

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
    this.#input.addEventListener('input', () => this.#typed());
  }

  focus() {
    this.#input.focus();
  }

  /** Whether a message can be sent or will be when the line is back. */
  enable(enabled) {
    this.#form.querySelector('[data-send]').disabled = !enabled;
    this.#form.querySelector('[data-close]').textContent = text(enabled ? 'compose.close' : 'conn.again');
  }

  /** Says below the text that one may not write here, or takes it back. */
  allow(allowed) {
    this.#form.querySelector('[data-note]').textContent = allowed ? '' : text('compose.notallowed');
  }

  #typed() {
    this.#complain('');
    this.#fire('typing', this.#input.value !== '');
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
    const body = clean(this.#input.value);
    const bytes = utf8.encode(body).length;
    if (!body.trim() || this.#form.querySelector('[data-send]').disabled) {
      return;
    }
    if (bytes > this.#maxBytes) {
      this.#complain(text('compose.toolong', { n: bytes, m: this.#maxBytes }));
      return;
    }
    this.#input.value = '';
    this.#fire('typing', false);
    this.#fire('say', body);
    this.focus();
  }

  #complain(words) {
    this.#form.querySelector('[data-error]').textContent = words;
    this.#input.toggleAttribute('aria-invalid', words !== '');
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Without what no message may have and nobody can see: U+0000 and halves of characters. */
function clean(typed) {
  return typed.replace(/\0|\p{Surrogate}/gu, '');
}
