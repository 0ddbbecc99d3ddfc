// The log: days, bubbles, where one looks. Everything that came from people goes in as text, never as markup.

import { element, text } from './texts.js';

const NEWEST = 1000;
const AT_END_PX = 48;

const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', day: 'numeric', weekday: 'long' });

const dayOf = (when) => when.toDateString();

function dayName(when) {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayOf(when) === dayOf(new Date())) {
    return text('room.today');
  }
  return dayOf(when) === dayOf(yesterday) ? text('room.yesterday') : date.format(when);
}

/** Fires `unseen` with the count of messages below what one looks at. */
export class Log extends EventTarget {
  #root;
  #day = null;
  #unseen = 0;

  constructor(root) {
    super();
    this.#root = root;
    root.addEventListener('scroll', () => this.#isAtEnd() && this.#see(), { passive: true });
    root.addEventListener('keydown', (event) => this.#move(event));
  }

  /** A bubble at the end. Returns {bubble, meta}: its list item and the place for its time and state. */
  add(body, { own = false, at = new Date() } = {}) {
    const stay = !own && !this.#isAtEnd();
    const meta = element('span', { class: 'meta' });
    const paragraph = element('p', {}, body);
    if (/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f]{0,9}$/u.test(body)) {
      paragraph.className = 'big';
    }
    const line = element('div', { class: 'line' }, element('div', { class: 'bubble' }, paragraph), meta);
    const bubble = element('li', { class: `msg is-first is-last ${own ? 'is-own' : 'is-plain'}`, tabindex: '-1' }, line);
    this.#list(at).append(bubble);
    this.#trim();
    if (stay) {
      this.#unseen += 1;
      this.#tell();
    } else {
      this.toEnd();
    }
    return { bubble, meta };
  }

  /** Shows when it was said, in place of whatever stood beside the bubble. */
  stamp(meta, at = new Date()) {
    meta.replaceChildren(element('time', { datetime: at.toISOString() }, time.format(at)));
  }

  remove(bubble) {
    const section = bubble.closest('section');
    bubble.remove();
    this.#forget(section);
  }

  toEnd() {
    this.#root.scrollTop = this.#root.scrollHeight;
    this.#see();
  }

  #isAtEnd() {
    return this.#root.scrollHeight - this.#root.scrollTop - this.#root.clientHeight <= AT_END_PX;
  }

  #see() {
    this.#unseen = 0;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('unseen', { detail: { count: this.#unseen, atEnd: this.#isAtEnd() } }));
  }

  #list(at) {
    const last = this.#root.querySelector('section:last-of-type');
    if (last && this.#day === dayOf(at)) {
      return last.querySelector('ol');
    }
    this.#root.querySelector('[data-empty]')?.remove();
    // At midnight what was today is yesterday.
    for (const heading of this.#root.querySelectorAll('.day')) {
      heading.textContent = dayName(new Date(heading.dataset.at));
    }
    this.#day = dayOf(at);
    const id = `day-${at.getTime()}`;
    const list = element('ol');
    const heading = element('h2', { class: 'day', id, 'data-at': at.toISOString() }, dayName(at));
    this.#root.append(element('section', { 'aria-labelledby': id }, heading, list));
    return list;
  }

  #trim() {
    const bubbles = this.#root.getElementsByClassName('msg');
    while (bubbles.length > NEWEST) {
      this.remove(bubbles[0]);
    }
  }

  #forget(section) {
    if (section && !section.querySelector('.msg')) {
      section.remove();
      this.#day = null;
    }
  }

  #move(event) {
    const bubbles = [...this.#root.querySelectorAll('.msg')];
    const here = bubbles.indexOf(document.activeElement.closest('.msg'));
    const goal = { ArrowUp: here < 0 ? bubbles.length - 1 : here - 1, ArrowDown: here + 1, Home: 0, End: bubbles.length - 1 }[event.key];
    if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey || !bubbles[goal]) {
      return;
    }
    event.preventDefault();
    bubbles[goal].focus();
  }
}
