// What state the line is in: the words in the head, and above the log what to do about it.

import { button, element, hasText, icon, text } from './texts.js';

const HEADS = {
  connecting: ['conn.connecting', 'is-off'],
  open: ['conn.open', 'is-ok'],
  waiting: ['conn.retrying', 'is-warn'],
  closed: ['conn.closed', 'is-off'],
  refused: ['conn.closed', 'is-off'],
};

// The server knows us better by now, or will in a moment: nothing that one has to be told.
const CHANGED = 4006;
const SIGNED_OUT = 4504;

export class Banner {
  #connection;
  #signIn;
  #isUser;
  #place = document.querySelector('[data-banner]');
  #head = document.querySelector('[data-state]');
  #shown = '';

  /** Where one signs in, and whether one has. */
  constructor(connection, signIn, isUser) {
    this.#connection = connection;
    this.#signIn = signIn;
    this.#isUser = isUser;
    connection.addEventListener('state', (event) => this.#show(event.detail));
  }

  /** The line is there, but the group cannot be opened yet. */
  delay() {
    this.#put('delayed', 'clock', text('conn.delayed'));
  }

  /** The group is open. */
  enter() {
    this.#clear();
  }

  #show(detail) {
    const [key, colour] = HEADS[detail.state === 'connecting' && detail.attempt > 0 ? 'waiting' : detail.state];
    this.#head.className = `state ${colour === 'is-ok' ? '' : colour}`;
    this.#head.querySelector('.dot').className = `dot ${colour}`;
    const words = this.#head.querySelector('[data-state-text]');
    if (words.textContent !== text(key)) {
      words.textContent = text(key);
    }
    this.#fill(detail);
  }

  #fill(detail) {
    if (detail.state === 'waiting' && detail.code === CHANGED) {
      this.#clear();
    } else if (detail.state === 'waiting') {
      this.#lost(detail);
    } else if (detail.state === 'closed') {
      this.#put('closed', 'power', text(detail.byUs ? 'conn.byyou' : 'conn.byserver'));
    } else if (detail.state === 'refused') {
      this.#refused(detail.code);
    } else if (detail.state === 'open' || detail.attempt === 0) {
      this.#clear();
    }
  }

  #refused(code) {
    const key = `conn.refused.${String(code).replaceAll('_', '')}`;
    const words = [text(hasText(key) ? key : 'conn.refused.other', { n: code })];
    if (code === SIGNED_OUT || (code === 'not_allowed' && !this.#isUser())) {
      words.push(' ', element('a', { href: this.#signIn }, text('conn.signin')));
    }
    this.#put('refused', 'alert', ...words);
  }

  #clear() {
    this.#shown = '';
    this.#place.replaceChildren();
  }

  /** Said once; only the seconds tick, and those are not read out. */
  #lost({ seconds, attempt, code }) {
    if (this.#shown !== 'lost') {
      const ticking = element('span', { 'aria-hidden': 'true', 'data-ticking': '' });
      const why = `conn.lost.${code}`;
      const words = element('b', {}, text(hasText(why) ? why : 'conn.lost'));
      this.#put('lost', 'retry', words, ticking, text('conn.lost.rest'));
    }
    this.#place.querySelector('[data-ticking]').textContent = text('conn.lost.ticking', { s: seconds, n: attempt });
  }

  #put(shown, symbol, ...words) {
    this.#shown = shown;
    const lost = shown === 'lost';
    const act = button(text(lost ? 'conn.now' : 'conn.again'), 'btn btn-sm', () =>
      lost ? this.#connection.hurry() : this.#connection.open(),
    );
    const line = element('div', { class: 'banner' }, icon(symbol), element('span', { class: 'grow' }, ...words), act);
    this.#place.replaceChildren(line);
  }
}
