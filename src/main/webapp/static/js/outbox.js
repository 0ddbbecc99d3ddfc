// What one has said and what became of it.
//
// Plain text carries no ids. A message of ours comes back to us like to everybody else, so all we can do is guess: the
// oldest one still on its way with the very same text is taken to be it. When somebody else says the same at the same
// moment the guess may pick theirs; then theirs shows as ours and ours as theirs, and nothing is lost from view.

import { button, element, icon, text } from './texts.js';

const ECHO_MS = 10_000;
const COMMAND_CLOSE = '关闭';

/** Messages in order. States: waiting (for the line), sending (left, no echo yet), failed (nobody knows). */
export class Outbox {
  #connection;
  #log;
  #announce;
  #items = [];

  constructor(connection, log, announce) {
    this.#connection = connection;
    this.#log = log;
    this.#announce = announce;
    connection.addEventListener('state', (event) => this.#follow(event.detail));
  }

  say(body) {
    const item = { body, timer: 0, ...this.#log.add(body, { own: true }) };
    this.#items.push(item);
    this.#dispatch(item);
  }

  /** Returns whether a text that came was an echo of ours. */
  settle(body) {
    const item = this.#items.find((one) => one.state === 'sending' && one.body === body);
    if (!item) {
      return false;
    }
    this.#forget(item);
    item.bubble.classList.remove('is-sending');
    this.#log.stamp(item.meta);
    return true;
  }

  #follow({ state }) {
    if (state === 'open') {
      this.#items.filter((item) => item.state === 'waiting').forEach((item) => this.#dispatch(item));
    } else if (state !== 'connecting') {
      this.#items.filter((item) => item.state === 'sending').forEach((item) => this.#breakOff(item));
    }
  }

  #dispatch(item) {
    const left = this.#connection.send(item.body);
    this.#show(item, left ? 'sending' : 'waiting');
    if (left) {
      // The server may also refuse one message, too many at once for instance, and say so in words only.
      item.timer = setTimeout(() => this.#fail(item), ECHO_MS);
    }
  }

  #breakOff(item) {
    if (item.body === COMMAND_CLOSE && this.#connection.isStopped) {
      // Nobody echoes this one: the server did as it was told.
      this.#forget(item);
      item.bubble.classList.remove('is-sending');
      this.#log.stamp(item.meta);
    } else {
      this.#fail(item);
    }
  }

  #show(item, state) {
    item.state = state;
    item.bubble.classList.remove('is-failed');
    item.bubble.classList.add('is-sending');
    item.bubble.querySelector('.after')?.remove();
    item.meta.replaceChildren(icon('clock'), text(`msg.${state}`));
  }

  #fail(item) {
    clearTimeout(item.timer);
    item.state = 'failed';
    item.bubble.classList.replace('is-sending', 'is-failed');
    this.#log.stamp(item.meta);
    const again = button(text('msg.resend'), 'link-btn', () => this.#dispatch(item));
    const away = button(text('msg.delete'), 'link-btn is-danger', () => this.#remove(item));
    const words = element('span', {}, text('msg.failed'));
    item.bubble.append(element('div', { class: 'after' }, icon('alert'), words, again, away));
    this.#announce(text('msg.failed'));
  }

  #remove(item) {
    this.#forget(item);
    this.#log.remove(item.bubble);
    document.getElementById('text').focus();
  }

  #forget(item) {
    clearTimeout(item.timer);
    this.#items = this.#items.filter((one) => one !== item);
  }
}
