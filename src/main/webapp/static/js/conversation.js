// Brings together what the group's stream says and what one has said oneself, so that each message is shown once.
//
// One's own message comes twice: as an event and as the answer that names its offset, and nobody knows which comes
// first. An event that looks like what is on its way waits for the answer, a moment; the offset then says whether it is.

import { displayName } from './names.js';
import { text } from './texts.js';

export class Conversation {
  #identity;
  #log;
  #pending;
  #outbox;
  #held = [];

  constructor(identity, { log, pending, outbox }) {
    this.#identity = identity;
    this.#log = log;
    this.#pending = pending;
    this.#outbox = outbox;
    outbox.addEventListener('change', ({ detail }) => this.#changed(detail));
    outbox.addEventListener('stored', ({ detail }) => log.change(() => this.#stored(detail)));
    outbox.addEventListener('gone', ({ detail }) => pending.remove(detail));
  }

  /** Takes in an event of the group's stream. */
  apply(event) {
    if (event.type === 'message') {
      this.#hear(event);
    } else if (event.type === 'edited') {
      this.#alter(event.target, { text: event.text, edited: true });
    } else if (event.type === 'deleted') {
      this.#alter(event.target, { text: '', deleted: true });
    } else if (event.type === 'moderated') {
      const who = event.subject === this.#identity.author ? text('name.you') : displayName({ author: event.subject });
      this.#log.note(text(`room.${event.action}`, { name: who }), new Date(event.at));
    }
  }

  /** Some of the stream is skipped. */
  skip({ count, anew }) {
    if (anew) {
      this.#log.beginAnew();
    }
    this.#log.note(anew ? text('room.gap.anew') : text('room.gap', { n: count }));
  }

  #hear(message) {
    if (message.author === this.#identity.author && this.#outbox.isSending(message.text)) {
      this.#held.push({ event: { ...message }, said: message.text });
    } else {
      this.#show(message);
    }
  }

  /** What is not shown yet is changed all the same. */
  #alter(target, changes) {
    const held = this.#held.find(({ event }) => event.offset === target);
    if (held) {
      Object.assign(held.event, changes);
    } else {
      this.#log.alter(target, changes);
    }
  }

  #stored({ message, offset }) {
    this.#pending.remove(message);
    const ours = this.#held.find(({ event }) => event.offset === offset);
    this.#held = this.#held.filter((one) => one !== ours);
    const { author, name } = this.#identity;
    this.#show(ours?.event ?? { offset, author, name, text: message.text, at: new Date().toISOString() });
    this.#release();
  }

  #changed(message) {
    this.#log.change(() => this.#pending.show(message));
    if (message.state !== 'sending') {
      this.#log.change(() => this.#release());
    }
  }

  /** What waited for an answer that will not come is somebody's all the same: another tab's of ours. */
  #release() {
    const held = this.#held.filter(({ said }) => !this.#outbox.isSending(said));
    this.#held = this.#held.filter((one) => !held.includes(one));
    held.forEach(({ event }) => this.#show(event));
  }

  #show(message) {
    this.#log.show(message, message.author === this.#identity.author);
  }
}
