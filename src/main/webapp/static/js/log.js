// The log: what the group's stream says, in its order, under days, and where one looks.

import { bubble, write } from './bubble.js';
import { dayName, dayOf } from './days.js';
import { displayName } from './names.js';
import { element } from './texts.js';

const NEWEST = 1000;
const AT_END_PX = 48;
const TOGETHER_MS = 5 * 60_000;
// Readers look at a page a little after it has changed.
const HUSH_MS = 500;

/** Fires `unseen` with {count, atEnd}: the messages below what one looks at. */
export class Log extends EventTarget {
  #root;
  #pending;
  #likeness;
  #items = new Map();
  #latest = 0;
  #unseen = 0;
  #counting = true;
  #hush = 0;

  /** Its element, the list at its end that stays below everything, and who knows whose names look alike. */
  constructor(root, pending, likeness) {
    super();
    this.#root = root;
    this.#pending = pending;
    this.#likeness = likeness;
    root.addEventListener('scroll', () => this.#isAtEnd() && this.#see(), { passive: true });
    root.addEventListener('keydown', (event) => this.#move(event));
  }

  /** While it is quiet, nothing that is put in is read out or counted as new. */
  quiet(quiet) {
    clearTimeout(this.#hush);
    this.#counting = !quiet;
    if (quiet) {
      this.#aloud(false);
    } else {
      // Only now one knows that there is nothing.
      this.#root.querySelector('[data-empty]')?.toggleAttribute('hidden', false);
      this.#hush = setTimeout(() => this.#aloud(true), HUSH_MS);
    }
  }

  /** Does something that adds to the log, and stays at its end if one was there. */
  change(action) {
    const follow = this.#isAtEnd();
    action();
    if (follow) {
      this.toEnd();
    } else {
      this.#tell();
    }
  }

  /** Shows a message at its offset, or what has become of one that is shown already. */
  show(message, own) {
    const known = this.#items.get(message.offset);
    if (known) {
      this.#rewrite(known, message);
      return;
    }
    const entry = { message, own, item: bubble(message, own) };
    this.#items.set(message.offset, entry);
    entry.item.dataset.by = own ? message.author : `${message.author} ${message.name}`;
    this.#place(entry.item, message);
    if (this.#likeness.meet({ author: message.author, name: displayName(message) })) {
      this.tellApart();
    } else {
      this.#markShared(entry);
    }
    this.#latest = Math.max(this.#latest, message.offset);
    this.#unseen += this.#counting && !own ? 1 : 0;
    this.#trim();
  }

  /** Shows what has become of a message, if it is here. */
  alter(offset, changes) {
    const entry = this.#items.get(offset);
    if (entry) {
      this.#rewrite(entry, changes);
    }
  }

  /** Shows by more than their names who they are whose names look alike. */
  tellApart() {
    this.#items.forEach((entry) => this.#markShared(entry));
  }

  /** A line between messages that says what happened. */
  note(words, at = new Date()) {
    this.#section(at).append(element('p', { class: 'event' }, words));
  }

  /** From here on offsets mean something else. */
  beginAnew() {
    this.#items.clear();
    this.#latest = 0;
  }

  toEnd() {
    this.#root.scrollTop = this.#root.scrollHeight;
    this.#see();
  }

  #markShared({ message, item }) {
    item.querySelector('.by')?.classList.toggle('is-shared', this.#likeness.isShared(displayName(message)));
  }

  #aloud(aloud) {
    this.#root.setAttribute('aria-busy', !aloud);
    this.#root.setAttribute('aria-live', aloud ? 'polite' : 'off');
  }

  #rewrite(entry, changes) {
    entry.message = { ...entry.message, ...changes };
    write(entry.item, entry.message, entry.own);
  }

  #place(item, { offset, at }) {
    if (offset > this.#latest) {
      this.#list(new Date(at)).append(item);
    } else {
      const later = Math.min(...[...this.#items.keys()].filter((one) => one > offset));
      this.#items.get(later).item.before(item);
    }
    const next = item.nextElementSibling;
    join(item.previousElementSibling, item);
    item.classList.add('is-last');
    if (next) {
      join(item, next);
    }
  }

  /** The list that what comes now goes into. */
  #list(at) {
    const section = this.#section(at);
    if (section.lastElementChild.matches('ol')) {
      return section.lastElementChild;
    }
    const list = element('ol');
    section.append(list);
    return list;
  }

  #section(at) {
    const last = this.#root.querySelector(':scope > section:last-of-type');
    if (last?.dataset.day === dayOf(at)) {
      return last;
    }
    this.#root.querySelector('[data-empty]')?.remove();
    // At midnight what was today is yesterday.
    for (const heading of this.#root.querySelectorAll('.day')) {
      heading.textContent = dayName(new Date(heading.dataset.at));
    }
    const id = `day-${this.#root.querySelectorAll('section').length}-${at.getTime()}`;
    const heading = element('h2', { class: 'day', id, 'data-at': at.toISOString() }, dayName(at));
    const section = element('section', { 'aria-labelledby': id, 'data-day': dayOf(at) }, heading);
    this.#pending.before(section);
    return section;
  }

  #trim() {
    while (this.#items.size > NEWEST) {
      const [offset, { item }] = this.#items.entries().next().value;
      this.#items.delete(offset);
      const section = item.closest('section');
      item.remove();
      if (!section.querySelector('.msg')) {
        section.remove();
      }
    }
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

/** Bubbles of one author that came soon after each other stand together, under one name. */
function join(before, item) {
  const together =
    before?.matches('.msg') &&
    before.dataset.by === item.dataset.by &&
    new Date(item.dataset.at) - new Date(before.dataset.at) < TOGETHER_MS;
  item.classList.toggle('is-first', !together);
  before?.classList.toggle('is-last', !together);
}
