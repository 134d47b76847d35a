import { join } from 'node:path';
import { listWordLists } from '../../content/word-lists.ts';
import { readArticleRecord } from '../../intake/articles/parse-article-lines.ts';
import { createStemmer } from '../../search/word.ts';
import { UserError } from '../../util/user-error.ts';
import { toArticle } from './import-articles.ts';
import { buildMemoryBase, type MemoryBase } from './memory-base.ts';
import { readLists } from './open-search.ts';
import { type JsonHit, toJsonHit } from './search-json.ts';

let base: MemoryBase | null = null;

/**
 * Makes a set of articles searchable, in memory and apart from any desk: `{id, title, section, tags,
 * kind, body, updated, source, licence}` each. Throws for one without id, title or body.
 */
export async function build(articles: Iterable<unknown>): Promise<{ readonly articles: number }> {
  if (typeof articles?.[Symbol.iterator] !== 'function') throw new UserError('articles-wrong');
  const set = [...articles].map((value, place) => {
    const record = readArticleRecord(value);
    if (record === null) throw new UserError('article-record-wrong', { place });
    return toArticle(record, `article ${place}`);
  });
  const stemmer = createStemmer();
  const words = readLists(listWordLists(join(packageRoot(), 'kb/thesaurus')), stemmer);
  base = await buildMemoryBase(set, words, stemmer);
  return { articles: set.length };
}

/** The best hits of a query over what `build` got, as `smena kb search --json` prints them. */
export function search(query: string, limit = 20): readonly JsonHit[] {
  if (base === null) return [];
  return base.engine.search(query, { limit }).hits.map((hit) => toJsonHit(hit));
}

/** The bundle lies in dist/, the sources in src/app/search/. */
function packageRoot(): string {
  const isSource = import.meta.dirname.endsWith(join('app', 'search'));
  return join(import.meta.dirname, isSource ? '../../..' : '..');
}
