import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ArticleProblem } from '../../content/article-problem.ts';
import type { Article } from '../../domain/article.ts';
import type { ArticleLine } from '../../intake/articles/parse-article-lines.ts';
import { type MessageParams, UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { type IndexProgress, indexArticles } from './index-articles.ts';
import { readable } from './refresh-articles.ts';

/** Something that was not taken over, and where it stands. */
export interface LeftOutArticle {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** A code for scripts; `params` is what its sentence names. */
  readonly reason: string;
  readonly params: MessageParams;
}

export interface ArticleImport {
  readonly imported: number;
  /** Articles that were here already, word for word. */
  readonly unchanged: number;
  readonly failed: readonly LeftOutArticle[];
}

export interface ImportArticlesOptions {
  /** The set becomes all there is: shipped articles and the desk's own wait behind it. */
  readonly replace: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
}

const BATCH = 250;
/** What a small compressed file may unpack to. */
const LARGEST = 1_000_000_000;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

/**
 * Brings a set of articles in: a folder of Markdown files, or JSON lines (also gzipped). What is
 * broken is left out and told; the rest is taken over in one transaction, then indexed and learned.
 */
export async function importArticles(
  desk: Desk,
  path: string,
  { replace, onProgress }: ImportArticlesOptions,
): Promise<ArticleImport> {
  const stat = statSync(path, { throwIfNoEntry: false });
  // A pipe or a device may never end.
  if (!stat?.isFile() && !stat?.isDirectory()) throw new UserError('file-not-found', { path });
  const failed: LeftOutArticle[] = [];
  const articles = stat.isDirectory()
    ? await readFolder(path, failed)
    : await readLines(path, failed);
  if (articles.length === 0 && failed.length === 0) throw new UserError('import-empty', { path });
  // A set of which nothing could be read takes nobody's place.
  if (articles.length === 0) return { imported: 0, unchanged: 0, failed };
  const written = desk.store.sql.transact(() => {
    if (!replace) return desk.articles.putAll(articles);
    const { written: changed } = desk.articles.mirror(['import'], articles);
    desk.articles.setAlone(true);
    // Another base has other meanings.
    desk.meanings.forget();
    return changed;
  });
  await indexArticles(desk, { batch: BATCH, ...(onProgress && { onProgress }) });
  return { imported: written, unchanged: articles.length - written, failed };
}

/** Takes the imported set away: what stood before it is back. Returns how many articles went. */
export function resetImport(desk: Desk): number {
  return desk.store.sql.transact(() => {
    const removed = desk.articles.countOf('import');
    desk.articles.clear('import');
    desk.articles.setAlone(false);
    desk.meanings.forget();
    return removed;
  });
}

async function readFolder(path: string, failed: LeftOutArticle[]): Promise<Article[]> {
  const { readArticleFolder } = await import('../../content/read-article-folder.ts');
  const { readArticleFile } = await import('../../content/read-article-file.ts');
  const { texts, problems } = readArticleFolder(path);
  const tell = ({ file, line, column, code, params }: ArticleProblem) =>
    failed.push({ file, line, column, reason: code, params });
  for (const problem of problems) tell(problem);
  const kept = new Map<string, Article>();
  for (const text of texts) {
    const read = readArticleFile(text);
    if (!read.ok) {
      for (const problem of read.problem) tell(problem);
      continue;
    }
    const key = `${read.value.id}.${read.value.lang}`;
    const first = kept.get(key);
    if (first === undefined) kept.set(key, { ...readable(read.value), origin: 'import' });
    else {
      const params = { id: read.value.id, other: first.file };
      failed.push({ file: text.file, line: 1, column: 1, reason: 'duplicate-id', params });
    }
  }
  return [...kept.values()];
}

async function readLines(file: string, failed: LeftOutArticle[]): Promise<Article[]> {
  const { parseArticleLines } = await import('../../intake/articles/parse-article-lines.ts');
  const seen = new Map<string, number>();
  const articles: Article[] = [];
  for (const result of parseArticleLines(readBytes(file))) {
    if (!result.ok) {
      const { line, column, code, field } = result.problem;
      failed.push({ file, line, column, reason: code, params: { field } });
      continue;
    }
    const { line, article } = result;
    const key = `${article.id}\n${article.lang}`;
    const first = seen.get(key);
    if (first !== undefined) {
      const params = { id: article.id, line: String(first) };
      failed.push({ file, line, column: 1, reason: 'id-repeated', params });
      continue;
    }
    seen.set(key, line);
    articles.push(toArticle(article, `${file}:${line}`));
  }
  return articles;
}

function readBytes(file: string): Uint8Array {
  const bytes = readFileSync(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    throw new UserError('import-not-gzip', { path: file });
  }
}

/** A line of an imported set as an article; `file` says where it came from. */
export function toArticle(line: ArticleLine, file: string): Article {
  const { id, lang, title, section, body, source, licence, owner } = line;
  const isForeign = source !== null || licence !== null;
  return {
    id,
    lang,
    title,
    kind: line.kind ?? 'instruction',
    line: String(line.line ?? '2'),
    tags: line.tags ?? [],
    owner: owner ?? '',
    reviewBy: null,
    minutes: null,
    related: [],
    isPublic: false,
    body,
    section,
    updated: toIsoDay(line.updated),
    backup: null,
    attribution: isForeign ? { source: source ?? '', licence: licence ?? '' } : null,
    origin: 'import',
    file,
  };
}

/** `11/14/2026` and longer ISO times as `2026-11-14`; anything else as it is. */
function toIsoDay(text: string | null): string | null {
  if (text === null) return null;
  const [, month = '', day = '', year = ''] = US_DATE.exec(text) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return ISO_DATE.test(text) ? text.slice(0, 10) : text;
}
