// Measures of a ranked list against judgements, as trec_eval computes them.

const DEPTH = 10;

/** The first ten of a list of documents, each counted once. */
function top(ranked) {
  return [...new Set(ranked)].slice(0, DEPTH);
}

/** Discounted gain at ten over that of the best possible order; `grades` maps a relevant document to its grade. */
export function ndcg(ranked, grades) {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const best = gain(ideal);
  return best === 0 ? 0 : gain(top(ranked).map((doc) => grades.get(doc) ?? 0)) / best;
}

function gain(grades) {
  return grades.reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
}

/** The share of the relevant documents that are among the first ten. */
export function recall(ranked, grades) {
  return grades.size === 0 ? 0 : top(ranked).filter((doc) => grades.has(doc)).length / grades.size;
}

/** One over the place of the first relevant document, 0 when it is not among the first ten. */
export function reciprocalRank(ranked, grades) {
  const place = top(ranked).findIndex((doc) => grades.has(doc));
  return place < 0 ? 0 : 1 / (place + 1);
}

export function mean(values) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which the share `part` of the values lies, by the nearest rank. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

export function median(values) {
  return quantile(values, 0.5);
}

/**
 * Means over `queries` [{id}] of what `hits` (query id -> [{doc}]) holds against `judged` (query id -> grades): all queries,
 * and each half alone, the even and the odd places in the file, so that tuning to one half shows in the other.
 */
export function evaluate(queries, hits, judged) {
  const rows = queries
    .map((query, number) => ({ query, number }))
    .filter(({ query }) => judged.has(query.id))
    .map(({ query, number }) => {
      const ranked = (hits.get(query.id) ?? []).map((hit) => hit.doc);
      const grades = judged.get(query.id);
      return {
        even: number % 2 === 0,
        ndcg: ndcg(ranked, grades),
        recall: recall(ranked, grades),
        mrr: reciprocalRank(ranked, grades),
        empty: ranked.length === 0,
      };
    });
  const over = (some, value) => mean(some.map(value));
  return {
    queries: rows.length,
    ndcg: over(rows, (row) => row.ndcg),
    ndcgEven: over(rows.filter((row) => row.even), (row) => row.ndcg),
    ndcgOdd: over(rows.filter((row) => !row.even), (row) => row.ndcg),
    recall: over(rows, (row) => row.recall),
    mrr: over(rows, (row) => row.mrr),
    empty: over(rows, (row) => (row.empty ? 1 : 0)),
  };
}

/**
 * How often the page of a heading comes first, and how often the right place on it does: `headings` [{id, doc, anchor}];
 * `anchor` is null for engines that find pages only.
 */
export function evaluateHeadings(headings, hits, anchors) {
  const first = headings.map((heading) => ({ heading, hit: hits.get(heading.id)?.[0] }));
  const found = first.map(({ heading, hit }) => hit?.doc === heading.doc);
  const exact = first.map(({ heading, hit }, i) => found[i] && (hit.anchor ?? '') === heading.anchor);
  return {
    queries: headings.length,
    page: mean(found.map(Number)),
    anchor: anchors ? mean(exact.map(Number)) : null,
  };
}

/** How many queries have one list of pages and places in all the maps of `lists`, and examples of those that do not. */
export function sameEverywhere(queries, lists) {
  const names = Object.keys(lists);
  const differing = queries.filter(({ key }) => new Set(names.map((name) => JSON.stringify(lists[name].get(key)))).size > 1);
  return {
    queries: queries.length,
    same: queries.length - differing.length,
    examples: differing.slice(0, 10).map(({ key, text }) => ({
      key,
      text,
      lists: Object.fromEntries(names.map((name) => [name, lists[name].get(key) ?? null])),
    })),
  };
}
