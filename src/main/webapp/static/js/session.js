// One's stay in a group over a line that may break: comes in, remembers what was shown last, comes back with it.
//
// The position moves only by events that follow it, one by one. Whatever does not follow (a first visit, a server that
// cannot go back so far, a reset) ends in another join, for joining again in the same group sets where its events begin.

import { pause } from './backoff.js';

/** How many of the latest events a first visit shows. */
export const LATEST = 50;

const STORED = new Set(['message', 'edited', 'deleted', 'moderated', 'member', 'settings']);

/**
 * Fires, in this order when it comes in: `welcome` with what the server says of us and the group; `gap` with {count,
 * anew} when events are skipped (count: how many, null when nobody knows; anew: the group begins again, with other
 * offsets); `replay` with {missed} before old events, if any, (missed: they came while we were away) and `live` with
 * the same after the last of them; `ready` when commands can be sent. Between: `event` with each event once and in order,
 * `presence`, `typing`, `reply` with what answers other commands; `broken` when the line is gone; `delayed` with {code}
 * when we cannot come in yet, and `refused` with {code} when we may not.
 */
export class Session extends EventTarget {
  #line;
  #identity;
  #timers;
  #timer = 0;
  #joins = 0;
  #joining = null;
  #asked = null;
  #position = null;
  #skipped = null;
  #reach = LATEST;
  #replay = null;
  #attempt = 0;
  #started = false;

  /** Over something that can `send(command)`, as an `Identity`. */
  constructor(line, identity, timers = globalThis) {
    super();
    this.#line = line;
    this.#identity = identity;
    this.#timers = timers;
  }

  /** The line is there. */
  start() {
    this.#started = true;
    this.#reach = LATEST;
    this.#identity.begin();
    this.#join(this.#position);
  }

  /** The line is gone. */
  stop() {
    if (this.#started) {
      this.#started = false;
      this.#timers.clearTimeout(this.#timer);
      this.#joining = null;
      this.#fire('broken');
    }
  }

  /** Comes in again where we are, to be told anew who we are and what we may. Does nothing before the first time. */
  renew() {
    if (this.#position && !this.#joining) {
      this.#join(this.#position);
    }
  }

  /** What came over the line. */
  receive(frame) {
    if (STORED.has(frame.type)) {
      this.#advance(frame);
    } else if (frame.type === 'welcome') {
      this.#welcomed(frame);
    } else if (frame.type === 'reset') {
      this.renew();
    } else if (frame.type === 'error' && frame.id !== undefined && frame.id === this.#joining) {
      this.#rejected(frame);
    } else if (frame.type === 'presence' || frame.type === 'typing') {
      this.#fire(frame.type, frame);
    } else if (frame.type === 'ack' || frame.type === 'error') {
      this.#fire('reply', frame);
    }
  }

  #join(asked) {
    this.#timers.clearTimeout(this.#timer);
    this.#joins += 1;
    this.#joining = `join-${this.#joins}`;
    this.#asked = asked;
    this.#line.send({ type: 'join', id: this.#joining, ...this.#identity.claim(), ...asked });
  }

  #welcomed(welcome) {
    if (welcome.id !== this.#joining) {
      return;
    }
    this.#joining = null;
    this.#attempt = 0;
    this.#identity.keep(welcome);
    if (this.#asked && welcome.recovered) {
      this.#enter(welcome);
      return;
    }
    // A position of ours that is of no use any more, and not only one that was looked back to.
    this.#skipped ??= this.#position;
    this.#position = null;
    this.#lookBack(welcome);
  }

  /** Begins a little before the head; nearer to it when the server does not go back so far. */
  #lookBack(welcome) {
    const offset = Math.max(0, welcome.head - this.#reach);
    this.#reach = Math.floor(this.#reach / 2);
    if (offset < welcome.head) {
      this.#join({ offset, epoch: welcome.epoch });
    } else {
      this.#enter(welcome);
    }
  }

  #enter(welcome) {
    const { offset, head, epoch } = welcome;
    const missed = this.#position !== null;
    this.#fire('welcome', welcome);
    this.#tellGap(welcome);
    this.#position = { offset, epoch };
    this.#replay = { until: head, missed };
    this.#fire('replay', { missed });
    this.#fire('ready');
    this.#endReplay();
  }

  #tellGap({ offset, head, epoch }) {
    const before = this.#skipped;
    this.#skipped = null;
    if (before) {
      const anew = before.epoch !== epoch || before.offset > head;
      this.#fire('gap', { anew, count: anew ? null : offset - before.offset });
    }
  }

  #advance(event) {
    if (this.#joining || !this.#position || event.offset <= this.#position.offset) {
      return;
    }
    if (event.offset > this.#position.offset + 1) {
      this.renew();
      return;
    }
    this.#position.offset = event.offset;
    this.#fire('event', event);
    this.#endReplay();
  }

  #endReplay() {
    if (this.#replay && this.#position.offset >= this.#replay.until) {
      const { missed } = this.#replay;
      this.#replay = null;
      this.#fire('live', { missed });
    }
  }

  #rejected({ code, temporary }) {
    this.#joining = null;
    if (temporary) {
      const asked = this.#asked;
      this.#timer = this.#timers.setTimeout(() => this.#join(asked), pause(this.#attempt));
      this.#attempt += 1;
      this.#fire('delayed', { code });
    } else if (this.#mend(code)) {
      this.#join(this.#asked);
    } else {
      this.#fire('refused', { code });
    }
  }

  /** Says something else about us than what kept us out; answers whether there is something else. */
  #mend(code) {
    const { name, token } = this.#identity.claim();
    if (code === 'invalid' && name) {
      // A name that the server does not take must not keep anybody out.
      this.#identity.name = '';
    } else if (code === 'identity_fixed' && token) {
      // Whoever is signed in needs none.
      this.#identity.know();
    } else if (code === 'identity_claimed' && token) {
      this.#identity.forget();
    } else {
      return false;
    }
    return true;
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
