import { Session } from '/main/webapp/static/js/session.js';
import { Clock, listen, same, test } from './check.js';

const EPOCH = 'e1';

/** A session over a line whose other end is the test. */
function begin() {
  const clock = new Clock();
  const sent = [];
  const identity = {
    name: '',
    token: '',
    claim() { return { ...(this.token && { token: this.token }), ...(this.name && { name: this.name }) }; },
    keep() {},
    begin() {},
    know() { this.token = ''; },
    forget() { this.token = ''; },
  };
  const session = new Session({ send: (command) => sent.push(command) > 0 }, identity, clock);
  const heard = listen(session, 'gap', 'replay', 'live', 'ready', 'event', 'reply', 'delayed', 'refused', 'broken');
  const welcome = (offset, head, recovered, epoch = EPOCH) =>
    session.receive({ type: 'welcome', id: sent.at(-1).id, offset, head, epoch, recovered });
  const hear = (...offsets) => offsets.forEach((offset) => session.receive({ type: 'message', offset }));
  session.start();
  return { clock, sent, identity, session, heard, welcome, hear };
}

/** One that has shown everything up to an offset. */
function settled(offset) {
  const all = begin();
  all.welcome(offset, offset, false);
  if (offset > 0) {
    const from = Math.max(0, offset - 50);
    all.welcome(from, offset, true);
    for (let next = from + 1; next <= offset; next++) {
      all.hear(next);
    }
  }
  all.heard.length = 0;
  all.sent.length = 0;
  return all;
}

const types = (heard) => heard.map(([type]) => type);
const offsets = (heard) => heard.filter(([type]) => type === 'event').map(([, event]) => event.offset);
const position = ({ offset, epoch }) => ({ offset, epoch });

test('an empty group has no history', () => {
  const { sent, heard, welcome, hear } = begin();
  welcome(0, 0, false);
  same(sent.length, 1);
  same(types(heard), ['replay', 'ready', 'live']);
  hear(1);
  same(offsets(heard), [1]);
});

test('a first visit joins again a little before the head', () => {
  const { sent, heard, welcome, hear } = begin();
  same('offset' in sent[0], false);
  welcome(120, 120, false);
  hear(121);
  same(position(sent[1]), { offset: 70, epoch: EPOCH });
  welcome(70, 121, true);
  same(heard[0], ['replay', { missed: false }]);
  for (let offset = 71; offset <= 120; offset++) {
    hear(offset);
  }
  same(types(heard).includes('live'), false);
  hear(121);
  same(types(heard).at(-1), 'live');
  same(offsets(heard), Array.from({ length: 51 }, (one, index) => 71 + index));
});

test('a server that does not go back so far is asked for less, down to nothing', () => {
  const { sent, heard, welcome } = begin();
  const head = 1000;
  welcome(head, head, false);
  while (sent.length < 9 && types(heard).length === 0) {
    welcome(head, head, false);
  }
  same(sent.slice(1).map((join) => head - join.offset), [50, 25, 12, 6, 3, 1]);
  same(types(heard), ['replay', 'ready', 'live']);
});

test('who comes back asks for what was missed and is told when that is over', () => {
  const { sent, session, heard, welcome, hear } = settled(10);
  session.stop();
  session.start();
  same(position(sent[0]), { offset: 10, epoch: EPOCH });
  welcome(10, 12, true);
  hear(11, 12, 13);
  same(types(heard), ['broken', 'replay', 'ready', 'event', 'event', 'live', 'event']);
  same(heard[1], ['replay', { missed: true }]);
});

test('a replay that breaks off is over when there is no more to come', () => {
  const { session, heard, welcome, hear } = settled(10);
  session.start();
  welcome(10, 12, true);
  hear(11, 12);
  session.stop();
  session.start();
  welcome(12, 12, true);
  same(types(heard).filter((type) => type === 'live').length, 2);
});

test('what is not kept any more is a gap of a known size, and what is kept follows', () => {
  const { sent, session, heard, welcome, hear } = settled(10);
  session.start();
  welcome(500, 500, false);
  same(position(sent[1]), { offset: 450, epoch: EPOCH });
  welcome(450, 500, true);
  same(heard.slice(0, 2), [['gap', { anew: false, count: 440 }], ['replay', { missed: false }]]);
  hear(451);
  same(offsets(heard), [451]);
});

