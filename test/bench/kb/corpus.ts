import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../bench.ts';

/** An article as the corpus has it, with whatever else is said of it. */
export interface CorpusArticle {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
  readonly [field: string]: unknown;
}

/** A query with the articles that answer it; none for words that mean nothing. */
export interface Question {
  readonly class: string;
  readonly query: string;
  readonly relevant: readonly string[];
  /** Own words only: `dev` is there to tune the search on, `held` to judge it by. */
  readonly half?: string;
}

export interface Corpus {
  readonly articles: readonly CorpusArticle[];
  readonly questions: readonly Question[];
  /** Queries in people's own words over the same articles. */
  readonly ownWords: readonly Question[];
  /** Changes with the articles. */
  readonly stamp: string;
}

const ARTICLES = 'articles.jsonl.gz';
const QUESTIONS = 'queries-dev.jsonl';
const BESIDE = join('data', 'kb-ru');
/** The text of a copy is cut: a base of a hundred thousand has short articles. */
const COPY_LENGTH = 800;

/** What to say where no corpus is found. */
export const corpusIsMissing = `no corpus of articles: --corpus DIR or SMENA_KB_CORPUS names a folder with ${ARTICLES} and ${QUESTIONS}, or a folder beside the project has it as ${BESIDE}; only the speed over the shipped articles is measured`;

/** The folder named, else the first `data/kb-ru` of the folders beside the project; null without. */
export function findCorpus(named: string | null): string | null {
  if (named !== null) return named;
  const beside = join(root, '..');
  const folders = readdirSync(beside)
    .sort()
    .map((name) => join(beside, name, BESIDE));
  return folders.find((folder) => existsSync(join(folder, ARTICLES))) ?? null;
}

/** Reads the articles and their queries. */
export function readCorpus(folder: string): Corpus {
  const missing = [ARTICLES, QUESTIONS].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new Error(`${folder} has no ${missing.join(' and no ')}`);
  const file = join(folder, ARTICLES);
  const { mtimeMs, size } = statSync(file);
  const ownWords = join(import.meta.dirname, 'own-words.jsonl');
  return {
    articles: readLines<CorpusArticle>(gunzipSync(readFileSync(file))),
    questions: readLines<Question>(readFileSync(join(folder, QUESTIONS))),
    ownWords: readLines<Question>(readFileSync(ownWords)).filter((one) => one.class !== 'none'),
    stamp: `${mtimeMs} ${size}`,
  };
}

/** The corpus and as many copies of its articles as make `count`; a number tells titles apart. */
export function* enlarge(
  articles: readonly CorpusArticle[],
  count: number,
): Generator<CorpusArticle> {
  for (let n = 0; n < count; n += 1) {
    const article = articles[n % articles.length];
    if (!article) return;
    const { id, title, body } = article;
    const copy = { id: `${id}-${n}`, title: `${title} ${n}`, body: body.slice(0, COPY_LENGTH) };
    yield n < articles.length ? article : { ...article, ...copy };
  }
}

/** JSON lines of files that belong to the bench: their form is known. */
function readLines<Line>(bytes: Uint8Array): Line[] {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
