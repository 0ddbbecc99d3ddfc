// One line to a group, kept up. Knows nothing of the page.
//
//   connecting ──open──▶ open ──lost──▶ waiting ──time is up──▶ connecting …
//        └──failed──▶ waiting            │
//   any ──close() or the server said goodbye──▶ closed ──open()──▶ connecting
//   any ──the server will not have us──▶ refused ──open()──▶ connecting

const BASE_MS = 500;
const CAP_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
// A line that breaks sooner than this has not worked: a server that accepts and drops must not be hammered.
const STEADY_MS = 5_000;
const TICK_MS = 1_000;

const NORMAL = 1000;
// Unsupported data, policy (too fast), too big: the same would happen again, so a person has to decide.
const REFUSALS = new Set([1003, 1008, 1009]);

/** Full jitter: anything from 0 to the exponential bound, so that a crowd does not come back in step. */
export function backoff(attempt, random = Math.random) {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);
}

/**
 * Fires `state` with {state, attempt, seconds, code, byUs} on every change and once a second while it waits, and
 * `message` with the text that came.
 */
export class Connection extends EventTarget {
  #url;
  #socket = null;
  #listening = null;
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

  /** Does not wait any longer; does nothing when it is not waiting. */
  retryNow() {
    if (this.#state === 'waiting') {
      this.#connect();
    }
  }

  close() {
    this.#drop();
    this.#enter('closed', { byUs: true });
  }

  /** Returns whether the text left; when not, nothing of it did. */
  send(text) {
    if (!this.isOpen || this.#socket.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(text);
    return true;
  }

  #connect() {
    this.#drop();
    const { signal } = (this.#listening = new AbortController());
    this.#socket = new WebSocket(this.#url);
    this.#socket.addEventListener('open', () => this.#opened(), { signal });
    this.#socket.addEventListener('message', (event) => this.#fire('message', event.data), { signal });
    this.#socket.addEventListener('close', (event) => this.#lost(event.code), { signal });
    this.#timer = setTimeout(() => this.#lost(0), CONNECT_TIMEOUT_MS);
    this.#enter('connecting', {});
  }

  #opened() {
    clearTimeout(this.#timer);
    this.#openedAt = performance.now();
    this.#enter('open', {});
  }

  #lost(code) {
    const worked = this.isOpen && performance.now() - this.#openedAt > STEADY_MS;
    this.#drop();
    if (code === NORMAL) {
      this.#enter('closed', { byUs: false });
    } else if (REFUSALS.has(code)) {
      this.#enter('refused', { code });
    } else {
      this.#wait(worked ? 0 : this.#attempt);
    }
  }

  #wait(attempt) {
    const delay = backoff(attempt);
    const until = performance.now() + delay;
    this.#attempt = attempt + 1;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      this.#enter('waiting', { seconds });
    };
    tick();
    this.#ticker = setInterval(tick, TICK_MS);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  /** Hangs up, if need be, and stops listening, so that nothing the old socket still says is taken for the new one. */
  #drop() {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
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
