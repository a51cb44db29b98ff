// The headings of a built site, taken as queries: who types a heading wants that place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from './random.mjs';

const ENTITIES = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  hellip: '…', ndash: '–', mdash: '—', laquo: '«', raquo: '»',
};

/** The text of a piece of HTML. */
export function textOf(html) {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? all;
      return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
    })
    .replace(/\s+/g, ' ')
    .trim();
}

const key = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * Up to `count` headings [{id, text, doc, anchor}] that stand once in all of the collection's pages and are no page's title.
 * `pages` maps a page's address in the folder `site` to its document.
 */
export function headingQueries(site, pages, count) {
  const seen = new Map();
  for (const [address, doc] of pages) {
    const html = readFileSync(join(site, address), 'utf8');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const [, title] of main.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)) note(seen, textOf(title), null);
    for (const [, anchor, inner] of main.matchAll(/<h[2-6][^>]*? id="([^"]+)"[^>]*>(.*?)<\/h[2-6]>/gs)) {
      note(seen, textOf(inner), { doc, anchor: textOf(anchor) });
    }
  }
  const once = [...seen.values()].filter((heading) => heading.times === 1 && heading.doc);
  return shuffled(once, 20261101)
    .slice(0, count)
    .map(({ text, doc, anchor }, number) => ({ id: `h${number + 1}`, text, doc, anchor }));
}

function note(seen, text, place) {
  const name = key(text);
  if (!name) return;
  const former = seen.get(name);
  if (former) former.times++;
  else seen.set(name, { text, times: 1, ...place });
}
