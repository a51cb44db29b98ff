import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMarkdown, pageOf } from './collection.mjs';

test('nothing in a text becomes markup', () => {
  assert.equal(asMarkdown('# a *b* _c_ <b> [x](y) `z`'), '\\# a \\*b\\* \\_c\\_ \\<b\\> \\[x\\](y) \\`z\\`');
  assert.equal(asMarkdown('1. first'), '1\\. first');
  assert.equal(asMarkdown('- one\n- two'), '\\- one - two');
});

test('sections become headings of their level, a title is never a heading of the text', () => {
  const page = pageOf({
    id: 'a',
    title: 'Say "no"',
    text: 'unused',
    sections: [
      { id: '', title: 'Say "no"', level: 1, text: 'Lead.' },
      { id: 'why', title: 'Why', level: 2, text: 'Because.' },
      { id: 'deep', title: 'Deep', level: 3, text: '' },
    ],
  });
  assert.equal(page, '---\ntitle: "Say \\"no\\""\n---\n\nLead.\n\n## Why\n\nBecause.\n\n### Deep\n');
});

test('a document without title has its name as title, one without sections its text', () => {
  assert.equal(pageOf({ id: '7', title: '', text: 'All.' }), '---\ntitle: "Document 7"\n---\n\nAll.\n');
});
