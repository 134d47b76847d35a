import { buildMemoryBase, type MemoryBase } from '../../src/app/search/memory-base.ts';
import { readable } from '../../src/app/search/refresh-articles.ts';
import type { Article } from '../../src/domain/article.ts';
import { readThesaurus } from '../../src/search/article/read-thesaurus.ts';
import { createStemmer } from '../../src/search/word.ts';

/** An article of a test: what is not said is plain. */
export function testArticle(
  id: string,
  title: string,
  body: string,
  more: Partial<Article> = {},
): Article {
  return {
    id,
    lang: 'ru',
    title,
    kind: 'instruction',
    line: '2',
    tags: [],
    owner: 'line-2',
    reviewBy: null,
    minutes: null,
    related: [],
    isPublic: false,
    body,
    section: null,
    updated: null,
    backup: null,
    attribution: null,
    origin: 'store',
    file: '',
    ...more,
  };
}

/** A base in memory; `lists` are word lists of its thesaurus. */
export function testBase(
  articles: readonly Article[],
  lists: readonly string[] = [],
): Promise<MemoryBase> {
  const stemmer = createStemmer();
  return buildMemoryBase(articles.map(readable), readThesaurus(lists, stemmer), stemmer);
}
