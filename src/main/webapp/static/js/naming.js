// Where one says how one wants to be called. Fires `name` when that changes.

import { avatar, displayName } from './names.js';

export class Naming extends EventTarget {
  #identity;
  #form;
  #input;

  constructor(identity, form) {
    super();
    this.#identity = identity;
    this.#form = form;
    this.#input = form.querySelector('input');
    this.#input.value = identity.name;
    form.addEventListener('submit', (event) => this.#submit(event));
  }

  /** Shows who one is, once the server has said so. */
  show() {
    const me = { author: this.#identity.author, name: this.#identity.shown };
    for (const place of document.querySelectorAll('[data-me]')) {
      place.replaceChildren(avatar(me, 'avatar-sm'));
    }
    for (const place of document.querySelectorAll('[data-me-name]')) {
      place.textContent = displayName(me);
    }
  }

  #submit(event) {
    event.preventDefault();
    this.#form.closest('[popover]').hidePopover();
    const name = this.#input.value.normalize('NFC').trim();
    if (name !== this.#identity.name) {
      this.#identity.name = name;
      this.dispatchEvent(new Event('name'));
    }
  }
}
