import type { ArticleVersion } from '../../domain/article-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { reviseArticle, touchedVersion } from './revise-article.ts';

/** Gives a version in review back to its author, who takes it up as a draft again. */
export function sendBackArticle(
  desk: Desk,
  key: ArticleKey,
  { version = null, reason }: { readonly version?: number | null; readonly reason: string },
): Result<ArticleVersion, Refusal> {
  const done = reviseArticle(desk, key, { type: 'send-back', version, reason });
  return done.ok ? ok(touchedVersion(done.value)) : done;
}
