import type { ArticleVersion } from '../../domain/article-record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { overLive, reviseArticle, touchedVersion } from './revise-article.ts';

/** Brings the text of an earlier version back as a new one, byte for byte. */
export function restoreArticle(
  desk: Desk,
  key: ArticleKey,
  version: number,
): Result<ArticleVersion, Refusal> {
  return desk.store.sql.transact(() => {
    const text = articleVersions(desk).text(key.id, key.lang, version);
    if (text === null) return refuse('no-such-version', ['article-versions'], { version });
    const revised = overLive(desk, key, text);
    const done = reviseArticle(desk, key, { type: 'restore-version', version, ...revised });
    return done.ok ? ok(touchedVersion(done.value)) : done;
  });
}
