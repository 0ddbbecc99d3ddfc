import { EVERY_MS, SOON_MS, Standing } from '/main/webapp/static/js/standing.js';
import { Clock, same, test } from './check.js';

const NOW = Date.parse('2030-01-31T12:00:00Z');

function begin() {
  const clock = new Clock();
  const asked = [];
  const standing = new Standing(() => asked.push('ask'), clock, () => NOW);
  return { clock, asked, standing };
}

test('who is not restricted asks nothing', () => {
  const { clock, asked, standing } = begin();
  standing.told(false);
  clock.pass(10 * EVERY_MS);
  same(asked, []);
});

test('who is asks once in a while until it is otherwise', () => {
  const { clock, asked, standing } = begin();
  standing.told(true);
  clock.pass(EVERY_MS);
  same(asked, ['ask']);
  standing.told(true);
  clock.pass(EVERY_MS);
  same(asked, ['ask', 'ask']);
  standing.told(false);
  clock.pass(10 * EVERY_MS);
  same(asked, ['ask', 'ask']);
});

test('a restriction with a time is asked about when it is up, in whatever order one hears of it', () => {
  for (const until of ['2030-01-31T12:00:09Z', '2030-01-31T11:59:00Z']) {
    const { clock, asked, standing } = begin();
    const delay = Math.max(SOON_MS, Date.parse(until) - NOW);
    standing.told(true);
    standing.restricted(until);
    clock.pass(delay - 1);
    same(asked, []);
    clock.pass(1);
    same(asked, ['ask']);
  }
});

test('a time that is up and changes nothing is asked about less and less', () => {
  const { clock, asked, standing } = begin();
  standing.restricted('2030-01-31T11:59:00Z');
  standing.told(true);
  for (let asks = 1; asks <= 6; asks++) {
    clock.pass(EVERY_MS);
    standing.told(true);
  }
  const before = asked.length;
  clock.pass(EVERY_MS - 1);
  same([asked.length, before < 10], [before, true]);
});

test('a later restriction without a time is no longer asked about so soon', () => {
  const { clock, asked, standing } = begin();
  standing.restricted('2030-01-31T12:00:09Z');
  standing.restricted(undefined);
  standing.told(true);
  clock.pass(EVERY_MS - 1);
  same(asked, []);
});

test('without a line nobody is asked', () => {
  const { clock, asked, standing } = begin();
  standing.told(true);
  standing.stop();
  standing.restricted('2030-01-31T12:00:09Z');
  clock.pass(10 * EVERY_MS);
  same(asked, []);
});
