import type { ArticleVersion } from '../../domain/article-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { reviseArticle, touchedVersion } from './revise-article.ts';

export interface Acceptance {
  /** Left out, it is the last one in review. */
  readonly version?: number | null | undefined;
  readonly note?: string | undefined;
}

/** Publishes a version that waits for review. */
export function acceptArticle(
  desk: Desk,
  key: ArticleKey,
  { version = null, note = '' }: Acceptance = {},
): Result<ArticleVersion, Refusal> {
  const done = reviseArticle(desk, key, { type: 'accept', version, note });
  return done.ok ? ok(touchedVersion(done.value)) : done;
}
