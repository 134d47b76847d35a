import type { ArticleRecord } from '../../domain/article-record.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';

/** Everything that was written here of an article, the oldest first. */
export function listVersions(desk: Desk, { id, lang }: ArticleKey): ArticleRecord['versions'] {
  return articleVersions(desk).record(id, lang).versions;
}
