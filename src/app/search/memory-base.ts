import type { Article } from '../../domain/article.ts';
import { type ArticleEngine, createArticleEngine } from '../../search/article/article-search.ts';
import type { ThesaurusData } from '../../search/article/thesaurus.ts';
import type { Stemmer } from '../../search/word.ts';
import { ArticleStore } from '../../store/article/article-store.ts';
import { ChoiceStore } from '../../store/article/choice-store.ts';
import { MeaningStore } from '../../store/article/meaning-store.ts';
import { openMemory } from '../../store/open-memory.ts';
import { articleSource } from './article-source.ts';
import { indexArticleBy } from './index-article.ts';
import { learnMeanings } from './learn-meanings.ts';

/** A base of articles in memory, with its search. */
export interface MemoryBase {
  readonly articles: ArticleStore;
  readonly choices: ChoiceStore;
  readonly engine: ArticleEngine;
}

const BATCH = 500;

/** Indexes and learns articles in memory; about half a millisecond each. */
export async function buildMemoryBase(
  set: Iterable<Article>,
  words: ThesaurusData,
  stemmer: Stemmer,
): Promise<MemoryBase> {
  const sql = openMemory();
  const articles = new ArticleStore(sql, indexArticleBy(stemmer));
  const meanings = new MeaningStore(sql);
  const choices = new ChoiceStore(sql);
  articles.putAll(set);
  while (articles.indexWaiting(BATCH) > 0) await new Promise((resolve) => setImmediate(resolve));
  learnMeanings({ articles, meanings });
  const source = articleSource({ articles, meanings, choices });
  return { articles, choices, engine: createArticleEngine(source, words, stemmer) };
}
