import type { ArticleVersion } from '../../domain/article-record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { liveText } from './live-text.ts';
import { overLive, reviseArticle, touchedVersion } from './revise-article.ts';

/**
 * Takes an article out of use. Its text stays as a version: of a file that had none here, the
 * first one is written now, and the file itself is left where it is.
 */
export function archiveArticle(
  desk: Desk,
  key: ArticleKey,
  reason: string,
): Result<ArticleVersion, Refusal> {
  return desk.store.sql.transact(() => {
    const live = liveText(desk, key);
    if (live === null) return refuse('no-such-article');
    const revised = overLive(desk, key, live.text);
    const done = reviseArticle(desk, key, { type: 'archive', reason, ...revised });
    return done.ok ? ok(touchedVersion(done.value)) : done;
  });
}
