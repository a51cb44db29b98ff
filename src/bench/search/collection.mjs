// Reads a test collection and turns it into the content folder of a playbook.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const VARIANTS = ['clean', 'typo', 'prefix'];
const QUERY_FILES = { clean: 'queries.jsonl', typo: 'queries-typo.jsonl', prefix: 'queries-prefix.jsonl' };

/** The names of the folders in `folder` that hold a collection; none if there is no such folder. */
export function collectionsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => existsSync(join(folder, entry.name, 'docs.jsonl')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * One collection: `docs` [{id, title, text, sections?}], `queries` by variant [{id, text}] and `judged`, a map from query id
 * to a map from document id to grade. Grades of 0 or less are left out: they count as not relevant.
 */
export function readCollection(folder) {
  const docs = lines(join(folder, 'docs.jsonl')).map((line) => JSON.parse(line));
  const queries = {};
  for (const variant of VARIANTS) {
    queries[variant] = lines(join(folder, QUERY_FILES[variant])).map((line) => {
      const { id, text } = JSON.parse(line);
      return { id: String(id), text };
    });
  }
  const judged = new Map();
  for (const line of lines(join(folder, 'qrels.tsv'))) {
    const [query, doc, grade] = line.split('\t');
    if (Number(grade) > 0) {
      if (!judged.has(query)) judged.set(query, new Map());
      judged.get(query).set(doc, Number(grade));
    }
  }
  return { docs, queries, judged };
}

function lines(file) {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
}

/** Plain text as Markdown that shows just this text: nothing in it starts a list, a heading, markup or a link. */
export function asMarkdown(text) {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~#^={}$]/g, '\\$&')
    .replace(/^([-+:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** The Markdown file of a document. */
export function pageOf(doc) {
  const title = doc.title.trim() || `Document ${doc.id}`;
  const parts = [`---\ntitle: ${JSON.stringify(title)}\n---`];
  for (const [number, section] of sectionsOf(doc).entries()) {
    if (number > 0) {
      const heading = asMarkdown(section.title);
      if (heading) parts.push(`${'#'.repeat(Math.min(Math.max(section.level, 2), 6))} ${heading}`);
    }
    const text = asMarkdown(section.text);
    if (text) parts.push(text);
  }
  return parts.join('\n\n') + '\n';
}

/** A document's sections, the text before the first heading first; a document without is one section. */
export function sectionsOf(doc) {
  if (!doc.sections?.length) return [{ title: '', level: 1, text: doc.text }];
  const untitled = !doc.sections[0].id;
  return untitled ? doc.sections : [{ title: '', level: 1, text: '' }, ...doc.sections];
}

/** A name that every file system takes. */
function fileName(id, number) {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(id) ? id : `doc-${number}`;
}

/**
 * Writes `docs` as pages of a playbook in the empty or missing folder `content`, in folders of a hundred so that no page's
 * navigation lists them all. Returns a map from the built page's address in the site to the document's id.
 */
export function writeContent(docs, content, name) {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  writeFileSync(
    join(content, 'playbook.yml'),
    `name: ${JSON.stringify(name)}\ntagline: Pages to measure search with\naddress: https://example.org/bench/\n`,
  );
  const pages = new Map();
  let folder = '';
  docs.forEach((doc, number) => {
    if (number % 100 === 0) {
      folder = `part-${String(number / 100).padStart(4, '0')}`;
      mkdirSync(join(content, 'pages', folder), { recursive: true });
    }
    const file = fileName(doc.id, number);
    writeFileSync(join(content, 'pages', folder, `${file}.md`), pageOf(doc));
    pages.set(`pages/${folder}/${file}.html`, doc.id);
  });
  return pages;
}
