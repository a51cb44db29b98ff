// How the script cuts texts into words; TokensTest reads the same file and asks Java.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { playbookSearch } from './engine.mjs';

const FILE = new URL('../../test/resources/search/tokens.txt', import.meta.url);
const { tokens } = playbookSearch(() => null);

const unescaped = (text) => text.replace(/\\u([0-9a-f]{4})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));
const words = (text) => tokens(text).map(({ key, joint }) => (joint ? `[${key}]` : key)).join(' ');

test('a text is cut into the words that stand beside it', () => {
  const rows = readFileSync(FILE, 'utf8').split('\n').filter((line) => line && !line.startsWith('# '));
  assert.ok(rows.length > 50);
  for (const row of rows) {
    const arrow = row.lastIndexOf(' =>');
    assert.equal(words(unescaped(row.slice(0, arrow))), unescaped(row.slice(arrow + 3)).trim(), row);
  }
});
