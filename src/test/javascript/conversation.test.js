import { Conversation } from '/main/webapp/static/js/conversation.js';
import { same, test } from './check.js';

/** A conversation of g_me, who is sending a text; what is shown is a map from offsets to texts. */
function talk(sending) {
  const shown = new Map();
  const log = {
    change: (action) => action(),
    show: ({ offset, text }) => shown.set(offset, text),
    alter: (offset, { text }) => shown.has(offset) && shown.set(offset, text),
  };
  const outbox = Object.assign(new EventTarget(), { isSending: (text) => text === outbox.text, text: sending });
  const conversation = new Conversation({ author: 'g_me', name: '' }, { log, outbox, pending: { remove() {}, show() {} } });
  const stored = (text, offset) => {
    outbox.text = undefined;
    outbox.dispatchEvent(new CustomEvent('stored', { detail: { message: { text }, offset } }));
  };
  return { conversation, shown, stored };
}

const said = (offset, text, author = 'g_me') => ({ type: 'message', offset, text, author, name: '', at: '2026-01-01T00:00:00.000Z' });

test('one\'s own message is shown once, whether event or answer comes first', () => {
  for (const eventFirst of [true, false]) {
    const { conversation, shown, stored } = talk('hello');
    const steps = [() => conversation.apply(said(7, 'hello')), () => stored('hello', 7)];
    (eventFirst ? steps : steps.reverse()).forEach((step) => step());
    same([...shown], [[7, 'hello']]);
  }
});

test('another tab\'s message with the same text is a message too', () => {
  const { conversation, shown, stored } = talk('hello');
  conversation.apply(said(6, 'hello'));
  conversation.apply(said(7, 'hello'));
  stored('hello', 7);
  same([...shown].sort(), [[6, 'hello'], [7, 'hello']]);
});

test('what is changed before its answer came is shown as it is now', () => {
  for (const [change, now] of [[{ type: 'edited', text: 'hi' }, 'hi'], [{ type: 'deleted' }, '']]) {
    const { conversation, shown, stored } = talk('hello');
    conversation.apply(said(7, 'hello'));
    conversation.apply({ ...change, offset: 8, target: 7 });
    stored('hello', 7);
    same([...shown], [[7, now]]);
  }
});
