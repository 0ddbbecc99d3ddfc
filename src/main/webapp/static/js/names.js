// How people are called and told apart.

import { element, text } from './texts.js';

const HUES = 8;
const SHORT = 4;

/** What others read: the name somebody chose, else that it is a guest, and which. Ids begin with `g_`. */
export function displayName({ author, name }) {
  return name || text('name.guest', { id: author.slice(2, 2 + SHORT) });
}

/** What tells somebody from whoever has the same name: the number of a user, the beginning of a guest's id. */
export function shortId(author) {
  const id = author.slice(author.indexOf('_') + 1);
  return `#${author.startsWith('g_') ? id.slice(0, SHORT) : id}`;
}

/** The one character that stands for a name: Chinese names are told apart by their end, others by their start. */
export function initial(name) {
  const letters = [...name];
  const last = letters.at(-1) ?? '';
  return (/\p{Script=Han}/u.test(last) ? last : letters[0] ?? '').toUpperCase();
}

/** One of the avatar colours, 1 to 8, always the same for the same author. */
export function hue(author) {
  let sum = 0;
  for (const letter of author) {
    sum = (sum * 31 + letter.codePointAt(0)) % 65_536;
  }
  return 1 + (sum % HUES);
}

export function avatar(person, size = '') {
  const letter = initial(person.name || person.author.slice(2).replace(/[-_]/g, ''));
  return element('span', { class: `avatar h${hue(person.author)} ${size}`.trim(), 'aria-hidden': 'true' }, letter);
}
