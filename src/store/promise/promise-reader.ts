import type { PromiseCounts, PromiseRecord } from '../../domain/promise-record.ts';
import type { Channel, PromiseKind } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';

/** Which promises are wanted. All given conditions must hold; times are epoch ms. */
export interface PromiseSelection {
  readonly state: 'open' | 'any';
  readonly dueBefore: number | null;
  /** Given by this person, or open in this person's tickets. */
  readonly personId: string | null;
  readonly ticketId: string | null;
  /** Of tickets that this line has. */
  readonly line: string | null;
  readonly madeFrom: number | null;
  readonly madeBefore: number | null;
}

/** A promise that waits to be kept. Times are epoch ms. */
export interface WaitingPromise {
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly kind: PromiseKind;
  readonly madeAt: number;
  readonly dueAt: number;
  /** How long before its time to remind; null for the desk's own. */
  readonly warnBeforeMs: number | null;
}

type Value = string | number;

/** Reads what was promised to customers, and what became of it. */
export class PromiseReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Open promises the nearest first, a history the latest first. */
  list(selection: PromiseSelection, limit: number): PromiseRecord[] {
    const { where, params } = whereOf(selection);
    const order = selection.state === 'open' ? 'p.due_at' : 'p.made_at DESC';
    return this.#sql.all<PromiseRecord>(
      `SELECT p.id, p.kind, p.text, p.made_at AS madeAt, p.due_at AS dueAt, p.by_id AS byId,
         p.state, p.settled_at AS settledAt, p.ticket_id AS ticketId, t.number, t.subject,
         b.name AS "by", t.assignee_id AS assigneeId, a.name AS assignee, c.name AS customer
       FROM promise p JOIN ticket t ON t.id = p.ticket_id
       LEFT JOIN person b ON b.id = p.by_id
       LEFT JOIN person a ON a.id = t.assignee_id
       LEFT JOIN customer c ON c.id = t.customer_id
       WHERE ${where} ORDER BY ${order}, p.id LIMIT ?`,
      ...params,
      limit,
    );
  }

  /**
   * Open promises in a person's open tickets that are due until a time, nearest first: read every
   * minute, so the tickets themselves stay unread.
   */
  dueOf(personId: string, until: number, limit: number): WaitingPromise[] {
    return this.#sql.all<WaitingPromise>(
      `SELECT t.id AS ticketId, t.number, t.channel, p.kind, p.made_at AS madeAt,
         p.due_at AS dueAt, p.warn_ms AS warnBeforeMs
       FROM ticket t JOIN promise p ON p.ticket_id = t.id
       WHERE t.assignee_id = ? AND t.is_open = 1 AND t.next_promise_at IS NOT NULL
         AND t.next_promise_at <= ? AND p.state = 'open' AND p.due_at <= ?
       ORDER BY p.due_at, p.id LIMIT ?`,
      personId,
      until,
      until,
      limit,
    );
  }

  /** What became of the selected promises by `now`: one whose time has passed is broken. */
  counts(selection: PromiseSelection, now: number): PromiseCounts {
    const { where, params } = whereOf(selection);
    const counts = this.#sql.get<PromiseCounts>(
      `SELECT count(*) AS made,
         coalesce(sum(p.state = 'kept'), 0) AS kept,
         coalesce(sum(p.state = 'broken' OR (p.state = 'open' AND p.due_at < ?)), 0) AS broken,
         coalesce(sum(p.state = 'moved'), 0) AS moved,
         coalesce(sum(p.state = 'open' AND p.due_at >= ?), 0) AS open
       FROM promise p JOIN ticket t ON t.id = p.ticket_id WHERE ${where}`,
      now,
      now,
      ...params,
    );
    return counts ?? { made: 0, kept: 0, broken: 0, moved: 0, open: 0 };
  }
}

function whereOf(selection: PromiseSelection): { where: string; params: readonly Value[] } {
  const { state, dueBefore, personId, ticketId, line, madeFrom, madeBefore } = selection;
  const parts: (readonly [text: string, ...values: Value[]])[] = [];
  if (state === 'open') parts.push([`p.state = 'open'`]);
  if (dueBefore !== null) parts.push(['p.due_at < ?', dueBefore]);
  if (personId !== null) {
    const isTheirs = `(p.by_id = ? OR (p.state = 'open' AND t.assignee_id = ?))`;
    parts.push([isTheirs, personId, personId]);
  }
  if (ticketId !== null) parts.push(['p.ticket_id = ?', ticketId]);
  if (line !== null) parts.push(['t.line = ?', line]);
  if (madeFrom !== null) parts.push(['p.made_at >= ?', madeFrom]);
  if (madeBefore !== null) parts.push(['p.made_at < ?', madeBefore]);
  return {
    where: parts.map(([text]) => text).join(' AND ') || '1',
    params: parts.flatMap(([, ...values]) => values),
  };
}
