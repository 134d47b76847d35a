import type { Article, ArticleOrigin } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';

/** What readers and the search see: told about every article that is accepted or taken away. */
export interface PublishedArticles {
  put(article: Article): void;
  remove(id: string, lang: Language, origin: ArticleOrigin): void;
  /** Takes an article out of sight with every file of it, or gives it back. */
  hide(id: string, lang: Language, isHidden: boolean): void;
}
