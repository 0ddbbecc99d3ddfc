import { Identity } from '/main/webapp/static/js/identity.js';
import { Store } from '/main/webapp/static/js/store.js';
import { area, same, test } from './check.js';

const token = (letter) => `t_${letter.repeat(43)}`;
const store = (kept = area()) => new Store(() => kept);

test('a reload is the same author, and so is a new tab', () => {
  const [tab, browser] = [area(), area()];
  new Identity(store(tab), store(browser)).keep({ author: 'g_a', token: token('a') });
  same(new Identity(store(tab), store(browser)).claim(), { token: token('a') });
  same(new Identity(store(), store(browser)).claim(), { token: token('a') });
});

test('a tab stays who it is when another begins as somebody else', () => {
  const [tab, browser] = [area(), area()];
  const first = new Identity(store(tab), store(browser));
  first.claim();
  new Identity(store(), store(browser)).keep({ author: 'g_b', token: token('b') });
  first.keep({ author: 'g_a', token: token('a') });
  same(new Identity(store(tab), store(browser)).claim(), { token: token('a') });
  same(new Identity(store(), store(browser)).claim(), { token: token('b') });
});

test('a token that is none is not shown to the server', () => {
  same(new Identity(store(), store(area({ 'fanweb.token': 'x' }))).claim(), {});
});

test('a browser without storage keeps one the same until the page goes', () => {
  const refusing = () => new Store(() => { throw new Error('no storage here'); });
  const full = () => new Store(() => ({ ...area(), setItem: () => { throw new Error('full'); } }));
  for (const make of [refusing, full]) {
    const identity = new Identity(make(), make());
    identity.keep({ author: 'g_a', token: token('a') });
    identity.name = '小明';
    same(identity.claim(), { token: token('a'), name: '小明' });
    identity.name = '';
    same(identity.claim(), { token: token('a') });
  }
});

test('a user needs no token and is called as their account', () => {
  const identity = new Identity(store(), store());
  identity.keep({ author: 'g_a', name: '', token: token('a') });
  identity.know();
  same(identity.claim(), {});
  identity.keep({ author: 'u_1', name: '小明' });
  same([identity.isUser, identity.shown, identity.author], [true, '小明', 'u_1']);
  identity.begin();
  same(identity.claim(), { token: token('a') });
});

test('a token that is worth nothing any more is forgotten in every tab', () => {
  const [tab, browser] = [area(), area()];
  const identity = new Identity(store(tab), store(browser));
  identity.keep({ author: 'g_a', token: token('a') });
  identity.forget();
  same(identity.claim(), {});
  same(new Identity(store(), store(browser)).claim(), {});
});
