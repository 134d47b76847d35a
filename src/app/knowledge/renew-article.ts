import { setFrontMatter } from '../../content/edit-front-matter.ts';
import type { ArticleVersion } from '../../domain/article-record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { liveText } from './live-text.ts';
import { overLive, reviseArticle, touchedVersion } from './revise-article.ts';

/** Still true: the same article with a new day of review, `2027-05-21`. */
export function renewArticle(
  desk: Desk,
  key: ArticleKey,
  reviewBy: string,
): Result<ArticleVersion, Refusal> {
  return desk.store.sql.transact(() => {
    const live = liveText(desk, key);
    if (live === null) return refuse('no-such-article');
    if (live.about === null) return refuse('article-not-readable', ['article-edit']);
    const text = setFrontMatter(live.text, ['reviewBy'], reviewBy);
    if (text === live.text) return refuse('nothing-to-change');
    const revised = overLive(desk, key, text);
    const done = reviseArticle(desk, key, { type: 'renew', reviewBy, ...revised });
    return done.ok ? ok(touchedVersion(done.value)) : done;
  });
}
