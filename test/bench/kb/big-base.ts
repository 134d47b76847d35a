import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Bench, root } from '../bench.ts';
import { nowMs } from '../statistics.ts';
import { type Corpus, enlarge } from './corpus.ts';

/** A data directory whose knowledge base is the corpus, enlarged. */
export interface BigBase {
  readonly folder: string;
  readonly megabytes: number;
  /** How long it took to bring the articles in. */
  readonly seconds: number;
}

/** Raise when the same corpus is to be enlarged otherwise. */
const GENERATION = 1;
/** What decides how the words of an article are kept. */
const INDEXING = ['src/search', 'src/app/search', 'src/store/article', 'src/store/migrations'];
const BATCH = 2_000;

/** A saved base of `count` articles, built by the program and kept until its search changes. */
export function bigBase(bench: Bench, corpus: Corpus, count: number): BigBase {
  const name = `kb-${count}-`;
  const folder = join(bench.cache, `${name}${stampOf(corpus)}`);
  if (!existsSync(folder)) {
    for (const old of readdirSync(bench.cache)) {
      if (old.startsWith(name)) rmSync(join(bench.cache, old), { recursive: true, force: true });
    }
    bench.say(`building a knowledge base of ${count} articles, once`);
    buildBase(bench, folder, enlarge(corpus.articles, count));
  }
  const megabytes = statSync(join(folder, 'smena.db')).size / 2 ** 20;
  return { folder, megabytes, seconds: Number(readFileSync(join(folder, 'seconds'), 'utf8')) };
}

function buildBase(bench: Bench, folder: string, articles: Iterable<unknown>): void {
  const partial = `${folder}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  const lines = join(partial, 'articles.jsonl');
  writeLines(lines, articles);
  const args = [bench.smena, 'kb', 'import', lines, '--replace', '--data-dir', partial];
  const from = nowMs();
  const done = spawnSync(bench.node, args, { env: bench.env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the base could not be built: ${done.stderr}`);
  writeFileSync(join(partial, 'seconds'), String((nowMs() - from) / 1_000));
  rmSync(lines);
  renameSync(partial, folder);
}

function writeLines(path: string, values: Iterable<unknown>): void {
  const file = openSync(path, 'w');
  let batch: string[] = [];
  for (const value of values) {
    batch.push(`${JSON.stringify(value)}\n`);
    if (batch.length < BATCH) continue;
    writeSync(file, batch.join(''));
    batch = [];
  }
  writeSync(file, batch.join(''));
  closeSync(file);
}

function stampOf(corpus: Corpus): string {
  const hash = createHash('sha256').update(JSON.stringify([GENERATION, corpus.stamp]));
  for (const folder of INDEXING) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => one.endsWith('.ts')).sort()) {
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
