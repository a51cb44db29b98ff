import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown, OURS } from './report.mjs';

const QUALITY = { ndcg: 0.8041, ndcgEven: 1, ndcgOdd: 0, recall: 0.9, mrr: 0.7, empty: 0.004 };

test('a row has a cell for every engine that was measured, rows without any figure are left out', () => {
  const figures = { clean: QUALITY, typo: QUALITY, prefix: QUALITY };
  const table = markdown({
    collections: {
      small: { pages: 9, engines: { [OURS]: { ...figures, headings: { page: 1, anchor: 0.5 } }, Lunr: { ...figures, headings: { page: 0.5, anchor: null } } } },
    },
    scale: { 10000: { [OURS]: { first: { bytes: 61234, requests: 20 }, later: { median: 20000, p95: 123456 } } } },
    code: { [OURS]: { all: 16000, withoutInterface: 11000 } },
  });
  const lines = table.split('\n');
  assert.ok(lines.every((line) => line.split(' | ').length === 3), table);
  assert.match(table, /nDCG@10: clean \/ typo \/ prefix \| \.804 \/ \.804 \/ \.804 \|/);
  assert.match(table, /typo queries without any result \| 0\.4 % \|/);
  assert.match(table, /a heading .*\| 1\.000 \/ \.500 \| \.500 \/ – \|/);
  assert.match(table, /\*\*10,000 generated pages\*\*/);
  assert.match(table, /first query, KB compressed \(requests\) \| 61\.2 \(20\) \| – \|/);
  assert.match(table, /later .*\| 20\.0 \/ 123 \|/);
  assert.match(table, /the code alone, KB compressed \| 16\.0; 11\.0 without interface \| – \|/);
  assert.doesNotMatch(table, /work per query|Pagefind \|/);
});
