// Asks a built site many queries, as a reader's browser would. Prints a line of JSON for each:
//   {"id":"…","hits":[{"page":"…","anchor":"…","score":…}]}
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missing, playbookSearch } from './engine.mjs';

const USAGE = 'usage: query.mjs --site DIR --queries FILE.jsonl [--limit N]';

class UsageProblem extends Error {}

// who reads only the beginning closes the pipe
process.stdout.on('error', () => process.exit());

try {
  await main();
} catch (problem) {
  if (!(problem instanceof UsageProblem)) throw problem;
  console.error(`query.mjs: ${problem.message}`);
  process.exitCode = 2;
}

async function main() {
  const { site, queries, limit } = options();
  if (!site || !queries) throw new UsageProblem(USAGE);
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw new UsageProblem(`--limit is a number from 1, not "${limit}"`);
  const asked = readQueries(queries);
  const session = await playbookSearch((path) => textOf(join(site, path))).open('');
  if (!session) {
    throw new UsageProblem(`there is no search index of this version in ${site}; make the site with: playbook build, or name another with --site`);
  }
  const incomplete = new Set();
  for (const { id, text } of asked) {
    const { hits } = await session.search(text, { limit: Number(limit) });
    process.stdout.write(`${lineOf(id, hits)}\n`);
    missing(session).forEach((path) => incomplete.add(path));
  }
  if (incomplete.size) {
    console.error(`note: the index is not complete, build the site again; missing or damaged: ${[...incomplete].sort().join(', ')}`);
  }
}

function options() {
  const one = { type: 'string' };
  try {
    return parseArgs({ options: { site: one, queries: one, limit: { ...one, default: '10' } } }).values;
  } catch (problem) {
    throw new UsageProblem(`${problem.message}\n${USAGE}`);
  }
}

/** The queries of a file, one a line: {"id": "…", "text": "…"}; blank lines are passed over. */
function readQueries(file) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (problem) {
    throw new UsageProblem(problem.code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `${file} is not UTF-8` : `there is no file ${file}`);
  }
  return text.split(/\r\n|[\r\n]/).flatMap((line, i) => (line.trim() ? [queryOf(line, `${file}:${i + 1}`)] : []));
}

function queryOf(line, place) {
  let query = null;
  try {
    query = JSON.parse(line);
  } catch {
    // as a line of another form
  }
  const { id, text } = query ?? {};
  if (typeof text !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
    throw new UsageProblem(`${place}: each line is a query, {"id": "1", "text": "words"}; this one is not`);
  }
  return { id: String(id), text };
}

/** A whole score has its point, and no sign ends a script element: the form is kept, byte for byte. */
function lineOf(id, hits) {
  const rows = hits.map(({ page, anchor, score }) => {
    return `{"page":${quoted(page)},"anchor":${quoted(anchor)},"score":${Number.isInteger(score) ? score.toFixed(1) : score}}`;
  });
  return `{"id":${quoted(id)},"hits":[${rows}]}`;
}

function quoted(text) {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (problem) {
    if (problem.code === 'ENOENT' || problem.code === 'ENOTDIR' || problem.code === 'EISDIR') return null;
    throw problem;
  }
}
