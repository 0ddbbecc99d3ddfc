import { Outbox } from '/main/webapp/static/js/outbox.js';
import { Store } from '/main/webapp/static/js/store.js';
import { Clock, area, listen, same, test } from './check.js';

function begin(kept = area()) {
  const clock = new Clock();
  const sent = [];
  const outbox = new Outbox((command) => sent.push(command) > 0, new Store(() => kept), 'box', clock);
  const stored = listen(outbox, 'stored');
  return { clock, sent, outbox, kept, stored };
}

const ack = (command, offset) => ({ type: 'ack', id: command.id, offset });
const error = (command, code, temporary) => ({ type: 'error', id: command.id, code, temporary });
const texts = (sent) => sent.map((command) => command.text);
const states = (outbox) => outbox.messages.map(({ text, state }) => [text, state]);

test('one message is on its way, the others wait in their order', () => {
  const { sent, outbox, stored } = begin();
  ['one', 'two', 'three'].forEach((one) => outbox.say(one));
  same(sent, []);
  outbox.ready();
  same(texts(sent), ['one']);
  outbox.take(ack(sent[0], 7));
  same(texts(sent), ['one', 'two']);
  outbox.take(ack(sent[1], 8));
  outbox.take(ack(sent[2], 9));
  same(stored.map(([, { message, offset }]) => [message.text, offset]), [['one', 7], ['two', 8], ['three', 9]]);
  same(outbox.messages, []);
});

test('a broken line leaves it unknown, so the same key goes again', () => {
  const { sent, outbox } = begin();
  outbox.ready();
  outbox.say('one');
  outbox.broken();
  same(states(outbox), [['one', 'waiting']]);
  outbox.say('two');
  same(sent.length, 1);
  outbox.ready();
  same(texts(sent), ['one', 'one']);
  same(sent[1].key, sent[0].key);
  outbox.take(ack(sent[1], 1));
  same(texts(sent), ['one', 'one', 'two']);
});

test('what is refused for now is tried again with its key, after a pause and before the others', () => {
  const { clock, sent, outbox } = begin();
  outbox.ready();
  outbox.say('one');
  outbox.say('two');
  outbox.take(error(sent[0], 'unavailable', true));
  same(sent.length, 1);
  clock.pass(249);
  same(sent.length, 1);
  clock.pass(251);
  same(texts(sent), ['one', 'one']);
  same(sent[1].key, sent[0].key);
  outbox.take(error(sent[1], 'unavailable', true));
  clock.pass(499);
  same(sent.length, 2);
  clock.pass(501);
  same(sent.length, 3);
});

test('no answer for long is like a refusal for now, and a late answer still counts', () => {
  const { clock, sent, outbox, stored } = begin();
  outbox.ready();
  outbox.say('one');
  clock.pass(20_000);
  same(states(outbox), [['one', 'waiting']]);
  outbox.take(ack(sent[0], 3));
  same(stored.length, 1);
  clock.pass(60_000);
  same(sent.length, 1);
});

test('what is refused for good says why and lets the others pass', () => {
  const { sent, outbox } = begin();
  outbox.ready();
  outbox.say('one');
  outbox.say('two');
  outbox.take(error(sent[0], 'muted', false));
  same(states(outbox), [['one', 'failed'], ['two', 'sending']]);
  same(outbox.messages[0].code, 'muted');
});

test('one that failed goes again behind the others, as a new message', () => {
  const { sent, outbox } = begin();
  outbox.ready();
  outbox.say('one');
  outbox.take(error(sent[0], 'key_reused', false));
  outbox.say('two');
  outbox.again(outbox.messages[0]);
  same(states(outbox), [['two', 'sending'], ['one', 'waiting']]);
  outbox.take(ack(sent[1], 1));
  same(sent[2].text, 'one');
  same(sent[2].key === sent[0].key, false);
});

test('only one that failed can be given up', () => {
  const { sent, outbox } = begin();
  const gone = listen(outbox, 'gone');
  outbox.ready();
  outbox.say('one');
  outbox.drop(outbox.messages[0]);
  same(states(outbox), [['one', 'sending']]);
  outbox.take(error(sent[0], 'muted', false));
  outbox.drop(outbox.messages[0]);
  same(outbox.messages, []);
  same(gone.length, 1);
});

test('a reload keeps what is not stored, with its keys and in its order', () => {
  const { sent, outbox, kept } = begin();
  outbox.ready();
  ['one', 'two', 'three'].forEach((one) => outbox.say(one));
  outbox.take(error(sent[0], 'muted', false));
  const again = begin(kept);
  same(states(again.outbox), [['one', 'failed'], ['two', 'waiting'], ['three', 'waiting']]);
  again.outbox.ready();
  same(again.sent[0].key, sent[1].key);
  again.outbox.take(ack(again.sent[0], 1));
  again.outbox.take(ack(again.sent[1], 2));
  same(states(begin(kept).outbox), [['one', 'failed']]);
});

test('what is no outbox is an empty one', () => {
  for (const box of ['', '{', 'null', '7', '[1, null]', '[{"key":1,"text":"x","at":1}]']) {
    same(begin(area({ box })).outbox.messages, []);
  }
});

test('what others are told does not concern it', () => {
  const { sent, outbox, stored } = begin();
  outbox.ready();
  outbox.say('one');
  outbox.take({ type: 'ack', id: 'join-1', offset: 3 });
  outbox.take({ type: 'error', code: 'too_fast', temporary: true });
  same([stored.length, sent.length], [0, 1]);
  same(outbox.isSending('one'), true);
});
