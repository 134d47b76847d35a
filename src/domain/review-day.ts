import type { BackupFacts } from './article.ts';

const DAY_MS = 86_400_000;

/** Whether the owner should have looked at an article by now. Days as `2026-11-18`. */
export function isReviewDue(reviewBy: string | null, today: string): boolean {
  return reviewBy !== null && reviewBy <= today;
}

/** A day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day until which a proof restore counts; null when there was none. */
export function provenUntil({ verified, every }: BackupFacts): string | null {
  return verified === null ? null : dayAfter(verified, every);
}

/** Whether nobody has proved lately that this backup can be restored. */
export function isBackupStale(backup: BackupFacts, today: string): boolean {
  const until = provenUntil(backup);
  return until === null || until < today;
}
