// Pages in any number, made from the sections of a collection.
import { sectionsOf } from './collection.mjs';
import { random } from './random.mjs';

const USUAL = { least: 3, most: 8, words: 160 };
/** Of very many pages each is short: with usual ones Pagefind takes more than 20 GB of memory for 100,000. */
const SHORT = { least: 1, most: 3, words: 80 };
const MANY_PAGES = 50_000;
const WORDS_TO_A_RARE_ONE = 100;
const RARE_WORDS_A_PAGE = 8;
const ONSETS = [...'bcdfghjklmnprstvwz'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];

/**
 * Makes `count` documents, each with a title and some sections of the collection's, cut where they are long. Every hundredth word or so gives
 * way to one of a vocabulary that grows with the number of pages and falls off as Zipf says: recombined text alone would
 * hold no new words, and an index of it would be smaller than that of a real site. The same on every machine.
 */
export function generate(docs, count) {
  const sections = docs.flatMap((doc) =>
    sectionsOf(doc)
      .map((section) => ({ title: section.title || doc.title, words: section.text.split(/\s+/).filter(Boolean) }))
      .filter((section) => section.title && section.words.length >= 20),
  );
  const shape = count > MANY_PAGES ? SHORT : USUAL;
  const next = random(count);
  const below = (limit) => Math.floor(next() * limit);
  const one = (list) => list[below(list.length)];
  const rare = () => rareWord(Math.floor(Math.exp(next() * Math.log(count * RARE_WORDS_A_PAGE))));
  return Array.from({ length: count }, (_, number) => ({
    id: `page-${String(number).padStart(6, '0')}`,
    title: `${one(docs).title}: ${one(sections).title}`,
    sections: Array.from({ length: shape.least + below(shape.most - shape.least + 1) }, (_, place) => {
      const { title, words } = one(sections);
      const start = below(Math.max(1, words.length - shape.words));
      const some = words.slice(start, start + shape.words);
      const text = some.map((word) => (below(WORDS_TO_A_RARE_ONE) === 0 ? rare() : word)).join(' ');
      return { id: place === 0 ? '' : `s${place}`, title, level: place === 0 ? 1 : 2, text };
    }),
  })).map((doc) => ({ ...doc, text: doc.sections.map((section) => `${section.title}. ${section.text}`).join(' ') }));
}

/** A made-up word for a number, another one for each. */
export function rareWord(number) {
  const syllables = ONSETS.length * VOWELS.length;
  let word = '';
  let rest = number + syllables;
  while (rest > 0) {
    const syllable = rest % syllables;
    word += ONSETS[syllable % ONSETS.length] + VOWELS[Math.floor(syllable / ONSETS.length)];
    rest = Math.floor(rest / syllables);
  }
  return word;
}
