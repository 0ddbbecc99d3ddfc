// What one has said and what has become of it. One message is on its way at a time, the others wait in their order.
//
// Each has a key that it keeps whatever happens: the server stores a key once, so sending again is always right until an
// answer came. It is also the id of the command, so an answer that comes late, to an earlier try, counts as well.

import { pause } from './backoff.js';

const REPLY_MS = 20_000;

/**
 * Messages are {key, text, at, state, code}: `waiting` (for their turn or the line), `sending`, `failed` (the server
 * will not have it; the code says why). Fires `change` with a message, `stored` with {message, offset} and `gone` with a
 * message after it is no longer here.
 */
export class Outbox extends EventTarget {
  #send;
  #store;
  #place;
  #timers;
  #messages;
  #flying = null;
  #ready = false;
  #attempt = 0;
  #timer = 0;

  /** Sends by `send(command)`, which says whether the command left; keeps what waits in a store under a name. */
  constructor(send, store, place, timers = globalThis) {
    super();
    this.#send = send;
    this.#store = store;
    this.#place = place;
    this.#timers = timers;
    this.#messages = kept(store.get(place));
  }

  /** What is not stored yet, oldest first. */
  get messages() {
    return [...this.#messages];
  }

  /** Whether messages leave, or would if they were next. */
  get isReady() {
    return this.#ready;
  }

  /** Whether a message with this text is on its way. */
  isSending(text) {
    return this.#flying?.text === text;
  }

  say(text) {
    const message = { key: crypto.randomUUID(), text, at: Date.now() };
    this.#messages.push(message);
    this.#become(message, 'waiting');
    this.#next();
  }

  /** Commands can be sent. */
  ready() {
    this.#turn(true);
    this.#next();
  }

  /** They can not. Nobody knows whether what was on its way has arrived: it waits to be sent again. */
  broken() {
    this.#attempt = 0;
    this.#land('waiting');
    this.#turn(false);
  }

  /** Takes an `ack` or an `error` if it is about a message of ours. */
  take(reply) {
    const message = this.#messages.find((one) => one.key === reply.id);
    if (!message) {
      return;
    }
    if (reply.type === 'ack') {
      this.#attempt = 0;
      this.#forget(message);
      this.#fire('stored', { message, offset: reply.offset });
    } else if (message !== this.#flying) {
      return;
    } else if (reply.temporary) {
      this.#later(reply.code);
    } else {
      this.#land('failed', reply.code);
    }
    this.#next();
  }

  /** Sends one that failed once more, after all that waits. */
  again(message) {
    if (message.state !== 'failed') {
      return;
    }
    this.#messages = this.#messages.filter((one) => one !== message);
    this.#messages.push(message);
    // Nothing was stored under its key, but something else may be.
    message.key = crypto.randomUUID();
    this.#become(message, 'waiting');
    this.#next();
  }

  /** Gives up one that failed. */
  drop(message) {
    if (message.state === 'failed') {
      this.#forget(message);
      this.#fire('gone', message);
    }
  }

  #turn(ready) {
    this.#ready = ready;
    this.#messages.filter((one) => one.state === 'waiting').forEach((one) => this.#become(one, 'waiting'));
  }

  #next() {
    const message = this.#messages.find((one) => one.state === 'waiting');
    // A timer runs while one is on its way, and while there is a pause.
    if (!message || !this.#ready || this.#timer) {
      return;
    }
    const { key, text } = message;
    if (this.#send({ type: 'publish', id: key, key, text })) {
      this.#flying = message;
      this.#timer = this.#timers.setTimeout(() => this.#later('silent'), REPLY_MS);
      this.#become(message, 'sending');
    }
  }

  #later(code) {
    this.#land('waiting', code);
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = 0;
      this.#next();
    }, pause(this.#attempt));
    this.#attempt += 1;
  }

  /** Nothing is on its way any more. */
  #land(state, code) {
    const message = this.#flying;
    this.#flying = null;
    this.#timers.clearTimeout(this.#timer);
    this.#timer = 0;
    if (message) {
      this.#become(message, state, code);
    }
  }

  #forget(message) {
    if (message === this.#flying) {
      this.#flying = null;
      this.#timers.clearTimeout(this.#timer);
      this.#timer = 0;
    }
    this.#messages = this.#messages.filter((one) => one !== message);
    this.#keep();
  }

  #become(message, state, code) {
    message.state = state;
    message.code = code;
    this.#keep();
    this.#fire('change', message);
  }

  #keep() {
    if (this.#messages.length > 0) {
      this.#store.set(this.#place, JSON.stringify(this.#messages));
    } else {
      this.#store.remove(this.#place);
    }
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** What an earlier page of this tab left behind. */
function kept(json) {
  try {
    return JSON.parse(json ?? '[]')
      .filter(({ key, text, at }) => typeof key === 'string' && typeof text === 'string' && Number.isFinite(at))
      .map((one) => (one.state === 'failed' ? one : { ...one, state: 'waiting' }));
  } catch {
    return [];
  }
}
