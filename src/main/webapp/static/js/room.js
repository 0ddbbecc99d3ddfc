// The room: puts connection, log, outbox, composer and banner together.

import { Banner } from './banner.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { Log } from './log.js';
import { Outbox } from './outbox.js';
import { text } from './texts.js';
import { wireThemeSwitches } from './theme.js';

const room = document.getElementById('room');
const title = document.title;

const address = new URL(room.dataset.socket, location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const connection = new Connection(address);
const log = new Log(document.getElementById('log'));
const composer = new Composer(room.querySelector('[data-composer]'), Number(room.dataset.maxBytes));
const outbox = new Outbox(connection, log, announce);
new Banner(connection);

function announce(words) {
  room.querySelector('[data-announce]').textContent = words;
}

/** The dot in the title: something happened while one looked elsewhere. */
function mark(marked) {
  document.title = marked ? `• ${title}` : title;
}

connection.addEventListener('message', ({ detail }) => {
  if (outbox.settle(detail)) {
    return;
  }
  const { meta } = log.add(detail);
  log.stamp(meta);
  mark(document.hidden);
});
connection.addEventListener('state', () => composer.enable(!connection.isStopped));

composer.addEventListener('say', ({ detail }) => outbox.say(detail));
composer.addEventListener('toggle', () => (connection.isStopped ? connection.open() : connection.close()));

const jump = room.querySelector('[data-jump]');
const count = room.querySelector('[data-jump-count]');
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

room.querySelector('[data-copy]').addEventListener('click', async () => {
  const words = room.querySelector('[data-copy-text]');
  try {
    await navigator.clipboard.writeText(location.href);
    words.textContent = text('room.copied');
  } catch {
    words.textContent = text('room.copy.failed');
  }
});

function switchGroup(step) {
  const links = [...document.querySelectorAll('.glist a')];
  const here = links.findIndex((link) => link.getAttribute('aria-current') === 'page');
  links[here + step]?.click();
}

document.addEventListener('keydown', (event) => {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    switchGroup(event.key === 'ArrowUp' ? -1 : 1);
  } else if (event.key === 'Escape' && event.target.closest('.log')) {
    composer.focus();
  }
});
document.addEventListener('visibilitychange', () => document.hidden || mark(false));
addEventListener('online', () => connection.retryNow());

wireThemeSwitches();
connection.open();
