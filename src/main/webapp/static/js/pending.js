// What one has said and is not stored yet: the outbox, below the log.

import { button, element, hasText, icon, text } from './texts.js';

export class Pending {
  #list;
  #outbox;
  #items = new Map();
  #announce;

  constructor(list, outbox, announce) {
    this.#list = list;
    this.#outbox = outbox;
    this.#announce = announce;
    outbox.messages.forEach((message) => this.show(message));
  }

  /** Shows a message as it is now. */
  show(message) {
    const item = this.#items.get(message) ?? this.#make(message);
    item.classList.toggle('is-sending', message.state !== 'failed');
    item.classList.toggle('is-failed', message.state === 'failed');
    item.querySelector('.after')?.remove();
    const meta = item.querySelector('.meta');
    if (message.state === 'failed') {
      meta.replaceChildren();
      this.#fail(item, message);
    } else {
      meta.replaceChildren(icon('clock'), text(this.#stateKey(message)));
    }
    // One that is sent again goes behind the others.
    const last = this.#outbox.messages.at(-1);
    if (message === last && this.#list.lastElementChild !== item) {
      this.#list.append(item);
    }
  }

  /** Takes one away that is stored or given up. */
  remove(message) {
    this.#items.get(message)?.remove();
    this.#items.delete(message);
  }

  #make(message) {
    const line = element('div', { class: 'line' }, element('div', { class: 'bubble' }, element('p', {}, message.text)), element('span', { class: 'meta' }));
    const item = element('li', { class: 'msg is-own is-first is-last', tabindex: '-1' }, line);
    this.#items.set(message, item);
    this.#list.append(item);
    return item;
  }

  #fail(item, message) {
    const key = `msg.refused.${message.code.replaceAll('_', '')}`;
    const why = text(hasText(key) ? key : 'msg.refused.other', { code: message.code });
    const again = button(text('msg.resend'), 'link-btn', () => {
      item.focus();
      this.#outbox.again(message);
    });
    const away = button(text('msg.delete'), 'link-btn is-danger', () => {
      document.getElementById('text').focus();
      this.#outbox.drop(message);
    });
    item.append(element('div', { class: 'after' }, icon('alert'), element('span', {}, why), again, away));
    this.#announce(why);
  }

  #stateKey({ state, code }) {
    if (code) {
      return 'msg.retrying';
    }
    return state === 'sending' || this.#outbox.isReady ? 'msg.sending' : 'msg.waiting';
  }
}
