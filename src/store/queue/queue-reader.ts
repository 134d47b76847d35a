import type { QueueFilter } from '../../domain/desk-config.ts';
import type { QueueRow, TicketSelection } from '../../domain/selection.ts';
import type { Sql } from '../sql.ts';
import type { Value } from './condition-sql.ts';
import { beforeSql, orderColumns, orderSql } from './order-sql.ts';
import { selectionSql } from './selection-sql.ts';

/** A slice of a list: `offset` rows in, at most `limit` rows. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

interface Row extends Omit<QueueRow, 'tags' | 'hasDraft' | 'isDemo'> {
  readonly tags: string;
  readonly hasDraft: number;
  readonly isDemo: number;
}

/** The rows of a page, in the order of their numbers. */
const ROWS = `SELECT t.id, t.number, t.subject, t.status, t.priority, t.kind, t.line, t.channel,
    t.assignee_id AS assigneeId, p.name AS assignee, t.customer_id AS customerId,
    c.name AS customer, t.contact_id AS contactId, k.name AS contact,
    t.created_at AS createdAt, t.updated_at AS updatedAt, t.next_due_at AS dueAt,
    t.next_promise_at AS promiseAt, t.scheduled_until AS scheduledUntil, t.tags, t.returns,
    EXISTS (SELECT 1 FROM draft d WHERE d.ticket_id = t.id) AS hasDraft, t.is_demo AS isDemo
  FROM json_each(?) page JOIN ticket t ON t.seq = page.value
  LEFT JOIN person p ON p.id = t.assignee_id
  LEFT JOIN customer c ON c.id = t.customer_id
  LEFT JOIN contact k ON k.id = t.contact_id
  ORDER BY page.key`;

/** Reads pages and counts of queues: along an index, or through one narrow row for each ticket. */
export class QueueReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Rows of a selection, in its order. */
  page(selection: TicketSelection, range: PageRange): QueueRow[] {
    const where = selectionSql(selection);
    const order = orderSql(orderColumns(selection), !isPlain(selection));
    const seqs = this.#sql.numbers(
      `SELECT t.seq FROM ticket_list t WHERE ${where.text} ORDER BY ${order.text} LIMIT ? OFFSET ?`,
      ...where.values,
      ...order.values,
      range.limit,
      range.offset,
    );
    // The wide rows are read for the page only.
    return this.#sql.all<Row>(ROWS, JSON.stringify(seqs)).map(toQueueRow);
  }

  /** How many tickets a selection holds. */
  count(selection: TicketSelection): number {
    if (isPlain(selection) && selection.queue && isByFacets(selection.queue)) {
      return this.#countFacets(selection.queue, selection);
    }
    const { text, values } = selectionSql(selection);
    const counted = `SELECT count(*) AS n FROM ticket_list t WHERE ${text}`;
    return this.#sql.get<{ n: number }>(counted, ...values)?.n ?? 0;
  }

  /** The nearest open promise on tickets of one person. */
  nextPromise(personId: string): { readonly at: number; readonly number: string } | null {
    const text = `SELECT next_promise_at AS at, number FROM ticket
      WHERE is_open = 1 AND assignee_id = ? AND next_promise_at IS NOT NULL
      ORDER BY next_promise_at LIMIT 1`;
    return this.#sql.get<{ at: number; number: string }>(text, personId) ?? null;
  }

  /** Every tag that a ticket has, in order: a step of the index for each, however many have it. */
  tags(): string[] {
    const rows = this.#sql.all<{ tag: string }>(
      `WITH RECURSIVE step (tag) AS (
         SELECT min(tag) FROM ticket_tag
         UNION ALL SELECT (SELECT min(tag) FROM ticket_tag WHERE tag > step.tag) FROM step
           WHERE step.tag IS NOT NULL)
       SELECT tag FROM step WHERE tag IS NOT NULL`,
    );
    return rows.map(({ tag }) => tag);
  }

  /** The place of a ticket in a selection, counted from 0; null when it is not in it. */
  position(selection: TicketSelection, ticketId: string): number | null {
    const where = selectionSql(selection);
    const order = orderColumns(selection);
    const named = order.map(({ text }, place) => `${text} AS c${place}`);
    const row = this.#sql.get<Record<string, Value>>(
      `SELECT ${named.join(', ')} FROM ticket_list t
       WHERE t.seq = (SELECT seq FROM ticket WHERE id = ?) AND (${where.text})`,
      ...order.flatMap(({ values }) => values),
      ticketId,
      ...where.values,
    );
    if (!row) return null;
    const before = beforeSql(order, Object.values(row));
    return (
      this.#sql.get<{ n: number }>(
        `SELECT count(*) AS n FROM ticket_list t WHERE (${where.text}) AND ${before.text}`,
        ...where.values,
        ...before.values,
      )?.n ?? 0
    );
  }

  #countFacets(queue: QueueFilter, selection: TicketSelection): number {
    const parts = ['1'];
    const params: string[] = [];
    if (queue.open !== undefined) parts.push(`is_open = ${queue.open ? 1 : 0}`);
    if (queue.assignee === 'none') parts.push(`assignee_id = ''`);
    if (queue.assignee === 'me') {
      parts.push('assignee_id = ?');
      params.push(selection.meId);
    }
    if (queue.line === 'mine') {
      parts.push('line = ?');
      params.push(selection.myLine);
    }
    if (queue.status) {
      parts.push(`status IN (${queue.status.map(() => '?').join(', ')})`);
      params.push(...queue.status);
    }
    const text = `SELECT coalesce(sum(n), 0) AS n FROM queue_facet WHERE ${parts.join(' AND ')}`;
    return this.#sql.get<{ n: number }>(text, ...params)?.n ?? 0;
  }
}

function isPlain(selection: TicketSelection): boolean {
  return selection.conditions.length === 0 && selection.match === null && selection.number === null;
}

function isByFacets(queue: QueueFilter): boolean {
  return queue.dueWithinMs === undefined && !queue.promised;
}

function toQueueRow(row: Row): QueueRow {
  return {
    ...row,
    tags: JSON.parse(row.tags) as string[],
    hasDraft: row.hasDraft === 1,
    isDemo: row.isDemo === 1,
  };
}
