import { Likeness } from '/main/webapp/static/js/likeness.js';
import { same, test } from './check.js';

const TABLE = ['# letters', '31,49,6c', '41,391,410', '61,3b1,430', '65,435', '69,456', '6f,30,43e'].join('\n');

function met(...names) {
  const likeness = new Likeness();
  likeness.learn(TABLE);
  names.forEach((name, i) => likeness.meet({ author: `u_${i}`, name }));
  return likeness;
}

test('names that the eye takes for the same are shared', () => {
  const pairs = [
    ['Alice', 'alice'],
    ['Alice', '\u0410lice'],
    ['Alice', 'A\u200blice'],
    ['Alice', 'Al\u0456c\u0435'],
    ['Alice', '\uff21lice'],
    ['Alice', '\u00c0lice'],
    ['Alice', 'Al ice'],
    ['Alice', 'AIice'],
    ['Ivan', 'lvan'],
    ['张三', '张 三'],
  ];
  same(pairs.filter(([one, other]) => !met(one, other).isShared(one)), []);
  same(pairs.filter(([one, other]) => !met(one, other).isShared(other)), []);
});

test('others are not', () => {
  const likeness = met('Alice', 'Alicia', 'Bob', '张三', '张四');
  same(['Alice', 'Alicia', 'Bob', '张三', '张四', 'nobody', ''].filter((name) => likeness.isShared(name)), []);
});

test('whoever says something again, or changes back to an earlier name, is no other', () => {
  const likeness = met();
  const told = [
    ['u_1', 'Ann'],
    ['u_1', 'Ann'],
    ['u_1', 'Ahn'],
    ['u_1', 'Ann'],
  ].map(([author, name]) => likeness.meet({ author, name }));
  same([told, likeness.isShared('Ann')], [[false, false, false, false], false]);
});

test('the second is what tells, and whoever has no name never is one', () => {
  const likeness = met();
  const told = [
    ['u_1', 'Ann'],
    ['g_2', 'ann'],
    ['g_3', ''],
    ['g_4', ''],
  ].map(([author, name]) => likeness.meet({ author, name }));
  same(told, [false, true, false, false]);
});

test('who was met before the letters were known is looked at again', () => {
  const likeness = new Likeness();
  likeness.meet({ author: 'u_1', name: 'Alice' });
  likeness.meet({ author: 'g_2', name: '\u0410lice' });
  same(likeness.isShared('Alice'), false);
  likeness.learn(TABLE);
  same(likeness.isShared('Alice'), true);
});
