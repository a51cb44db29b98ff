import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBeir, fromSmart, withCutWord, withTypo } from './convert.mjs';
import { random } from './random.mjs';

test('BEIR: the header of the judgements is no judgement', () => {
  const { docs, queries, judged } = fromBeir(
    '{"_id":"d1","title":"T","text":"x"}\n',
    '{"_id":"q1","text":"what"}\n',
    'query-id\tcorpus-id\tscore\nq1\td1\t2\n',
  );
  assert.deepEqual(docs, [{ id: 'd1', title: 'T', text: 'x' }]);
  assert.deepEqual(queries, [{ id: 'q1', text: 'what' }]);
  assert.deepEqual(judged, [['q1', 'd1', 2]]);
});

test('SMART: queries are numbered by their order, a code of -1 is not relevant', () => {
  const { docs, queries, judged } = fromSmart(
    '.I 1\n.T\na\ntitle .\n.A\nx\n.W\nsome\ntext .\n.I 2\n.W\nmore\n',
    '.I 001\n.W\nfirst ?\n.I 004\n.W\nsecond ?\n',
    '1 184 2\n2 3 -1 \n',
  );
  assert.deepEqual(docs, [{ id: '1', title: 'a title .', text: 'some text .' }, { id: '2', title: '', text: 'more' }]);
  assert.deepEqual(queries, [{ id: '1', text: 'first ?' }, { id: '2', text: 'second ?' }]);
  assert.deepEqual(judged, [['1', '184', 1], ['2', '3', 0]]);
});

test('SMART: of four columns each line is a relevant document', () => {
  assert.deepEqual(fromSmart('', '', '01 1410 0 0\n').judged, [['1', '1410', 1]]);
});

test('a typo is one edit, and the first letter stays', () => {
  const next = random(1);
  for (let i = 0; i < 500; i++) {
    const typo = withTypo('my letter', next);
    assert.match(typo, /^my l/);
    assert.notEqual(typo, 'my letter');
    assert.ok(Math.abs(typo.length - 'my letter'.length) <= 1, typo);
  }
  assert.equal(withTypo('to be or not', next), 'to be or not');
});

test('the last long word is cut and what follows it goes', () => {
  const next = random(1);
  for (let i = 0; i < 20; i++) assert.ok(['some archit', 'some archite'].includes(withCutWord('some architect of', next)));
});
