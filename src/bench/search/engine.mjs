// The site's search engine in Node: the very scripts that a browser loads, with as much of a browser as it asks for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';

const SCRIPTS = ['constraints.js', 'engine.js'].map((name) => {
  const file = fileURLToPath(new URL(`../../../theme/scripts/search/${name}`, import.meta.url));
  return new Script(readFileSync(file, 'utf8'), { filename: file });
});

/**
 * The engine of one site, as `PlaybookSearch` of a page on a disk. `read` gives the text of a script by its path from the
 * site's root, null if there is none; a script that cannot be run is passed over, as in a browser.
 */
export function playbookSearch(read) {
  const page = createContext({ performance, location: { protocol: 'file:' } });
  const run = (script) => {
    const text = read(script.src);
    if (text === null) return script.onerror();
    try {
      new Script(text, { filename: script.src }).runInContext(page);
    } catch {
      // told by the engine, which misses what the script should have brought
    }
    return script.onload();
  };
  page.window = page;
  page.document = { createElement: () => ({ remove() {} }), head: { appendChild: run } };
  SCRIPTS.forEach((script) => script.runInContext(page));
  return page.PlaybookSearch;
}

/** Paths of the files that were missing or damaged when a session last answered. */
export function missing(session) {
  const { missing: names, root } = session.engine.index;
  const files = new Set(Array.from(names, (name) => playbookSearch(() => null).fileOf(root, name)));
  return Array.from(files, (name) => (name === 'index' ? 'search/index.js' : `search/${name[0]}/${name.slice(1)}.js`)).sort();
}
