import type { FindInRow } from '../../app/content/find-in-text.ts';
import type { FoundArticle, Knowledge, ShownArticle } from '../../app/content/knowledge.ts';
import type { ArticleOpinion } from '../../app/knowledge/article-opinion.ts';
import type { Narrowing } from '../../app/knowledge/narrow-articles.ts';
import type { LeftSearch } from '../../app/knowledge/open-article.ts';
import type { IndexProgress } from '../../app/search/index-articles.ts';
import type { Block } from '../../content/article-markdown.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { TextHistory } from '../input/text-history.ts';

/** What is looked for inside the open article. */
export interface ArticleFind {
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly inRow: FindInRow;
  /** The row of the match last gone to; -1 before the first. */
  readonly row: number;
}

/** The article that is being read. */
export interface ReadArticle {
  readonly shown: ShownArticle;
  readonly blocks: readonly Block[];
  readonly opinion: ArticleOpinion;
  /** First visible row of its text. */
  readonly scroll: number;
  readonly find: ArticleFind | null;
}

/** An article that was read, and how far. */
export interface ReadPlace {
  readonly id: string;
  readonly lang: Language;
  readonly scroll: number;
}

/** The search that goes on. */
export interface CurrentSearch extends LeftSearch {
  /** An article was opened from it, or its end was noted. */
  readonly isSettled: boolean;
}

export interface KnowledgeState {
  /** Null until the articles were read. */
  readonly base: Knowledge | null;
  readonly query: TextHistory;
  readonly isTyping: boolean;
  readonly narrowing: Narrowing;
  /** What the hits answer: the typed text may be further already. */
  readonly asked: string;
  readonly hits: readonly FoundArticle[];
  /** How many articles a listing has in all; of a search only the best are there. */
  readonly total: number;
  readonly readAs: string | null;
  readonly suggestion: string | null;
  readonly selected: number;
  /** Place of the first visible hit. */
  readonly top: number;
  readonly isWhyShown: boolean;
  readonly progress: IndexProgress | null;
  readonly search: CurrentSearch | null;
  readonly article: ReadArticle | null;
  /** The ticket that the article was opened beside: the way back leads there. */
  readonly besideTicket: string | null;
  /** The article is a lesson of the learning path: the way back leads to practice. */
  readonly isLesson: boolean;
  /** Articles in the order they were read; `visit` is the place of the last one. */
  readonly visited: readonly ReadPlace[];
  readonly visit: number;
}
