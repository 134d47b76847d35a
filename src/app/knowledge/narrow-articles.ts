import { dayAfter } from '../../domain/review-day.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Facet } from '../../store/article/article-reader.ts';
import type { ArticleFacet, Knowledge } from '../content/knowledge.ts';
import { deskDay } from './desk-day.ts';
import { articleMarks, savedVersions } from './reader-stores.ts';

/** Where an article stands with its readers and its owners. */
export const articleStates = ['due', 'favourite', 'popular', 'proposed'] as const;
export type ArticleState = (typeof articleStates)[number];

/** What of the base is looked at. */
export interface Narrowing {
  readonly kind: string | null;
  readonly line: string | null;
  readonly tag: string | null;
  readonly state: ArticleState | null;
}

/** Nothing is left out. */
export const wholeBase: Narrowing = { kind: null, line: null, tag: null, state: null };

/** The values to narrow to, each with how many articles would be left. */
export interface NarrowingCounts {
  readonly kinds: readonly Facet[];
  readonly lines: readonly Facet[];
  /** The most used first. */
  readonly tags: readonly Facet[];
  readonly states: readonly { readonly value: ArticleState; readonly count: number }[];
}

const MOST_POPULAR = 50;

/** A narrowing as the search takes it. */
export function facetOf({ desk }: Knowledge, { state, ...rest }: Narrowing): ArticleFacet {
  switch (state) {
    case null:
      return rest;
    case 'due':
      return { ...rest, dueBy: dayAfter(deskDay(desk), 1) };
    case 'favourite':
      return { ...rest, ids: articleMarks(desk).favourites(desk.me.id) };
    case 'popular': {
      const used = articleMarks(desk).popular().slice(0, MOST_POPULAR);
      return { ...rest, ids: used.map(({ articleId }) => articleId) };
    }
    case 'proposed': {
      const open = savedVersions(desk).inStates(['draft', 'in-review']);
      return { ...rest, ids: [...new Set(open.map(({ articleId }) => articleId))] };
    }
  }
}

/** How many articles a narrowing leaves. */
export function countArticles(knowledge: Knowledge, chosen: Narrowing, lang: Language): number {
  return knowledge.desk.articles.count({ ...facetOf(knowledge, chosen), lang });
}

/** How many articles every value would leave, beside the other choices that were made. */
export function countNarrowings(
  knowledge: Knowledge,
  chosen: Narrowing,
  lang: Language,
): NarrowingCounts {
  const { articles } = knowledge.desk;
  const without = (part: Partial<Narrowing>) => ({
    ...facetOf(knowledge, { ...chosen, ...part }),
    lang,
  });
  return {
    kinds: articles.facet('kind', without({ kind: null })),
    lines: articles.facet('line', without({ line: null })),
    tags: articles.tagFacet(without({ tag: null })),
    states: articleStates.map((value) => ({
      value,
      count: articles.count(without({ state: value })),
    })),
  };
}
