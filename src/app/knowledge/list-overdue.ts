import type { Article } from '../../domain/article.ts';
import { ownerLines } from '../../domain/article-owner.ts';
import { dayAfter, isBackupStale, provenUntil } from '../../domain/review-day.ts';
import type { Desk } from '../desk/desk.ts';
import { refreshArticles } from '../search/refresh-articles.ts';
import { deskDay } from './desk-day.ts';

/** The word for articles that belong to no line but to those who lead. */
const LEAD = 'lead';

export interface OverdueArticle {
  readonly article: Article;
  /** Codes of the owner lines, or `lead`. */
  readonly lines: readonly string[];
  readonly reviewBy: string;
}

/** Articles due for review, the longest overdue first; of one line where one is given. */
export async function listOverdue(desk: Desk, line?: string): Promise<readonly OverdueArticle[]> {
  await refreshArticles(desk);
  const due: OverdueArticle[] = [];
  for (const article of desk.articles.all({ dueBy: dayAfter(deskDay(desk), 1) })) {
    const { reviewBy } = article;
    if (reviewBy === null) continue;
    const owners = ownerLines(article);
    const lines = owners.length > 0 ? owners : [LEAD];
    if (line === undefined || lines.includes(line)) due.push({ article, lines, reviewBy });
  }
  return due.sort((a, b) => byDay(a.reviewBy, b.reviewBy) || byId(a.article, b.article));
}

export interface BackupArticle {
  readonly article: Article;
  /** The day until which the last proof restore counts; null when there was none. */
  readonly provenUntil: string | null;
  readonly isStale: boolean;
}

/** Articles about backups, the longest unproved first; only those when `staleOnly`. */
export async function listBackups(
  desk: Desk,
  staleOnly: boolean,
): Promise<readonly BackupArticle[]> {
  await refreshArticles(desk);
  const today = deskDay(desk);
  const byCopy = new Map<string, BackupArticle>();
  for (const article of desk.articles.all({ isBackup: true })) {
    const { id, lang, backup } = article;
    const isStale = backup === null || isBackupStale(backup, today);
    const until = backup === null ? null : provenUntil(backup);
    const twin = byCopy.get(id);
    const newer = twin === undefined ? 1 : byDay(until, twin.provenUntil);
    // A copy described in two languages is one copy: its latest proof counts.
    if (newer > 0 || (newer === 0 && lang === desk.language)) {
      byCopy.set(id, { article, provenUntil: until, isStale });
    }
  }
  return [...byCopy.values()]
    .filter(({ isStale }) => isStale || !staleOnly)
    .sort((a, b) => byDay(a.provenUntil, b.provenUntil) || byId(a.article, b.article));
}

/** Never is before every day. */
function byDay(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}

function byId(a: Article, b: Article): number {
  return `${a.id}.${a.lang}` < `${b.id}.${b.lang}` ? -1 : 1;
}
