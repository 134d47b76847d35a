import { ArticleMarkStore } from '../../store/article/article-mark-store.ts';
import { LostSearchStore } from '../../store/article/lost-search-store.ts';
import type { Desk } from '../desk/desk.ts';

// Apart from the versions: what readers say is at hand when the screens start, and to read a whole
// article a parser has to be loaded.

/** What readers say of the articles of a desk. */
export function articleMarks(desk: Desk): ArticleMarkStore {
  return new ArticleMarkStore(desk.store.sql);
}

/** What is asked of the base of a desk and not found. */
export function lostSearches(desk: Desk): LostSearchStore {
  return new LostSearchStore(desk.store.sql);
}
