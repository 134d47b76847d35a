import type { ArticleVersion } from '../../domain/article-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { reviseArticle, touchedVersion } from './revise-article.ts';

/** Puts a draft to review: the given version, or the own last one. */
export function submitArticle(
  desk: Desk,
  key: ArticleKey,
  version: number | null = null,
): Result<ArticleVersion, Refusal> {
  const done = reviseArticle(desk, key, { type: 'submit', version });
  return done.ok ? ok(touchedVersion(done.value)) : done;
}
