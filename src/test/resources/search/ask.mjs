// The engine at the tests' service: a line of JSON is a question, and so is its answer.
//   {"open": {path: text}}                   a site's scripts; what is opened has the next number
//   {"changed": number, "files": {path: text or null}}   the same site with some of them changed
//   {"close": number}
//   {"first": number, "texts": […], "limit", "atOnce"}   what is loaded for each query by a reader who has searched for
//                                            nothing yet, with so many of the results' texts at once
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
    if ('first' in question) return { loaded: await Promise.all(question.texts.map((text) => loaded(sites[question.first].files, text, question))) };
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

/** The paths that were loaded when the list of results stands, when the first have their texts, and when all have. */
async function loaded(files, text, { limit, atOnce }) {
  const paths = [];
  const session = await playbookSearch((path) => paths.push(path) && (files[path] ?? null)).open('');
  let list = null;
  const { hits, more } = await session.search(text, { limit, atOnce, early: () => { list = paths.length; } });
  const first = paths.slice();
  await Promise.all(hits.filter((hit) => hit.waits).map(more));
  return { hits: hits.length, list: first.slice(0, list ?? first.length), first, all: paths };
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
