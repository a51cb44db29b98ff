// Pages built by the playbook, and the same pages indexed by Pagefind.
import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { writeContent } from './collection.mjs';
import { JAR, NPM } from './places.mjs';

/** Writes `docs` as content below `folder` and builds it. Gives {site, pages}, pages mapping an address to a document's id. */
export async function makeSite(docs, folder, name) {
  const content = join(folder, 'content');
  const pages = writeContent(docs, content, name);
  const site = join(folder, 'site');
  rmSync(site, { recursive: true, force: true });
  await build(content, site);
  for (const page of pages.keys()) {
    if (!existsSync(join(site, page))) throw new Error(`the build did not write ${page}`);
  }
  return { content, site, pages };
}

/** Builds a site; gives the time in ms of its indexing stage, null when it has none. */
export async function build(content, site) {
  // A hundred thousand pages need more than the quarter of the memory that Java takes of itself.
  const { output } = await run('java', ['-XX:MaxRAMPercentage=60', '-jar', JAR, 'build', '--times', '--content', content, '--output', site]);
  const stage = output.match(/^Indexing\D*(\d+) ms/m);
  return stage ? Number(stage[1]) : null;
}

/** Lays the collection's pages alone in a folder, for Pagefind: links, not copies. */
export function pagesAlone(site, pages, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages.keys()) {
    mkdirSync(dirname(join(folder, page)), { recursive: true });
    linkSync(join(site, page), join(folder, page));
  }
  return folder;
}

/** Lets Pagefind index a folder of pages, their article alone; gives its wall time in ms. */
export async function indexByPagefind(folder, output) {
  rmSync(output, { recursive: true, force: true });
  const { wall } = await run(join(NPM, 'node_modules/.bin/pagefind'), [
    '--silent', '--site', folder, '--output-path', output,
    '--root-selector', 'article', '--exclude-selectors', 'nav, .after',
  ]);
  return wall;
}
