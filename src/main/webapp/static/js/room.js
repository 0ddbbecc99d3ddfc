// The room: puts its parts together.

import { Banner } from './banner.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { Identity } from './identity.js';
import { Likeness } from './likeness.js';
import { Log } from './log.js';
import { Naming } from './naming.js';
import { Outbox } from './outbox.js';
import { Pending } from './pending.js';
import { Session } from './session.js';
import { Standing } from './standing.js';
import { Store } from './store.js';
import { text } from './texts.js';
import { wireThemeSwitches } from './theme.js';
import { Typing } from './typing.js';
import { wireKeys, wireReturn } from './window.js';

const room = document.getElementById('room');
const at = (name) => document.querySelector(`[data-${name}]`);
const say = (words) => (at('announce').textContent = words);
let title = document.title;

const address = new URL(room.dataset.socket, location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const tab = new Store(() => sessionStorage);
const identity = new Identity(tab, new Store(() => localStorage));
const connection = new Connection(address);
const send = (command) => connection.send(command);
const session = new Session(connection, identity);
const standing = new Standing(() => session.renew());
const outbox = new Outbox(send, tab, `fanweb.outbox ${room.dataset.group}`);
const likeness = new Likeness();
const log = new Log(document.getElementById('log'), at('pending'), likeness);
const pending = new Pending(at('pending'), outbox, say);
const conversation = new Conversation(identity, { log, pending, outbox });
const composer = new Composer(at('composer'), Number(room.dataset.maxBytes));
const typing = new Typing(at('typing'), send);
const naming = new Naming(identity, at('naming'));
const banner = new Banner(connection, room.dataset.signIn, () => identity.isUser);

likeness.load().then(() => log.tellApart());

/** The dot in the title: something happened while one looked elsewhere. */
function mark(marked) {
  document.title = marked ? `• ${title}` : title;
}

function furnish({ title: given }) {
  const name = given || room.dataset.group;
  room.querySelector('h1').textContent = name;
  const marked = document.title !== title;
  title = `${name} · Fan-Web`;
  mark(marked);
}

let missed = 0;
let quiet = false;

function apply(event) {
  conversation.apply(event);
  const others = event.type === 'message' && event.author !== identity.author;
  missed += others ? 1 : 0;
  if (event.type === 'settings') {
    furnish(event.settings);
  } else if (others && !quiet) {
    mark(document.hidden);
  }
  const aboutUs = event.subject === identity.author;
  if (aboutUs && event.type === 'moderated') {
    standing.restricted(event.until);
  }
  // What we may now, only the server knows.
  if (!quiet && (event.type === 'settings' || aboutUs)) {
    session.renew();
  }
}

connection.addEventListener('frame', ({ detail }) => log.change(() => detail.forEach((one) => session.receive(one))));
connection.addEventListener('state', ({ detail }) => {
  composer.enable(!connection.isStopped);
  if (detail.state === 'open') {
    session.start();
  } else {
    session.stop();
  }
});

session.addEventListener('delayed', () => banner.delay());
session.addEventListener('welcome', ({ detail }) => {
  banner.enter();
  furnish(detail.settings);
  const allowed = detail.may.includes('publish');
  composer.allow(allowed);
  // Of what the settings do not let us do, they are what changes.
  standing.told(!allowed && detail.settings.write === 'everyone');
  naming.show();
});
session.addEventListener('gap', ({ detail }) => conversation.skip(detail));
session.addEventListener('replay', () => {
  missed = 0;
  quiet = true;
  log.quiet(true);
});
session.addEventListener('event', ({ detail }) => apply(detail));
session.addEventListener('live', ({ detail }) => {
  quiet = false;
  log.quiet(false);
  if (detail.missed && missed > 0) {
    say(text('room.new', { n: missed }));
    mark(document.hidden);
  }
});
session.addEventListener('ready', () => outbox.ready());
session.addEventListener('reply', ({ detail }) => outbox.take(detail));
session.addEventListener('broken', () => {
  outbox.broken();
  standing.stop();
  typing.show([]);
  at('here').hidden = true;
});
session.addEventListener('refused', ({ detail }) => connection.refuse(detail.code));
session.addEventListener('presence', ({ detail }) => {
  at('here').hidden = false;
  at('here-text').textContent = text('room.here', { n: detail.count });
});
session.addEventListener('typing', ({ detail }) =>
  typing.show(detail.authors.filter((one) => one.author !== identity.author)),
);

composer.addEventListener('say', ({ detail }) => {
  outbox.say(detail);
  log.toEnd();
});
composer.addEventListener('typing', ({ detail }) => typing.tell(detail));
composer.addEventListener('toggle', () => (connection.isStopped ? connection.open() : connection.close()));
// Who wants no name any more has to come in as somebody who never had one.
naming.addEventListener('name', () => (identity.name ? session.renew() : connection.isStopped || connection.open()));
naming.addEventListener('name', () => identity.author && naming.show());

const jump = at('jump');
const count = at('jump-count');
log.addEventListener('unseen', ({ detail }) => {
  jump.hidden = detail.atEnd;
  count.hidden = detail.count === 0;
  count.textContent = detail.count;
  count.setAttribute('aria-label', text('room.new', { n: detail.count }));
});
jump.addEventListener('click', () => {
  log.toEnd();
  composer.focus();
});

at('copy').addEventListener('click', async () => {
  const words = at('copy-text');
  try {
    await navigator.clipboard.writeText(location.href);
    words.textContent = text('room.copied');
  } catch {
    words.textContent = text('room.copy.failed');
  }
});

wireKeys(composer);
wireReturn(connection, () => mark(false));
wireThemeSwitches();
connection.open();
