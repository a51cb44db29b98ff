// What a search costs: bytes over the wire, work in the browser, time to index.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coldPage, pagefind, playbook, timeWarm } from './browser.mjs';
import { median, quantile } from './metrics.mjs';
import { serve } from './server.mjs';
import { build, indexByPagefind } from './sites.mjs';
import { shuffled } from './random.mjs';
import { WHOLE_INDEX_ENGINES } from './whole-index.mjs';

const FIRST_QUERIES = 15;
const LATER_QUERIES = 50;
const SITE = '/lib/playbook/';

/** The texts that are asked for: the same for all engines. */
export function sample(queries) {
  return shuffled(queries, 20261102).slice(0, FIRST_QUERIES + LATER_QUERIES).map((query) => query.text);
}

/** Bytes and work of Pagefind; `index` is its folder. */
export async function pagefindEffort({ index, empty, texts, browser }) {
  const server = await serve({ '/pagefind/': index, '/': empty });
  const base = `${server.origin}/pagefind/`;
  return effort({ server, start: `${server.origin}/`, base, engine: pagefind, kind: pagefindKind, texts, browser });
}

/** Bytes and work of this project's engine on a built site. */
export async function playbookEffort({ site, texts, browser }) {
  const server = await serve({ [SITE]: site });
  const base = `${server.origin}${SITE}`;
  return effort({ server, start: `${base}index.html`, base, engine: playbook, kind: playbookKinds(site), texts, browser });
}

async function effort({ server, start, base, engine, kind, texts, browser }) {
  const firsts = [];
  const kinds = {};
  let missing = 0;
  const spent = () => {
    const log = server.take();
    missing += log.filter((request) => request.missing).length;
    return { bytes: sum(log), requests: log.length, log };
  };
  const opened = async () => {
    const page = await coldPage(browser, start);
    server.take();
    await engine.open(page, base);
    return page;
  };
  try {
    for (const text of texts.slice(0, FIRST_QUERIES)) {
      const page = await opened();
      await page.evaluate((text) => globalThis.benchSearch(text), text);
      firsts.push(spent());
      await page.context().close();
    }
    for (const { path } of firsts.flatMap((first) => first.log)) kinds[kind(path)] ??= [];
    for (const name of Object.keys(kinds)) {
      kinds[name] = median(firsts.map((first) => sum(first.log.filter((request) => kind(request.path) === name))));
    }
    const page = await opened();
    const laters = [];
    for (const [number, text] of texts.slice(FIRST_QUERIES - 1).entries()) {
      await page.evaluate((text) => globalThis.benchSearch(text), text);
      const one = spent();
      if (number > 0) laters.push(one);
    }
    const times = await timeWarm(page, texts);
    await page.context().close();
    return {
      first: {
        bytes: median(firsts.map((one) => one.bytes)),
        most: Math.max(...firsts.map((one) => one.bytes)),
        requests: median(firsts.map((one) => one.requests)),
        kinds,
      },
      later: {
        median: median(laters.map((one) => one.bytes)),
        p95: quantile(laters.map((one) => one.bytes), 0.95),
        requests: median(laters.map((one) => one.requests)),
        kinds: kindsOf(laters, kind),
      },
      work: { median: median(times), p95: quantile(times, 0.95) },
      missing,
    };
  } finally {
    await server.close();
  }
}

const sum = (log) => log.reduce((total, request) => total + request.bytes, 0);

/** The mean bytes a query by kind of file. */
function kindsOf(queries, kind) {
  const kinds = {};
  for (const { log } of queries) for (const { path, bytes } of log) kinds[kind(path)] = (kinds[kind(path)] ?? 0) + bytes;
  return Object.fromEntries(Object.entries(kinds).map(([name, bytes]) => [name, Math.round(bytes / queries.length)]));
}

function pagefindKind(path) {
  const name = path.split('/').pop();
  if (/\.js$|wasm|\.pagefind$/.test(name)) return 'runtime';
  if (/entry\.json$|\.pf_meta$/.test(name)) return 'table of pages';
  return name.split('.').pop().replace('pf_', '');
}

/** Says of which kind a file of the index of a built site is: by its root, which names most, else by what is in it. */
function playbookKinds(site) {
  const kinds = new Map();
  const root = argument(readFileSync(join(site, 'search/index.js'), 'utf8').split('\n')[0]);
  for (const [, name] of root.words) kinds.set(name, 'words');
  for (const [, name] of root.firsts) kinds.set(name, 'words by second letter');
  for (const name of root.briefs.match(/.{7}/g) ?? []) kinds.set(name, 'briefs');
  for (const name of [...Object.values(root.facets), ...Object.values(root.ranges)]) kinds.set(name, 'facets');
  for (const [file, names] of Object.entries(root.packs)) {
    kinds.set(file, kinds.get(names.slice(0, 7)) === 'words' ? 'words and postings' : 'texts');
  }
  return (path) => {
    const file = path.slice(SITE.length);
    if (!file.startsWith('search/')) return 'runtime';
    if (file === 'search/index.js') return 'root';
    const name = file.replace(/^search\/(.*)\.js$/, '$1').replace('/', '');
    if (!kinds.has(name)) {
      const data = argument(readFileSync(join(site, file), 'utf8'));
      kinds.set(name, typeof data[0] === 'string' ? 'postings' : 'texts');
    }
    return kinds.get(name);
  };
}

/** The last argument of the call that a shard is. */
function argument(script) {
  const [, , json] = script.match(/^\w+\.\w+\(("\w+",)?(.*)\)\s*$/s);
  return JSON.parse(json);
}

/** Bytes of the engines that load all first, without any text for excerpts, and their work and index time, in Node. */
export function wholeIndexEffort({ docs, texts }) {
  return Object.fromEntries(
    WHOLE_INDEX_ENGINES.map((engine) => {
      const started = performance.now();
      const index = engine.build(docs);
      const built = performance.now() - started;
      for (const text of texts) engine.search(index, text);
      const times = texts.map((text) => {
        const start = performance.now();
        engine.search(index, text);
        return performance.now() - start;
      });
      const figures = {
        first: { bytes: engine.shipped(index) },
        later: { median: 0, p95: 0 },
        work: { median: median(times), p95: quantile(times, 0.95) },
        index: built,
      };
      return [engine.name, figures];
    }),
  );
}

/** Times to index, in ms, each engine in turn so that a busy machine is busy for all; medians of `rounds`. */
export async function indexTimes({ content, site, alone, index, rounds, withPlaybook }) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    if (withPlaybook) ours.push(await build(content, `${site}-timed`));
    theirs.push(await indexByPagefind(alone, index));
  }
  return { playbook: ours.every((time) => time !== null) && ours.length ? median(ours) : null, pagefind: median(theirs) };
}
