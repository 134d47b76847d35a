import type { Article } from '../../domain/article.ts';
import type { Desk } from '../desk/desk.ts';
import { refreshArticles } from '../search/refresh-articles.ts';

/** Every article that readers see, one after another: a base may be larger than the memory. */
export async function liveArticles(desk: Desk): Promise<Iterable<Article>> {
  await refreshArticles(desk);
  return desk.articles.all();
}
