import type { ArticleVersion } from '../../domain/article-record.ts';
import { isBaseStale } from '../../domain/decide-review.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { textBelow } from './live-text.ts';

/** A text that this person has not finished. */
export interface OwnDraft {
  readonly version: ArticleVersion;
  readonly text: string;
  /** Something else was published since it was begun. */
  readonly isStale: boolean;
}

/** The last unpublished text of this person; null when there is none. */
export function ownDraft(desk: Desk, key: ArticleKey): OwnDraft | null {
  const versions = articleVersions(desk);
  const record = versions.record(key.id, key.lang);
  const version = record.versions.findLast(({ state, authorId }) => {
    return (state === 'draft' || state === 'in-review') && authorId === desk.me.id;
  });
  if (version === undefined) return null;
  const text = must(versions.text(key.id, key.lang, version.version), 'text of a draft');
  return { version, text, isStale: isBaseStale(version, record, textBelow(desk, key)) };
}
