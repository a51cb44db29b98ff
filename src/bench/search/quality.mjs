// How good the lists are: every engine over the same pages and the same queries.
import { writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { coldPage, pagefind, playbook, searchAll } from './browser.mjs';
import { VARIANTS } from './collection.mjs';
import { run } from './command.mjs';
import { luceneHits } from './lucene.mjs';
import { evaluate, evaluateHeadings, sameEverywhere } from './metrics.mjs';
import { SOURCES } from './places.mjs';
import { serve } from './server.mjs';
import { WHOLE_INDEX_ENGINES } from './whole-index.mjs';

const SITE = '/lib/playbook/';
const DEPTH = 10;

/** Every query of a collection and its headings, with a key that says which it is. */
export function allQueries(collection, headings) {
  return [
    ...VARIANTS.flatMap((variant) => collection.queries[variant].map(({ id, text }) => ({ key: `${variant}:${id}`, text }))),
    ...headings.map(({ id, text }) => ({ key: `heading:${id}`, text })),
  ];
}

/** The figures of one engine; `hits` maps a query's key to [{doc, anchor}]. */
export function judge(collection, headings, hits, anchors) {
  const of = (kind) => ({
    get: (id) => hits.get(`${kind}:${id}`),
  });
  const figures = Object.fromEntries(
    VARIANTS.map((variant) => [variant, evaluate(collection.queries[variant], of(variant), collection.judged)]),
  );
  if (headings.length > 0) figures.headings = evaluateHeadings(headings, of('heading'), anchors);
  return figures;
}

/** MiniSearch and Lunr in Node, Lucene in Java. Gives engine name -> figures. */
export async function judgePeers({ collection, headings, folder, log }) {
  const queries = allQueries(collection, headings);
  const figures = {};
  for (const engine of WHOLE_INDEX_ENGINES) {
    log(engine.name);
    const index = engine.build(collection.docs);
    const hits = new Map(
      queries.map(({ key, text }) => [key, engine.search(index, text).map((doc) => ({ doc, anchor: null }))]),
    );
    figures[engine.name] = judge(collection, headings, hits, false);
  }
  log('Lucene');
  figures['Lucene BM25'] = judge(collection, headings, await luceneHits(collection.docs, queries, folder), false);
  return figures;
}

/** Pagefind in Chromium over http. */
export async function judgePagefind({ collection, headings, pages, index, empty, browser }) {
  const server = await serve({ '/pagefind/': index, '/': empty });
  try {
    const page = await coldPage(browser, `${server.origin}/`);
    await pagefind.open(page, `${server.origin}/pagefind/`);
    const found = await searchAll(page, allQueries(collection, headings));
    await page.context().close();
    return judge(collection, headings, documents(found, pages), true);
  } finally {
    await server.close();
  }
}

/** This project's engine in Node, in Chromium over http and from disk. The figures are those over http. */
export async function judgePlaybook({ collection, headings, pages, site, folder, browser }) {
  const queries = allQueries(collection, headings);
  const lists = {
    Node: await inNode(queries, site, folder),
    http: await overHttp(queries, site, browser),
    'file://': await fromDisk(queries, site, browser),
  };
  const figures = judge(collection, headings, documents(lists.http, pages), true);
  figures.same = sameEverywhere(queries, lists);
  return figures;
}

/** This project's engine in Node alone, which is enough to tune the ranking. */
export async function judgeInNode({ collection, headings, pages, site, folder }) {
  const found = await inNode(allQueries(collection, headings), site, folder);
  return judge(collection, headings, documents(found, pages), true);
}

async function inNode(queries, site, folder) {
  const file = join(folder, 'queries.jsonl');
  writeFileSync(file, queries.map(({ key, text }) => `${JSON.stringify({ id: key, text })}\n`).join(''));
  const { output } = await run(process.execPath, [join(SOURCES, 'query.mjs'), '--site', site, '--queries', file]);
  const found = new Map();
  for (const line of output.split('\n').filter(Boolean)) {
    const { id, hits } = JSON.parse(line);
    found.set(id, hits.slice(0, DEPTH).map(({ page, anchor }) => ({ page, anchor: anchor ?? '' })));
  }
  return found;
}

async function overHttp(queries, site, browser) {
  const server = await serve({ [SITE]: site });
  try {
    return await inChromium(queries, `${server.origin}${SITE}`, browser, 'index.html');
  } finally {
    await server.close();
  }
}

function fromDisk(queries, site, browser) {
  return inChromium(queries, pathToFileURL(site + sep).href, browser, 'index.html');
}

async function inChromium(queries, base, browser, start) {
  const page = await coldPage(browser, base + start);
  await playbook.open(page, base);
  const found = await searchAll(page, queries);
  await page.context().close();
  return found;
}

/** Lists of pages as lists of documents; a page that is none of the collection's stands for itself and is never relevant. */
function documents(found, pages) {
  const hits = new Map();
  for (const [key, list] of found) {
    hits.set(key, list.map(({ page, anchor }) => ({ doc: pages.get(page.replace(/^\//, '')) ?? page, anchor })));
  }
  return hits;
}
