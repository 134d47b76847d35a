import type { Article } from '../../domain/article.ts';
import { articleTokens, TOKENS_VERSION } from '../../search/article/article-tokens.ts';
import type { Stemmer } from '../../search/word.ts';
import type { IndexArticle } from '../../store/article/article-store.ts';

/** How articles become searchable words. */
export function indexArticleBy(stemmer: Stemmer): IndexArticle {
  return {
    version: TOKENS_VERSION,
    of: ({ title, tags, section, body }: Article) =>
      articleTokens({ title, tags, section, text: body }, stemmer),
  };
}
