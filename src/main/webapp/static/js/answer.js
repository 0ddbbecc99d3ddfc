// The pane with the answer. Whatever the server says becomes text, never markup.

import { jsonParts } from './json.js';
import { element, text } from './texts.js';

const MARKS = { 2: 'is-ok', 4: 'is-warn', 5: 'is-danger' };

export class Answer {
  constructor(pane) {
    this.status = pane.querySelector('[data-status]');
    this.hint = pane.querySelector('[data-hint]');
    this.body = pane.querySelector('[data-answer-body]');
    this.headers = pane.querySelector('[data-answer-headers]');
    this.took = pane.querySelector('[data-took]');
    this.bytes = pane.querySelector('[data-bytes]');
    this.parts = pane.querySelectorAll('[data-answer-part], [data-copy]');
  }

  waiting() {
    this.mark('', text('ex.sending'));
  }

  show(answer) {
    if (answer.redirected) {
      this.tell(text('ex.redirected'), text('ex.redirected.words'));
      return;
    }
    const mark = MARKS[Math.trunc(answer.status / 100)] ?? '';
    this.mark(mark, `${answer.status} ${answer.reason}`.trim());
    const parts = jsonParts(answer.text) ?? [['', answer.text || text('ex.nobody')]];
    this.body.replaceChildren(...parts.map(([kind, part]) => (kind ? element('span', { class: kind }, part) : part)));
    this.headers.textContent = answer.headers.map((pair) => pair.join(': ')).join('\n');
    this.took.textContent = text('ex.took', { n: answer.took });
    this.bytes.textContent = text('ex.bytes', { n: answer.bytes });
    this.reveal(true);
  }

  /** Words instead of an answer. */
  tell(title, words) {
    this.mark('is-warn', title);
    this.hint.textContent = words;
    this.reveal(false);
  }

  reveal(shown) {
    this.hint.hidden = shown;
    for (const part of this.parts) {
      part.hidden = !shown;
    }
  }

  mark(kind, words) {
    this.status.className = `status ${kind}`;
    this.status.replaceChildren(...(kind ? [element('span', { class: `dot ${kind}` })] : []), words);
  }
}
