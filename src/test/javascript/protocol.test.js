import { decode, encode, verdict } from '/main/webapp/static/js/protocol.js';
import { same, test } from './check.js';

test('a frame carries one object a line, both ways', () => {
  const objects = [{ type: 'ping' }, { type: 'publish', text: 'one\ntwo' }];
  same(encode(...objects).split('\n').length, 2);
  same(decode(encode(...objects)), objects);
});

test('what cannot be read costs nobody else', () => {
  same(decode('{"type":"pong"}\n\n{"type":\n7\nnull\n{"type":"ack"}'), [{ type: 'pong' }, { type: 'ack' }]);
});

test('close codes say whether to come back', () => {
  same([1001, 1005, 1006, 1011, 1012, 1013, 4000, 4003, 4499].map(verdict), Array(9).fill('lost'));
  same([1002, 1003, 1007, 1008, 1009, 1010, 4500, 4501, 4999].map(verdict), Array(9).fill('refused'));
  same(verdict(1000), 'closed');
});
