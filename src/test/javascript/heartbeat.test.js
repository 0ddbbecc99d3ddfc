import { EVERY_MS, Heartbeat, PATIENCE_MS } from '/main/webapp/static/js/heartbeat.js';
import { Clock, same, test } from './check.js';

function begin() {
  const clock = new Clock();
  const seen = [];
  const heartbeat = new Heartbeat(() => seen.push('ask'), () => seen.push('dead'), clock);
  heartbeat.heard();
  return { clock, seen, heartbeat };
}

test('a silent line is asked, and dead when it does not answer', () => {
  const { clock, seen } = begin();
  clock.pass(EVERY_MS - 1);
  same(seen, []);
  clock.pass(1);
  same(seen, ['ask']);
  clock.pass(PATIENCE_MS - 1);
  same(seen, ['ask']);
  clock.pass(1);
  same(seen, ['ask', 'dead']);
});

test('whatever is heard is an answer', () => {
  const { clock, seen, heartbeat } = begin();
  clock.pass(EVERY_MS);
  heartbeat.heard();
  clock.pass(PATIENCE_MS + 1);
  same(seen, ['ask']);
});

test('a line that is asked at once is dead sooner', () => {
  const { clock, seen, heartbeat } = begin();
  heartbeat.probe();
  clock.pass(PATIENCE_MS);
  same(seen, ['ask', 'dead']);
});

test('a line that is hung up is not asked', () => {
  const { clock, seen, heartbeat } = begin();
  heartbeat.stop();
  clock.pass(2 * EVERY_MS);
  same(seen, []);
});
