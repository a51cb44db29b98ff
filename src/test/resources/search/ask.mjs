// The engine at the tests' service: a line of JSON is a question, and so is its answer.
//   {"open": {path: text}}                   a site's scripts; what is opened has the next number
//   {"changed": number, "files": {path: text or null}}   the same site with some of them changed
//   {"close": number}
//   {"first": number, "texts": […], "limit"}   what is loaded for each query by a reader who has searched for nothing yet
//   {"site": number, "texts": […], "limit", "filters", "counts", "plain"}   queries
import { createInterface } from 'node:readline';
import { missing, playbookSearch } from '../../../bench/search/engine.mjs';

const sites = [];

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}

async function answer(question) {
  try {
    if (question.open) return await open(question.open);
    if (question.files) return await open({ ...sites[question.changed].files, ...question.files });
    if ('close' in question) return { closed: delete sites[question.close] };
    if ('first' in question) return { loaded: await Promise.all(question.texts.map((text) => loaded(sites[question.first].files, text, question.limit))) };
    const { session } = sites[question.site];
    const answers = [];
    for (const text of question.texts) answers.push(await found(session, text, question));
    return { answers };
  } catch (failure) {
    return { failure: failure.stack };
  }
}

async function open(files) {
  const session = await playbookSearch((path) => files[path] ?? null).open('');
  return { site: session ? sites.push({ files, session }) - 1 : -1 };
}

/** The paths that were loaded when the list of results stands, and when each result has the words around those looked for. */
async function loaded(files, text, limit) {
  const paths = [];
  const session = await playbookSearch((path) => paths.push(path) && (files[path] ?? null)).open('');
  let list = null;
  const { hits } = await session.search(text, { limit, early: () => { list = paths.length; } });
  return { hits: hits.length, list: paths.slice(0, list ?? paths.length), all: paths };
}

async function found(session, text, options) {
  const { hits, total, exact, terms, query, read, near, apart, counts } = await session.search(text, options);
  const { index } = session.engine;
  const extracts = await index.run(() => index.all(hits, ({ brief }) => index.extract(brief)));
  return {
    hits: hits.map(({ page, anchor, score, title, summary, strip, type, section, text, inAll }, i) => ({ page, anchor, score: String(score), title, summary, strip, type, passages: extracts[i], section, text, inAll: inAll && inAll.minutes })),
    read,
    near,
    apart: apart.map(({ page }) => page),
    total,
    exact,
    instead: terms.map((term) => term.instead).filter(Boolean),
    words: Object.fromEntries(Array.from(query.words, ([key, joints]) => [key, joints])),
    open: query.open,
    phrases: query.phrases,
    without: query.without,
    filters: Object.fromEntries(query.filters),
    counts,
    missing: missing(session),
  };
}
