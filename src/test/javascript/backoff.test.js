import { backoff, pause } from '/main/webapp/static/js/backoff.js';
import { same, test } from './check.js';

const attempts = [0, 1, 2, 5, 6, 60];

test('a broken line is tried again after anything up to a bound that doubles to its cap', () => {
  same(attempts.map((one) => backoff(one, () => 1)), [500, 1000, 2000, 16_000, 30_000, 30_000]);
  same(attempts.map((one) => backoff(one, () => 0)), Array(6).fill(0));
});

test('what was refused for now waits at least half of it', () => {
  same(attempts.map((one) => pause(one, () => 1)), [500, 1000, 2000, 16_000, 30_000, 30_000]);
  same(attempts.map((one) => pause(one, () => 0)), [250, 500, 1000, 8_000, 15_000, 15_000]);
});
