import { describeProblem } from '../../content/content-problem.ts';
import { readArticleText } from '../../content/own-article.ts';
import { type ArticleKey, ArticleVersionStore } from '../../store/article/article-version-store.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { readable } from '../search/refresh-articles.ts';

/** The versions of the articles of a desk. */
export function articleVersions(desk: Desk): ArticleVersionStore {
  return new ArticleVersionStore(desk.store.sql, desk.articles, mustRead);
}

function mustRead(key: ArticleKey, text: string) {
  const read = readArticleText(key, text);
  if (read.ok) return readable(read.value);
  throw new UserError('content-wrong', { details: read.problem.map(describeProblem).join('\n') });
}
