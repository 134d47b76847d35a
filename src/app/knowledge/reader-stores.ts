import { ArticleMarkStore } from '../../store/article/article-mark-store.ts';
import { ArticleVersionReader } from '../../store/article/article-version-reader.ts';
import { LostSearchStore } from '../../store/article/lost-search-store.ts';
import type { Desk } from '../desk/desk.ts';

// Apart from the store that writes versions: these are at hand when the screens start, and to publish
// an article a parser has to be loaded.

/** What readers say of the articles of a desk. */
export function articleMarks(desk: Desk): ArticleMarkStore {
  return new ArticleMarkStore(desk.store.sql);
}

/** What is asked of the base of a desk and not found. */
export function lostSearches(desk: Desk): LostSearchStore {
  return new LostSearchStore(desk.store.sql);
}

/** What was written here of the articles, to be looked at. */
export function savedVersions(desk: Desk): ArticleVersionReader {
  return new ArticleVersionReader(desk.store.sql);
}
