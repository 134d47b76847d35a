import type { ArticleUse } from '../../store/article/article-mark-store.ts';
import type { Desk } from '../desk/desk.ts';
import { articleMarks } from './reader-stores.ts';

/** What readers think of an article. */
export interface ArticleOpinion {
  /** Null while nobody has used or judged it. */
  readonly use: ArticleUse | null;
  /** It is among the articles of the person at this desk. */
  readonly isFavourite: boolean;
}

/** How an article is used and liked. */
export function articleOpinion(desk: Desk, articleId: string): ArticleOpinion {
  const marks = articleMarks(desk);
  return {
    use: marks.ofArticle(articleId),
    isFavourite: marks.favourites(desk.me.id).includes(articleId),
  };
}