test('a gap is told also when most of what could follow it is not kept either', () => {
  const { session, heard, welcome } = settled(10);
  session.start();
  welcome(500, 500, false);
  welcome(500, 500, false);
  welcome(475, 500, true);
  same(heard[0], ['gap', { anew: false, count: 465 }]);
});

test('another epoch is a group that begins anew, and so is a head before us', () => {
  for (const [head, epoch] of [[500, 'e2'], [3, EPOCH]]) {
    const { session, heard, welcome, hear } = settled(10);
    session.start();
    welcome(head, head, false, epoch);
    welcome(Math.max(0, head - 50), head, true, epoch);
    same(heard[0], ['gap', { anew: true, count: null }]);
    hear(Math.max(0, head - 50) + 1);
    same(offsets(heard).length, 1);
  }
});

test('an event comes once, whatever the server says twice', () => {
  const { heard, hear } = settled(3);
  hear(2, 3, 4, 4, 5, 4);
  same(offsets(heard), [4, 5]);
});

test('a hole in the events is asked for, and nothing behind it is shown before', () => {
  const { sent, heard, welcome, hear } = settled(3);
  hear(4, 6, 7);
  same(offsets(heard), [4]);
  same(sent.map(position), [{ offset: 4, epoch: EPOCH }]);
  welcome(4, 7, true);
  hear(5, 6, 7);
  same(offsets(heard), [4, 5, 6, 7]);
});

test('what still comes for the stay before is not counted for the one that is asked for', () => {
  const { session, heard, welcome, hear } = settled(3);
  session.renew();
  hear(4);
  welcome(3, 4, true);
  hear(4, 5);
  same(offsets(heard), [4, 5]);
});

test('a reset is answered by asking for what was left out', () => {
  const { sent, session, welcome, hear, heard } = settled(3);
  session.receive({ type: 'reset', head: 90, epoch: EPOCH });
  same(sent.map(position), [{ offset: 3, epoch: EPOCH }]);
  hear(91);
  same(offsets(heard), []);
  welcome(3, 91, true);
  hear(4);
  same(offsets(heard), [4]);
});

test('a group that cannot be opened now is asked again after a pause', () => {
  const { clock, sent, session, welcome, heard } = settled(3);
  session.stop();
  session.start();
  session.receive({ type: 'error', id: sent[0].id, code: 'unavailable', temporary: true });
  same(heard.at(-1), ['delayed', { code: 'unavailable' }]);
  same(sent.length, 1);
  clock.pass(500);
  same(position(sent[1]), { offset: 3, epoch: EPOCH });
  welcome(3, 3, true);
  same(types(heard).at(-1), 'live');
});

test('a line that breaks meanwhile is not asked', () => {
  const { clock, sent, session } = settled(3);
  session.start();
  session.receive({ type: 'error', id: sent[0].id, code: 'unavailable', temporary: true });
  session.stop();
  clock.pass(60_000);
  same(sent.length, 1);
});

test('who may not come in is told why and does not ask again', () => {
  const { clock, sent, session, heard } = begin();
  session.receive({ type: 'error', id: sent[0].id, code: 'banned', temporary: false });
  clock.pass(60_000);
  same(heard, [['refused', { code: 'banned' }]]);
  same(sent.length, 1);
});

test('a name that the server does not take keeps nobody out', () => {
  const { sent, identity, session } = settled(3);
  identity.name = '\u200b';
  session.renew();
  same(sent[0].name, '\u200b');
  session.receive({ type: 'error', id: sent[0].id, code: 'invalid', temporary: false });
  same('name' in sent[1], false);
  same(position(sent[1]), { offset: 3, epoch: EPOCH });
});

test('answers to other commands are passed on', () => {
  const { session, heard } = settled(3);
  session.receive({ type: 'ack', id: 'k', offset: 4 });
  session.receive({ type: 'error', id: 'k', code: 'muted', temporary: false });
  session.receive({ type: 'pong' });
  same(types(heard), ['reply', 'reply']);
});

for (const code of ['identity_fixed', 'identity_claimed']) {
  test(`a token that is of no use over this line is left out (${code})`, () => {
    const { sent, session, identity, heard } = begin();
    identity.token = 't';
    session.stop();
    session.start();
    same(sent.at(-1).token, 't');
    session.receive({ type: 'error', id: sent.at(-1).id, code, temporary: false });
    same('token' in sent.at(-1), false);
    session.receive({ type: 'error', id: sent.at(-1).id, code, temporary: false });
    same(types(heard).at(-1), 'refused');
  });
}
