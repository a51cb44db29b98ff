// Where things lie: all that the benchmark makes is below target/bench/search.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SOURCES = dirname(fileURLToPath(import.meta.url));
export const PROJECT = resolve(SOURCES, '../../..');
export const WORK = join(PROJECT, 'target/bench/search');
export const NPM = join(WORK, 'npm');
export const JAR = join(PROJECT, 'target/practice-playbook.jar');

mkdirSync(NPM, { recursive: true });

/** Loads a package that `npm install` laid in target/bench/search/npm. */
export const fetched = createRequire(join(NPM, 'package.json'));
