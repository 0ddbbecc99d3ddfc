// What tests of modules are written with. They run in a browser, started by ScriptsTest.

const tests = [];

/** Notes a test: what holds, and what shows it. */
export function test(holds, body) {
  tests.push({ holds, body });
}

/** Runs all that were noted. Each has a failure, or an empty text. */
export function run() {
  return tests.map(({ holds, body }) => {
    try {
      body();
      return { holds, failure: '' };
    } catch (error) {
      return { holds, failure: String(error.stack) };
    }
  });
}

/** Fails unless both look the same as JSON. */
export function same(actual, expected) {
  const [found, wanted] = [actual, expected].map((one) => JSON.stringify(one));
  if (found !== wanted) {
    throw new Error(`expected ${wanted} but was ${found}`);
  }
}

/** Timers whose time passes when it is told to. */
export class Clock {
  #now = 0;
  #next = 1;
  #due = new Map();

  setTimeout(action, delay) {
    this.#due.set(this.#next, { action, at: this.#now + delay });
    return this.#next++;
  }

  clearTimeout(id) {
    this.#due.delete(id);
  }

  pass(time) {
    const end = this.#now + time;
    for (;;) {
      const [id, first] = [...this.#due].sort(([, one], [, other]) => one.at - other.at)[0] ?? [];
      if (!first || first.at > end) {
        break;
      }
      this.#due.delete(id);
      this.#now = first.at;
      first.action();
    }
    this.#now = end;
  }
}

/** Storage that forgets with the test. */
export function area(texts = {}) {
  const kept = new Map(Object.entries(texts));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

/** Notes what is fired, as [type, detail]. */
export function listen(target, ...types) {
  const heard = [];
  for (const type of types) {
    target.addEventListener(type, ({ detail }) => heard.push([type, detail]));
  }
  return heard;
}
