// The search benchmark. See README.md beside this file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { emptyPage, launch } from './browser.mjs';
import { collectionsIn, readCollection } from './collection.mjs';
import { indexTimes, pagefindEffort, playbookEffort, sample, wholeIndexEffort } from './effort.mjs';
import { generate } from './generate.mjs';
import { headingQueries } from './headings.mjs';
import { PROJECT, WORK } from './places.mjs';
import { judgeInNode, judgePagefind, judgePeers, judgePlaybook } from './quality.mjs';
import { markdown, OURS } from './report.mjs';
import { indexByPagefind, makeSite, pagesAlone } from './sites.mjs';

const HEADINGS = 300;
const ROUNDS = 3;
const WHOLE_INDEX_LIMIT = 10_000;

const { values: options } = parseArgs({
  options: {
    collections: { type: 'string' },
    pages: { type: 'string', default: '10000' },
    large: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: true },
    ours: { type: 'boolean', default: true },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
  allowNegative: true,
});
if (!options.collections) {
  console.error('usage: ./playbook bench search --collections DIR [--only NAME,…] [--pages N,…] [--large] [--no-peers] [--no-ours] [--quick]');
  process.exit(2);
}

const log = (text) => console.error(`  ${text}`);
const from = resolve(options.collections);
const found = collectionsIn(from);
const names = options.only ? options.only.split(',') : found;
if (names.length === 0 || !names.every((name) => found.includes(name))) {
  console.error(`${from} holds ${found.length ? `the collections ${found.join(', ')}` : 'no collection; see src/bench/README.md'}`);
  process.exit(2);
}
const sizes = options.quick ? [] : [...options.pages.split(',').filter(Boolean).map(Number), ...(options.large ? [100_000] : [])];
const empty = emptyPage();
const browser = await launch();
const results = { collections: {}, scale: {} };

try {
  for (const name of names) {
    console.error(name);
    results.collections[name] = await measureCollection(name);
  }
  const richest = names
    .map((name) => readCollection(join(from, name)))
    .sort((a, b) => headingCount(b) - headingCount(a))[0];
  for (const size of sizes) {
    console.error(`${size} pages`);
    results.scale[size] = await measureScale(size, richest);
  }
} finally {
  await browser.close();
}
results.code = codeSizes(results);

mkdirSync(WORK, { recursive: true });
const table = markdown(results);
writeFileSync(join(WORK, '../search.json'), `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(join(WORK, '../search.md'), `${table}\n`);
console.log(table);

function headingCount(collection) {
  return collection.docs.reduce((count, doc) => count + (doc.sections?.length ?? 0), 0);
}

async function measureCollection(name) {
  const collection = readCollection(join(from, name));
  const folder = join(WORK, name);
  log('build');
  const { content, site, pages } = await makeSite(collection.docs, folder, name);
  const headings = headingQueries(site, pages, HEADINGS);
  const texts = sample(collection.queries.clean);
  const engines = {};
  if (options.quick) {
    engines[OURS] = await judgeInNode({ collection, headings, pages, site, folder });
  } else if (options.ours) {
    log(OURS);
    engines[OURS] = {
      ...(await judgePlaybook({ collection, headings, pages, site, folder, browser })),
      ...(await playbookEffort({ site, texts, browser })),
    };
  }
  if (options.peers && !options.quick) {
    Object.assign(engines, await judgePeers({ collection, headings, folder, log }));
    log('Pagefind');
    const alone = pagesAlone(site, pages, join(folder, 'pages-alone'));
    const index = join(folder, 'pagefind');
    await indexByPagefind(alone, index);
    engines.Pagefind = {
      ...(await judgePagefind({ collection, headings, pages, index, empty, browser })),
      ...(await pagefindEffort({ index, empty, texts, browser })),
    };
    log('bytes, work and times');
    for (const [engine, figures] of Object.entries(wholeIndexEffort({ docs: collection.docs, texts }))) {
      Object.assign(engines[engine], figures);
    }
    await timesTo(engines, { content, site, alone, index, rounds: ROUNDS });
  }
  return { pages: pages.size, queries: collection.queries.clean.length, headings: headings.length, engines };
}

async function measureScale(size, source) {
  const folder = join(WORK, String(size));
  const docs = generate(source.docs, size);
  log('build');
  const { content, site, pages } = await makeSite(docs, folder, `${size} pages`);
  const texts = sample(source.queries.clean);
  const engines = {};
  if (options.ours) {
    log(OURS);
    engines[OURS] = await playbookEffort({ site, texts, browser });
  }
  if (options.peers) {
    if (size <= WHOLE_INDEX_LIMIT) {
      log('MiniSearch and Lunr');
      Object.assign(engines, wholeIndexEffort({ docs, texts }));
    }
    log('Pagefind');
    const alone = pagesAlone(site, pages, join(folder, 'pages-alone'));
    const index = join(folder, 'pagefind');
    try {
      await indexByPagefind(alone, index);
      engines.Pagefind = await pagefindEffort({ index, empty, texts, browser });
      log('times to index');
      await timesTo(engines, { content, site, alone, index, rounds: size > WHOLE_INDEX_LIMIT ? 1 : ROUNDS });
    } catch (failure) {
      // It takes gigabytes for very many pages; what is measured already is worth having.
      log(`Pagefind did not come to an end: ${failure.message}`);
    }
  }
  return engines;
}

async function timesTo(engines, { content, site, alone, index, rounds }) {
  const times = await indexTimes({ content, site, alone, index, rounds, withPlaybook: options.ours });
  engines.Pagefind.index = times.pagefind;
  if (engines[OURS] && times.playbook !== null) engines[OURS].index = times.playbook;
  for (const figures of Object.values(engines)) {
    if (figures.index) figures.indexRatio = figures.index / times.pagefind;
  }
}

/** Compressed bytes of the code that a reader loads before the first search; of this project's also without its interface. */
function codeSizes({ collections }) {
  const engines = Object.values(collections)[0]?.engines ?? {};
  const sizes = {};
  for (const [engine, figures] of Object.entries(engines)) {
    const size = figures.first?.kinds?.runtime;
    if (size) sizes[engine] = { all: size };
  }
  if (sizes[OURS]) {
    sizes[OURS].withoutInterface = gzipSync(shipped(readFileSync(join(PROJECT, 'theme/scripts/search/engine.js'), 'utf8'))).length;
  }
  return sizes;
}

/** A script as the build ships it: without indentation, and without comments that have a line of their own. */
function shipped(script) {
  return script.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('//')).join('\n');
}
