import type { Sql } from '../sql.ts';

const DAY_MS = 24 * 60 * 60_000;
/** So long everything is kept that the server has: it may be put back to an earlier state. */
const KEPT_MS = 30 * DAY_MS;

/**
 * Lets everything that is kept be pushed again under new dense numbers, in the order it was made.
 * What is part of the base stays part of it. Returns how many operations that are.
 */
export function resendAll(sql: Sql, now: number): number {
  // A negative number says that it was sent before: nothing of it can be taken back.
  sql.run('UPDATE outbox SET cseq = -seq WHERE cseq IS NOT NULL');
  return sql.run(
    `UPDATE outbox SET state = 'pending', acked_seq = NULL, acked_at = NULL, tries = 0
     WHERE is_demo = 0 AND (state IN ('pending', 'acked')
       OR (state = 'landed' AND acked_at > ?))`,
    now - KEPT_MS,
  ).changes;
}

/** Puts what was taken before `before`, and has not come with the log, among the waiting again. */
export function resendOverdue(sql: Sql, before: number): number {
  return sql.run(
    `UPDATE outbox SET state = 'pending', acked_seq = NULL, acked_at = NULL
     WHERE state <> 'landed' AND state = 'acked' AND acked_at <= ?`,
    before,
  ).changes;
}

/** Forgets what the server has had for so long that it will not ask again. Returns how many. */
export function forgetOld(sql: Sql, now: number): number {
  const text = `DELETE FROM outbox WHERE state = 'landed' AND acked_at <= ?`;
  return sql.run(text, now - KEPT_MS).changes;
}
