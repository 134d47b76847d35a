import { setFrontMatter } from '../../content/edit-front-matter.ts';
import type { ArticleVersion } from '../../domain/article-record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { liveText } from './live-text.ts';
import { overLive, reviseArticle, touchedVersion } from './revise-article.ts';

/** A proof restore: the day it was made and how long it took, in minutes. */
export interface ProofRestore {
  readonly on: string;
  readonly minutes: number;
}

/** Writes a proof restore into the article about a backup. */
export function verifyBackup(
  desk: Desk,
  key: ArticleKey,
  { on, minutes }: ProofRestore,
): Result<ArticleVersion, Refusal> {
  return desk.store.sql.transact(() => {
    const live = liveText(desk, key);
    if (live === null) return refuse('no-such-article');
    if (live.about?.kind !== 'backup') return refuse('not-a-backup');
    const dated = setFrontMatter(live.text, ['backup', 'verified'], on);
    const text = setFrontMatter(dated, ['backup', 'restoreMinutes'], minutes);
    if (text === live.text) return refuse('nothing-to-change');
    const revised = overLive(desk, key, text);
    const done = reviseArticle(desk, key, { type: 'verify-backup', on, minutes, ...revised });
    return done.ok ? ok(touchedVersion(done.value)) : done;
  });
}
