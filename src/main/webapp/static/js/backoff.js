// How long to wait before the next try, so that a crowd does not come back in step.

const BASE_MS = 500;
const CAP_MS = 30_000;

const bound = (attempt) => Math.min(CAP_MS, BASE_MS * 2 ** attempt);

/** For a broken line, full jitter: anything from 0 to the exponential bound. */
export function backoff(attempt, random = Math.random) {
  return random() * bound(attempt);
}

/** For what was refused for now: at least half the bound, for who hears no and asks again at once is a nuisance. */
export function pause(attempt, random = Math.random) {
  return (bound(attempt) * (1 + random())) / 2;
}
