// What days are called.

import { text } from './texts.js';

const date = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', day: 'numeric', weekday: 'long' });

/** The same for two moments of one day. */
export const dayOf = (when) => when.toDateString();

export function dayName(when) {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayOf(when) === dayOf(new Date())) {
    return text('room.today');
  }
  return dayOf(when) === dayOf(yesterday) ? text('room.yesterday') : date.format(when);
}
