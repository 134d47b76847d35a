import type { ArticleUse } from '../../store/article/article-mark-store.ts';
import type { ArticleSummary } from '../../store/article/article-row.ts';
import type { Desk } from '../desk/desk.ts';
import { refreshArticles } from '../search/refresh-articles.ts';
import { articleMarks } from './reader-stores.ts';

export interface PopularArticle {
  readonly article: ArticleSummary;
  readonly use: ArticleUse;
  readonly isFavourite: boolean;
}

/** The articles that are used and liked most, in the reader's language where there is a choice. */
export async function popularArticles(
  desk: Desk,
  limit: number,
): Promise<readonly PopularArticle[]> {
  await refreshArticles(desk);
  const own = new Set(articleMarks(desk).favourites(desk.me.id));
  const uses = new Map(
    articleMarks(desk)
      .popular()
      .map((use) => [use.articleId, use]),
  );
  const articles = desk.articles.summaries([...uses.keys()], desk.language);
  const popular = articles.flatMap((article): PopularArticle[] => {
    const use = uses.get(article.id);
    return use === undefined ? [] : [{ article, use, isFavourite: own.has(article.id) }];
  });
  return popular.slice(0, limit);
}
