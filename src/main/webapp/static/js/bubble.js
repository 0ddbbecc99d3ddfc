// One message as a list item. Everything that came from people goes in as text, never as markup.

import { avatar, displayName, shortId } from './names.js';
import { element, icon, text } from './texts.js';

const EMOJI_ONLY = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f]{0,9}$/u;

const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A message of the log; `own` ones stand on the other side and need no name. */
export function bubble(message, own) {
  const item = element('li', { class: `msg ${own ? 'is-own' : ''}`, tabindex: '-1' });
  if (!own) {
    const id = element('span', { class: 'tag', title: text('name.alike') }, shortId(message.author));
    item.append(avatar(message), element('div', { class: 'by' }, displayName(message), id));
  }
  item.append(element('div', { class: 'line' }, element('div', { class: 'bubble' }, element('p')), element('span', { class: 'meta' })));
  write(item, message, own);
  return item;
}

/** Puts what a message says now into its item. */
export function write(item, { text: words = '', at, edited = false, deleted = false }, own) {
  const paragraph = item.querySelector('p');
  paragraph.textContent = deleted ? text('msg.withdrawn') : words;
  paragraph.className = !deleted && EMOJI_ONLY.test(words) ? 'big' : '';
  item.classList.toggle('is-deleted', deleted);
  item.dataset.at = at;
  const parts = [element('time', { datetime: new Date(at).toISOString() }, time.format(new Date(at)))];
  if (edited && !deleted) {
    parts.unshift(element('span', {}, text('msg.edited')));
  }
  if (own && !deleted) {
    const stored = text('msg.stored');
    parts.push(element('span', { class: 'is-ok', role: 'img', 'aria-label': stored, title: stored }, icon('check')));
  }
  item.querySelector('.meta').replaceChildren(...parts);
}
