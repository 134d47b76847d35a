import { describeProblem } from '../../content/content-problem.ts';
import { readArticleText } from '../../content/own-article.ts';
import type { ArticleVersion } from '../../domain/article-record.ts';
import { isBaseStale } from '../../domain/decide-review.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { textBelow } from './live-text.ts';
import { overLive, reviseArticle } from './revise-article.ts';

export interface ArticleEdit {
  /** The whole Markdown file. */
  readonly text: string;
  /**
   * The published version it was written over, null for a file; left out, it is what readers see
   * now. Something published since makes the text a proposal, never a loss.
   */
  readonly baseVersion?: number | null | undefined;
  readonly note?: string | undefined;
  readonly ticketId?: string | null | undefined;
}

export interface SavedArticle {
  readonly version: ArticleVersion;
  /** Something else was published since the text was begun. */
  readonly isStale: boolean;
  /** What keeps it from review, one line each. */
  readonly problems: readonly string[];
}

/** Keeps a text of an article as a draft version. A text with mistakes is kept too. */
export function saveArticle(
  desk: Desk,
  key: ArticleKey,
  { text, baseVersion, note = '', ticketId = null }: ArticleEdit,
): Result<SavedArticle, Refusal> {
  return desk.store.sql.transact(() => {
    const revised = overLive(desk, key, text);
    const base = baseVersion === undefined ? {} : { baseVersion };
    const command = { type: 'save-draft', ...revised, ...base, note, ticketId } as const;
    const done = reviseArticle(desk, key, command);
    if (!done.ok) return done;
    const { record } = done.value;
    const version = must(record.versions.at(-1), 'the saved version');
    const read = readArticleText(key, text);
    const isStale = isBaseStale(version, record, textBelow(desk, key));
    return ok({ version, isStale, problems: read.ok ? [] : read.problem.map(describeProblem) });
  });
}
