// Makes a collection of the benchmark's form from one in the form of BEIR, or of SMART (Cranfield, CACM, CISI).
//
//   node convert.mjs beir FOLDER OUT                    FOLDER holds corpus.jsonl, queries.jsonl and qrels/test.tsv
//   node convert.mjs smart DOCUMENTS QUERIES QRELS OUT  as in cran.all.1400, cran.qry and cranqrel
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { random } from './random.mjs';

const LONG_WORD = /\p{L}{5,}/gu;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Documents, queries and judgements [query, document, grade] of a collection in BEIR's form. */
export function fromBeir(corpus, queries, qrels) {
  const records = (text) => text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
  return {
    docs: records(corpus).map(({ _id, title, text }) => ({ id: _id, title: title ?? '', text })),
    queries: records(queries).map(({ _id, text }) => ({ id: _id, text })),
    judged: qrels.split('\n').slice(1).filter((line) => line.trim()).map((line) => {
      const [query, doc, grade] = line.trim().split('\t');
      return [query, doc, Number(grade)];
    }),
  };
}

/**
 * The same of a collection in SMART's form. Queries are numbered by their order, as the judgements do. Judgements of three columns
 * have a code, below 1 for "not relevant"; those of four list the relevant documents alone.
 */
export function fromSmart(documents, queries, qrels) {
  return {
    docs: smartRecords(documents).map(({ id, T = '', W = '' }) => ({ id, title: T, text: W })),
    queries: smartRecords(queries).map(({ W = '' }, number) => ({ id: String(number + 1), text: W })),
    judged: qrels.split('\n').filter((line) => line.trim()).map((line) => {
      const [query, doc, ...rest] = line.trim().split(/\s+/);
      return [String(Number(query)), doc, rest.length > 1 || Number(rest[0]) > 0 ? 1 : 0];
    }),
  };
}

function smartRecords(text) {
  return text.split(/^\.I\s+/m).slice(1).map((record) => {
    const [id, ...parts] = record.split(/^\.([A-Z])\s*$/m);
    const fields = { id: id.trim() };
    for (let i = 0; i < parts.length; i += 2) fields[parts[i]] ??= parts[i + 1].replace(/\s+/g, ' ').trim();
    return fields;
  });
}

/** The query with one slip in one word of five letters or more, not in its first letter; as it is when it has no such word. */
export function withTypo(text, next) {
  const words = [...text.matchAll(LONG_WORD)];
  if (words.length === 0) return text;
  const below = (limit) => Math.floor(next() * limit);
  const { 0: word, index } = words[below(words.length)];
  const at = 1 + below(word.length - 2);
  const letter = LETTERS[(LETTERS.indexOf(word[at].toLowerCase()) + 1 + below(LETTERS.length - 1)) % LETTERS.length];
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ].filter((slip) => slip !== word);
  return text.slice(0, index) + slips[below(slips.length)] + text.slice(index + word.length);
}

/** The query cut two or three letters before the end of its last word of five letters or more. */
export function withCutWord(text, next) {
  const last = [...text.matchAll(LONG_WORD)].at(-1);
  return last ? text.slice(0, last.index + last[0].length - 2 - Math.floor(next() * 2)) : text;
}

function write({ docs, queries, judged }, folder) {
  mkdirSync(folder, { recursive: true });
  const used = new Set(judged.filter(([, , grade]) => grade > 0).map(([query]) => query));
  const asked = queries.filter((query) => used.has(query.id));
  const jsonLines = (list) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
  const changed = (change) => {
    const next = random(20261103);
    return asked.map(({ id, text }) => ({ id, text: change(text, next) }));
  };
  writeFileSync(join(folder, 'docs.jsonl'), jsonLines(docs));
  writeFileSync(join(folder, 'queries.jsonl'), jsonLines(asked));
  writeFileSync(join(folder, 'queries-typo.jsonl'), jsonLines(changed(withTypo)));
  writeFileSync(join(folder, 'queries-prefix.jsonl'), jsonLines(changed(withCutWord)));
  writeFileSync(join(folder, 'qrels.tsv'), judged.map((row) => `${row.join('\t')}\n`).join(''));
  console.log(`${docs.length} documents and ${asked.length} queries in ${folder}`);
}

function main([form, ...paths]) {
  const text = (path) => readFileSync(path, 'utf8');
  if (form === 'beir' && paths.length === 2) {
    const file = (name) => text(join(paths[0], name));
    write(fromBeir(file('corpus.jsonl'), file('queries.jsonl'), file('qrels/test.tsv')), paths[1]);
  } else if (form === 'smart' && paths.length === 4) {
    write(fromSmart(...paths.slice(0, 3).map(text)), paths[3]);
  } else {
    console.error('usage: node convert.mjs beir FOLDER OUT\n       node convert.mjs smart DOCUMENTS QUERIES QRELS OUT');
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
