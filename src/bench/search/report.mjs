// One table of everything that was measured.

export const OURS = 'Practice Playbook';
const ENGINES = [OURS, 'MiniSearch', 'MiniSearch + stemmer', 'MiniSearch tuned', 'Lunr', 'Pagefind', 'Lucene BM25'];

const share = (value) => (value === null || value === undefined ? '–' : value.toFixed(3).replace(/^0/, ''));
const percent = (value) => `${(value * 100).toFixed(1)} %`;
const kilobytes = (bytes) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
const milliseconds = (ms) => (ms < 0.1 ? '<0.1' : ms.toFixed(1));
const triple = (figures, measure) => ['clean', 'typo', 'prefix'].map((variant) => share(figures[variant][measure])).join(' / ');

const QUALITY = [
  ['nDCG@10: clean / typo / prefix', (f) => f.clean && triple(f, 'ndcg')],
  ['recall@10: clean / typo / prefix', (f) => f.clean && triple(f, 'recall')],
  ['MRR@10: clean / typo / prefix', (f) => f.clean && triple(f, 'mrr')],
  ['nDCG@10 of the even queries', (f) => f.clean && triple(f, 'ndcgEven')],
  ['nDCG@10 of the odd queries', (f) => f.clean && triple(f, 'ndcgOdd')],
  ['typo queries without any result', (f) => f.typo && percent(f.typo.empty)],
  ['a heading as the query: page first / place first', (f) => f.headings && `${share(f.headings.page)} / ${share(f.headings.anchor)}`],
  ['the same list on http, from file:// and in Node', (f) => f.same && `${f.same.same} of ${f.same.queries}`],
];

const EFFORT = [
  ['first query, KB compressed (requests)', (f) => f.first && `${kilobytes(f.first.bytes)}${f.first.requests ? ` (${f.first.requests})` : ''}`],
  ['later query, KB compressed, median / p95', (f) => f.later && `${kilobytes(f.later.median)} / ${kilobytes(f.later.p95)}`],
  ['work per query, ms, median / p95', (f) => f.work && `${milliseconds(f.work.median)} / ${milliseconds(f.work.p95)}`],
  ['time to index, ratio to Pagefind', (f) => f.indexRatio && f.indexRatio.toFixed(2)],
];

/** The Markdown table of `results` {collections: {name: {pages, engines}}, scale: {pages: engines}, code: engines}. */
export function markdown(results) {
  const used = ENGINES.filter((engine) =>
    [...Object.values(results.collections).map((one) => one.engines), ...Object.values(results.scale)].some((some) => some[engine]),
  );
  const rows = [];
  for (const [name, { pages, engines }] of Object.entries(results.collections)) {
    add(rows, `${name}, ${pages} pages`, [...QUALITY, ...EFFORT], engines, used);
  }
  for (const [pages, engines] of Object.entries(results.scale)) {
    add(rows, `${Number(pages).toLocaleString('en')} generated pages`, EFFORT, engines, used);
  }
  if (Object.keys(results.code).length > 0) {
    rows.push(['the code alone, KB compressed', ...used.map((engine) => codeSize(results.code[engine]))]);
  }
  const lines = [['', ...used], ['---', ...used.map(() => '---')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function codeSize(size) {
  if (!size) return '–';
  return kilobytes(size.all) + (size.withoutInterface ? `; ${kilobytes(size.withoutInterface)} without interface` : '');
}

function add(rows, title, measures, engines, used) {
  rows.push([`**${title}**`, ...used.map(() => '')]);
  for (const [label, show] of measures) {
    const cells = used.map((engine) => (engines[engine] && show(engines[engine])) || '–');
    if (cells.some((cell) => cell !== '–')) rows.push([label, ...cells]);
  }
}
