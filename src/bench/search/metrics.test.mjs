import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  evaluate, evaluateHeadings, median, ndcg, quantile, recall, reciprocalRank, sameEverywhere,
} from './metrics.mjs';

const close = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const grades = (object) => new Map(Object.entries(object));

test('the best order has a gain of 1, another one less, nothing found 0', () => {
  close(ndcg(['a', 'b', 'x'], grades({ a: 2, b: 1 })), 1);
  close(ndcg(['b', 'a'], grades({ a: 2, b: 1 })), (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)));
  close(ndcg(['x', 'a'], grades({ a: 1 })), 1 / Math.log2(3));
  close(ndcg([], grades({ a: 1 })), 0);
});

test('what stands after the tenth place does not count, and more than ten relevant pages can still give 1', () => {
  const ten = [...'abcdefghij'];
  const eleven = new Map([...'abcdefghijk'].map((doc) => [doc, 1]));
  close(ndcg(ten, eleven), 1);
  close(ndcg([...'0123456789', 'a'], grades({ a: 1 })), 0);
  close(recall(ten, eleven), 10 / 11);
  close(reciprocalRank([...'0123456789', 'a'], grades({ a: 1 })), 0);
});

test('a page that is listed twice counts once', () => {
  close(ndcg(['a', 'a', 'b'], grades({ a: 1, b: 1 })), 1);
  close(recall(['a', 'a'], grades({ a: 1, b: 1 })), 0.5);
});

test('the reciprocal rank is that of the first relevant page', () => {
  close(reciprocalRank(['x', 'y', 'a', 'b'], grades({ a: 1, b: 1 })), 1 / 3);
});

test('the halves are the even and the odd queries of the file; unjudged queries are left out', () => {
  const queries = [{ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }];
  const hits = new Map([['1', [{ doc: 'a' }]], ['2', [{ doc: 'x' }]], ['3', []]]);
  const judged = new Map(['1', '2', '3'].map((id) => [id, grades({ a: 1 })]));
  const result = evaluate(queries, hits, judged);
  assert.equal(result.queries, 3);
  close(result.ndcg, 1 / 3);
  close(result.ndcgEven, 1 / 2);
  close(result.ndcgOdd, 0);
  close(result.empty, 1 / 3);
});

test('a heading is found when its page is first, and its place when the anchor is right too', () => {
  const headings = [{ id: 'h1', doc: 'a', anchor: 'x' }, { id: 'h2', doc: 'b', anchor: 'y' }];
  const hits = new Map([['h1', [{ doc: 'a', anchor: 'x' }]], ['h2', [{ doc: 'b', anchor: '' }, { doc: 'b', anchor: 'y' }]]]);
  assert.deepEqual(evaluateHeadings(headings, hits, true), { queries: 2, page: 1, anchor: 0.5 });
  assert.equal(evaluateHeadings(headings, hits, false).anchor, null);
});

test('quantiles are of the nearest rank', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2);
  assert.equal(quantile(Array.from({ length: 100 }, (_, i) => i + 1), 0.95), 95);
  assert.equal(quantile([7], 0.95), 7);
});

test('lists are the same when pages, places and order are; a list that is missing differs', () => {
  const queries = ['same', 'order', 'place', 'missing'].map((key) => ({ key, text: `text of ${key}` }));
  const [a, b] = [{ page: 'a', anchor: '' }, { page: 'b', anchor: 'x' }];
  const one = new Map([['same', [a, b]], ['order', [a, b]], ['place', [b]], ['missing', [a]]]);
  const other = new Map([['same', [{ ...a }, { ...b }]], ['order', [b, a]], ['place', [{ ...b, anchor: 'y' }]]]);
  const { queries: all, same, examples } = sameEverywhere(queries, { one, other });
  assert.deepEqual([all, same], [4, 1]);
  assert.deepEqual(examples.map((example) => example.key), ['order', 'place', 'missing']);
  assert.deepEqual(examples[2].lists, { one: [a], other: null });
});
