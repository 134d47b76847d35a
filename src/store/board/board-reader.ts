import type { Priority } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';

/** How many open tickets there are, and of which sort. */
export interface OpenCounts {
  readonly open: number;
  readonly free: number;
  /** Critical, late, or a mass incident. */
  readonly red: number;
  readonly critical: number;
  readonly late: number;
  readonly mass: number;
  readonly returned: number;
  readonly dragging: number;
  /** Registered within so long before now: below 4 hours, a day, three days, a week, and older. */
  readonly ages: readonly [number, number, number, number, number];
}

/** Open tickets of a line, and how many of them nobody has. */
export interface LineCount {
  readonly line: string;
  readonly open: number;
  readonly free: number;
}

/** A red ticket with the names that a list shows. Times are epoch ms. */
export interface RedRow {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly priority: Priority;
  readonly line: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly customer: string | null;
  readonly dueAt: number | null;
  readonly isMass: 0 | 1;
}

/** A ticket that waits for somebody else. */
export interface WaitingRow extends Omit<RedRow, 'dueAt' | 'isMass'> {
  readonly since: number;
}

const HOUR = 3_600_000;
const AGES = [4 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR] as const;

const RED = `(l.priority IN ('P1', 'P2') OR l.is_mass = 1 OR l.next_due_at < ?)`;
const DRAGGING_MS = 72 * HOUR;
const DRAGGING = `l.status IN ('new', 'open', 'waiting-third-party') AND l.updated_at < ?`;
const NAMES = `t.id AS ticketId, t.number, t.subject, t.priority, t.line,
  t.assignee_id AS ownerId, p.name AS owner, c.name AS customer`;
const JOINS = `LEFT JOIN person p ON p.id = t.assignee_id LEFT JOIN customer c ON c.id = t.customer_id`;

/**
 * Reads what the board shows of the open tickets: one pass over the narrow rows, then single ones.
 * The board of a line shows the tickets of that line only.
 */
export class BoardReader {
  readonly #sql: Sql;
  readonly #ofLine: string;
  readonly #line: readonly string[];

  constructor(sql: Sql, line: string | null = null) {
    this.#sql = sql;
    this.#ofLine = line === null ? '' : ' AND l.line = ?';
    this.#line = line === null ? [] : [line];
  }

  /** Counts over all open tickets. */
  counts(now: number): OpenCounts {
    const younger = AGES.map((_, i) => `count(*) FILTER (WHERE l.created_at > ?) AS a${i}`);
    const row = this.#sql.get<Record<string, number>>(
      `SELECT count(*) AS open, count(*) FILTER (WHERE l.assignee_id IS NULL) AS free,
         count(*) FILTER (WHERE ${RED}) AS red,
         count(*) FILTER (WHERE l.priority IN ('P1', 'P2')) AS critical,
         count(*) FILTER (WHERE l.next_due_at < ?) AS late, sum(l.is_mass) AS mass,
         count(*) FILTER (WHERE l.returns >= 2) AS returned,
         count(*) FILTER (WHERE ${DRAGGING}) AS dragging, ${younger.join(', ')}
       FROM ticket_list l WHERE l.is_open = 1${this.#ofLine}`,
      ...[now, now, now - DRAGGING_MS],
      ...AGES.map((age) => now - age),
      ...this.#line,
    );
    const n = (name: string) => row?.[name] ?? 0;
    return {
      open: n('open'),
      free: n('free'),
      red: n('red'),
      critical: n('critical'),
      late: n('late'),
      mass: n('mass'),
      dragging: n('dragging'),
      returned: n('returned'),
      ages: [n('a0'), n('a1') - n('a0'), n('a2') - n('a1'), n('a3') - n('a2'), n('open') - n('a3')],
    };
  }

  /** What burns now, the highest priority and the nearest deadline first. */
  red(now: number, limit: number): RedRow[] {
    return this.#sql.all<RedRow>(
      `SELECT ${NAMES}, t.next_due_at AS dueAt, red.is_mass AS isMass
       FROM (SELECT l.seq, l.is_mass, l.priority, coalesce(l.next_due_at, 9e15) AS due
         FROM ticket_list l WHERE l.is_open = 1 AND ${RED}${this.#ofLine} ORDER BY l.priority, due, l.seq LIMIT ?) red
       JOIN ticket t ON t.seq = red.seq ${JOINS} ORDER BY red.priority, red.due, red.seq`,
      now,
      ...this.#line,
      limit,
    );
  }

  /** Open tickets by line; counted from what the queues count by. */
  lines(): LineCount[] {
    return this.#sql
      .all<LineCount>(
        `SELECT line, sum(n) AS open, sum(n) FILTER (WHERE assignee_id = '') AS free
       FROM queue_facet l WHERE is_open = 1 AND n > 0${this.#ofLine} GROUP BY line ORDER BY line`,
        ...this.#line,
      )
      .map((row) => ({ ...row, free: row.free ?? 0 }));
  }

  /** How many open tickets somebody has. */
  openOf(personId: string): number {
    const text = `SELECT coalesce(sum(n), 0) FROM queue_facet l
      WHERE is_open = 1 AND assignee_id = ?${this.#ofLine}`;
    return this.#sql.numbers(text, personId, ...this.#line)[0] ?? 0;
  }

  /** How many tickets stand in a status. */
  inStatus(status: string): number {
    const text = `SELECT coalesce(sum(n), 0) FROM queue_facet l WHERE status = ?${this.#ofLine}`;
    return this.#sql.numbers(text, status, ...this.#line)[0] ?? 0;
  }

  /** The ticket that has stood in a status for longest. */
  longestIn(status: string): WaitingRow | null {
    const row = this.#sql.get<WaitingRow>(
      `SELECT ${NAMES}, t.state ->> '$.statusLog[#-1].at' AS since
       FROM ticket_list l JOIN ticket t ON t.seq = l.seq ${JOINS}
       WHERE l.status = ?${this.#ofLine} ORDER BY since, l.seq LIMIT 1`,
      status,
      ...this.#line,
    );
    return row ?? null;
  }
}
