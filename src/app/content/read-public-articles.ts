import type { Article } from '../../domain/article.ts';
import type { Desk } from '../desk/desk.ts';
import { refreshArticles } from '../search/refresh-articles.ts';

export interface PublicArticles {
  readonly articles: readonly Article[];
  /** Ids that no customer may read. */
  readonly internalIds: ReadonlySet<string>;
}

/** The articles of a desk that are meant for customers, and the names of all others. */
export async function readPublicArticles(desk: Desk): Promise<PublicArticles> {
  await refreshArticles(desk);
  const articles: Article[] = [];
  const ids = new Set<string>();
  for (const article of desk.articles.all()) {
    ids.add(article.id);
    if (article.isPublic) articles.push(article);
  }
  const publicIds = new Set(articles.map(({ id }) => id));
  return { articles, internalIds: ids.difference(publicIds) };
}
