// One line to the server, kept up. Knows nothing of groups and nothing of the page.
//
//   connecting ──open──▶ open ──lost──▶ waiting ──time is up──▶ connecting …
//        └──failed──▶ waiting            │
//   any ──close() or the server said goodbye──▶ closed ──open()──▶ connecting
//   any ──the server will not have us──▶ refused ──open()──▶ connecting

import { backoff } from './backoff.js';
import { Heartbeat } from './heartbeat.js';
import { SUBPROTOCOL, decode, encode, verdict } from './protocol.js';

const CONNECT_TIMEOUT_MS = 10_000;
// A line that breaks sooner than this has not worked: a server that accepts and drops must not be hammered.
const STEADY_MS = 5_000;
const TICK_MS = 1_000;
const NORMAL = 1000;

/**
 * Fires `state` with {state, attempt, seconds, code, byUs} on every change and once a second while it waits, and
 * `frame` with the objects that came together.
 */
export class Connection extends EventTarget {
  #url;
  #socket = null;
  #listening = null;
  #heartbeat = new Heartbeat(() => this.send({ type: 'ping' }), () => this.#lost(0));
  #attempt = 0;
  #timer = 0;
  #ticker = 0;
  #openedAt = 0;
  #state = 'closed';

  constructor(url) {
    super();
    this.#url = url;
  }

  get isOpen() {
    return this.#state === 'open';
  }

  get isStopped() {
    return this.#state === 'closed' || this.#state === 'refused';
  }

  open() {
    this.#attempt = 0;
    this.#connect();
  }

  close() {
    this.#drop();
    this.#enter('closed', { byUs: true });
  }

  /** Hangs up for good, because nobody here wants us; the code says why. */
  refuse(code) {
    this.#drop();
    this.#enter('refused', { code });
  }

  /** Something speaks for the line being there, or not: does not wait any longer, or asks whether it still is. */
  hurry() {
    if (this.#state === 'waiting') {
      this.#connect();
    } else if (this.isOpen) {
      this.#heartbeat.probe();
    }
  }

  /** Hangs up while the page is put away; `open` when it comes back. */
  sleep() {
    this.#drop();
    this.#enter('connecting', {});
  }

  /** Returns whether the command left; when not, nothing of it did. */
  send(command) {
    if (!this.isOpen || this.#socket.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(encode(command));
    return true;
  }

  #connect() {
    this.#drop();
    const { signal } = (this.#listening = new AbortController());
    this.#socket = new WebSocket(this.#url, SUBPROTOCOL);
    this.#socket.addEventListener('open', () => this.#opened(), { signal });
    this.#socket.addEventListener('message', (event) => this.#heard(event.data), { signal });
    this.#socket.addEventListener('close', (event) => this.#lost(event.code), { signal });
    this.#timer = setTimeout(() => this.#lost(0), CONNECT_TIMEOUT_MS);
    this.#enter('connecting', {});
  }

  #opened() {
    clearTimeout(this.#timer);
    this.#openedAt = performance.now();
    this.#heartbeat.heard();
    this.#enter('open', {});
  }

  #heard(data) {
    this.#heartbeat.heard();
    this.#fire('frame', decode(data));
  }

  #lost(code) {
    const worked = this.isOpen && performance.now() - this.#openedAt > STEADY_MS;
    this.#drop();
    const end = verdict(code);
    if (end === 'lost') {
      this.#wait(worked ? 0 : this.#attempt, code);
    } else {
      this.#enter(end, { code, byUs: false });
    }
  }

  #wait(attempt, code) {
    const delay = backoff(attempt);
    const until = performance.now() + delay;
    this.#attempt = attempt + 1;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      this.#enter('waiting', { seconds, code });
    };
    tick();
    this.#ticker = setInterval(tick, TICK_MS);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  /** Hangs up, if need be, and stops listening, so that nothing the old socket still says is taken for the new one. */
  #drop() {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    this.#heartbeat.stop();
    this.#listening?.abort();
    this.#socket?.close(NORMAL);
    this.#socket = null;
  }

  #enter(state, details) {
    this.#state = state;
    this.#fire('state', { state, attempt: this.#attempt, ...details });
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
