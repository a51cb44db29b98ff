// Headless Chromium, and the engines that run in it.
import { fetched, WORK } from './places.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { chromium } = fetched('playwright-core');

/** A folder with one empty page, in which engines run that the site's own pages would forbid. */
export function emptyPage() {
  const folder = join(WORK, 'empty');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>empty</title>');
  return folder;
}

/** Starts Chromium: the one that CHROMIUM names, else the system's. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** Opens a page whose cache is empty. */
export async function coldPage(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

/**
 * Pagefind, on the empty page. `open` makes the engine ready (nothing is loaded before), `search` gives
 * [{page, anchor}] for the first ten results with their excerpts; the page is its address as Pagefind knows it.
 */
export const pagefind = {
  async open(page, base) {
    await page.evaluate((base) => {
      let engine;
      globalThis.benchSearch = async (text) => {
        if (!engine) {
          engine = await import(`${base}pagefind.js`);
          await engine.options({ baseUrl: '/' });
          await engine.init();
        }
        const { results } = await engine.search(text);
        const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return data.map((one) => {
          // The place that Pagefind's own interface shows first: the one with most matches.
          const best = [...one.sub_results].sort((a, b) => b.locations.length - a.locations.length)[0];
          return { page: one.raw_url ?? one.url, anchor: best?.anchor?.id ?? '' };
        });
      };
    }, base);
  },
};

/** This project's engine, on any page of a site; `base` is the site's address with a slash at its end. */
export const playbook = {
  async open(page, base) {
    await page.evaluate((base) => {
      let engine;
      const load = (address) =>
        new Promise((done, fail) => {
          const script = document.createElement('script');
          script.src = address;
          script.onload = done;
          script.onerror = () => fail(new Error(`cannot load ${address}`));
          document.head.append(script);
        });
      globalThis.benchSearch = async (text) => {
        if (!engine) {
          await load(new URL(document.body.dataset.search, document.baseURI).href);
          engine = await globalThis.PlaybookSearch.open(base);
        }
        const { hits } = await engine.search(text, { limit: 10 });
        return hits.map(({ page, anchor }) => ({ page, anchor: anchor ?? '' }));
      };
    }, base);
  },
};

/** Runs `queries` [{key, text}] one after the other; gives a map from key to [{page, anchor}]. */
export async function searchAll(page, queries) {
  const found = new Map();
  for (let i = 0; i < queries.length; i += 50) {
    const some = queries.slice(i, i + 50);
    const lists = await page.evaluate(async (texts) => {
      const lists = [];
      for (const text of texts) lists.push(await globalThis.benchSearch(text));
      return lists;
    }, some.map((query) => query.text));
    some.forEach((query, j) => found.set(query.key, lists[j]));
  }
  return found;
}

/** The time in ms of each of the `texts`, after each has been asked for once, so that nothing is left to load. */
export function timeWarm(page, texts) {
  return page.evaluate(async (texts) => {
    for (const text of texts) await globalThis.benchSearch(text);
    const times = [];
    for (const text of texts) {
      const start = performance.now();
      await globalThis.benchSearch(text);
      times.push(performance.now() - start);
    }
    return times;
  }, texts);
}
