// Lucene, run by Java's source launcher: its jars stay in target/bench and are no dependency of the product.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { PROJECT, SOURCES, WORK } from './places.mjs';

const VERSION = '9.12.3';
const JARS = join(WORK, 'lucene');

async function jars() {
  const files = [];
  for (const artifact of ['lucene-core', 'lucene-analysis-common']) {
    const file = join(JARS, `${artifact}-${VERSION}.jar`);
    if (!existsSync(file)) {
      mkdirSync(JARS, { recursive: true });
      const coordinates = `-Dartifact=org.apache.lucene:${artifact}:${VERSION}`;
      await run('mvn', ['-q', '-B', 'dependency:copy', coordinates, `-DoutputDirectory=${JARS}`], { cwd: PROJECT });
    }
    files.push(file);
  }
  return files.join(delimiter);
}

const field = (text) => text.replace(/\s+/g, ' ');
const row = (...cells) => `${cells.map(field).join('\t')}\n`;

/** Ranks `queries` [{key, text}] over `docs`; gives a map from key to [{doc, anchor}]. `folder` holds the files between. */
export async function luceneHits(docs, queries, folder) {
  const [docsFile, queriesFile, hitsFile] = ['docs.tsv', 'queries.tsv', 'hits.tsv'].map((name) => join(folder, `lucene-${name}`));
  writeFileSync(docsFile, docs.map((doc) => row(doc.id, doc.title, doc.text)).join(''));
  writeFileSync(queriesFile, queries.map((query) => row(query.key, query.text)).join(''));
  await run('java', ['-cp', await jars(), join(SOURCES, 'LuceneBm25.java'), docsFile, queriesFile, hitsFile]);
  const hits = new Map();
  for (const line of readFileSync(hitsFile, 'utf8').split('\n').filter(Boolean)) {
    const [key, ...ids] = line.split('\t');
    hits.set(key, ids.map((doc) => ({ doc, anchor: null })));
  }
  return hits;
}
