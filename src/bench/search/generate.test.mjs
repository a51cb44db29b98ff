import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate, rareWord } from './generate.mjs';

const DOCS = [
  { id: 'a', title: 'One', text: 'word '.repeat(300) },
  { id: 'b', title: 'Two', text: 'other '.repeat(50) },
];

test('the same pages each time, as many as asked for', () => {
  assert.deepEqual(generate(DOCS, 40), generate(DOCS, 40));
  assert.equal(new Set(generate(DOCS, 40).map((doc) => doc.id)).size, 40);
});

test('more pages have more words', () => {
  const vocabulary = (count) => new Set(generate(DOCS, count).flatMap((doc) => doc.text.split(' '))).size;
  assert.ok(vocabulary(2000) > 3 * vocabulary(200));
});

test('each number has a word of its own', () => {
  assert.equal(new Set(Array.from({ length: 50000 }, (_, i) => rareWord(i))).size, 50000);
});
