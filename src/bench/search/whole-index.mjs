// MiniSearch and Lunr: engines whose whole index is loaded before the first search.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fetched } from './places.mjs';

const lunr = fetched('lunr');
const MiniSearch = fetched('minisearch');

const FIELDS = { fields: ['title', 'text'], idField: 'id' };
const TITLE = { boost: { title: 2 } };
const TUNED = {
  ...TITLE,
  fuzzy: 0.2,
  prefix: (term, place, terms) => place === terms.length - 1,
  weights: { fuzzy: 0.1, prefix: 0.3 },
};

/** MiniSearch has no stop words and no stemmer; its users put some into `processTerm`. Here Lunr's: its list, and Porter's. */
const meaning = (term) => lunr.stopWordFilter(new lunr.Token(term.toLowerCase()));
const stopped = (term) => meaning(term)?.toString() ?? null;
const stemmed = (term) => {
  const token = meaning(term);
  return token ? lunr.stemmer(token).toString() : null;
};

/**
 * Each: `name`, `build(docs)`, which gives an index, `search(index, text)`, which gives document ids, best first, and
 * `shipped(index)`, the compressed bytes that a browser loads before its first search, without any text for excerpts.
 */
export const WHOLE_INDEX_ENGINES = [
  miniSearch('MiniSearch', {}, {}),
  miniSearch('MiniSearch + stemmer', { processTerm: stemmed }, TITLE),
  miniSearch('MiniSearch tuned', { processTerm: stopped }, TUNED),
  {
    name: 'Lunr',
    build(docs) {
      return lunr(function () {
        this.ref('id');
        this.field('title', { boost: 2 });
        this.field('text');
        docs.forEach((doc) => this.add({ id: doc.id, title: doc.title, text: doc.text }));
      });
    },
    // Words alone: in Lunr's query language a hyphen or a colon of a question would be an operator.
    search: (index, text) =>
      index
        .search(text.replace(/[^\p{L}\p{N}\s]+/gu, ' '))
        .slice(0, 10)
        .map((result) => result.ref),
    shipped: (index) => packed(JSON.stringify(index)) + packed(readFileSync(fetched.resolve('lunr/lunr.min.js'))),
  },
];

function miniSearch(name, indexing, searching) {
  return {
    name,
    build(docs) {
      const index = new MiniSearch({ ...FIELDS, ...indexing });
      index.addAll(docs.map(({ id, title, text }) => ({ id, title, text })));
      return index;
    },
    search: (index, text) => index.search(text, searching).slice(0, 10).map((result) => result.id),
    shipped: (index) => packed(JSON.stringify(index)) + packed(readFileSync(fetched.resolve('minisearch'))),
  };
}

const packed = (bytes) => gzipSync(bytes).length;
