import type { ClockFact } from '../../domain/clock-state.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import type { Channel, Priority, PromiseKind, TicketKind } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';
import { type Condition, inScope, type ReportScope } from './report-scope.ts';

/** A ticket that was registered in the time of a report, as it stands now. */
export interface RegisteredRow {
  readonly id: string;
  readonly subject: string;
  readonly tags: string;
  readonly channel: Channel;
  readonly kind: TicketKind;
  readonly priority: Priority;
  readonly line: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly city: string | null;
  readonly isOffTopic: number;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** Something of a ticket that a report lists by itself. */
export interface ReportedFact {
  readonly ticketId: string;
  readonly fact: ClockFact | { readonly type: 'handed-over'; readonly handover: Handover };
}

/** A field of a ticket that somebody changed after the moment of a report. */
export interface LaterChange {
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
}

/** A promise that was open at the moment of a report. Times are epoch ms. */
export interface OpenPromiseRow {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly dueAt: number;
}

/** What somebody wrote into a ticket last, for colleagues only. */
export interface LastNote {
  readonly text: string;
  readonly at: number;
}

/** Ids of tickets, and how many there would be without a limit. */
interface OutagesFound {
  readonly ids: readonly string[];
  readonly total: number;
}

/** Reads for a report what is no state of a ticket. */
export class ReportReader {
  readonly #sql: Sql;
  readonly #scope: ReportScope;

  constructor(sql: Sql, scope: ReportScope) {
    this.#sql = sql;
    this.#scope = scope;
  }

  /** Tickets registered in a stretch of time, oldest first. */
  registered(from: number, to: number): RegisteredRow[] {
    const { text, values } = inScope(this.#scope);
    return this.#sql.all<RegisteredRow>(
      `SELECT t.id, t.subject, t.tags, l.channel, l.kind, l.priority, l.line,
         l.customer_id AS customerId, c.name AS customer, c.city, l.is_off_topic AS isOffTopic,
         l.updated_at AS changedAt
       FROM ticket_list l JOIN ticket t ON t.seq = l.seq LEFT JOIN customer c ON c.id = l.customer_id
       WHERE l.created_at >= ? AND l.created_at < ? AND ${text} ORDER BY l.seq`,
      from,
      to,
      ...values,
    );
  }

  /** What changed in these tickets after the moment of the report: the oldest value of each field. */
  changedLater(ticketIds: readonly string[]): LaterChange[] {
    return this.#sql.all<LaterChange>(
      `SELECT e.entity_id AS id, coalesce(e.fact ->> '$.field.name', 'isOffTopic') AS field,
         e.fact ->> '$.field.from' AS "before"
       FROM json_each(?) wanted JOIN event e ON e.entity_id = wanted.value
       WHERE e.at > ? AND e.type IN ('field-changed', 'closed-off-topic') ORDER BY e.seq DESC`,
      JSON.stringify(ticketIds),
      this.#scope.asOf,
    );
  }

  /** Deadlines that passed and tickets that were handed on since the beginning, in their order. */
  reportedFacts(): ReportedFact[] {
    const { text, values } = inScope(this.#scope);
    const rows = this.#sql.all<{ readonly id: string; readonly fact: string }>(
      `SELECT e.entity_id AS id, e.fact FROM event e INDEXED BY event_reported
       JOIN ticket t ON t.id = e.entity_id JOIN ticket_list l ON l.seq = t.seq
       WHERE e.type IN ('deadline-missed', 'handed-over') AND e.at >= ? AND ${text}
       ORDER BY e.at, e.seq`,
      this.#scope.from,
      ...values,
    );
    return rows.map(({ id, fact }) => ({
      ticketId: id,
      fact: JSON.parse(fact) as ReportedFact['fact'],
    }));
  }

  /** Promises that were open then and are due before `until`, nearest first. */
  openPromises(until: number, limit: number): OpenPromiseRow[] {
    const { text, values } = this.#openPromises(until);
    return this.#sql.all<OpenPromiseRow>(
      `SELECT p.id, p.ticket_id AS ticketId, p.kind, p.text, p.due_at AS dueAt ${text}
       ORDER BY p.due_at, p.id LIMIT ?`,
      ...values,
      limit,
    );
  }

  /** How many of them there are. */
  countPromises(until: number): number {
    const { text, values } = this.#openPromises(until);
    return this.#sql.numbers(`SELECT count(*) ${text}`, ...values)[0] ?? 0;
  }

  #openPromises(until: number): Condition {
    const { asOf } = this.#scope;
    const { text, values } = inScope(this.#scope);
    return {
      text: `FROM (SELECT * FROM promise WHERE state = 'open' AND due_at < ?
         UNION ALL SELECT * FROM promise WHERE state <> 'open' AND settled_at > ? AND due_at < ?) p
       JOIN ticket t ON t.id = p.ticket_id JOIN ticket_list l ON l.seq = t.seq
       WHERE p.made_at <= ? AND (l.is_open = 1 OR l.updated_at > ?) AND ${text}`,
      values: [until, asOf, until, asOf, asOf, ...values],
    };
  }

  /** The last internal note of each ticket by then. */
  lastNotes(ticketIds: readonly string[]): ReadonlyMap<string, LastNote> {
    const rows = this.#sql.all<LastNote & { readonly id: string }>(
      `SELECT t.id, e.text, e.at FROM json_each(?) wanted JOIN ticket t ON t.id = wanted.value
       JOIN entry e ON e.seq = (SELECT seq FROM entry WHERE ticket_seq = t.seq AND kind = 'note'
         AND visibility = 'internal' AND author_type = 'person' AND at <= ?
         ORDER BY at DESC, seq DESC LIMIT 1)`,
      JSON.stringify(ticketIds),
      this.#scope.asOf,
    );
    return new Map(rows.map(({ id, text, at }) => [id, { text, at }]));
  }

  /**
   * Tickets that may be outages of the time: critical, of many, of a provider; the newest first, and
   * how many there would be without the limit. A customer's own part of an outage of many is one to
   * them; to the desk it is a part of that.
   */
  outages(limit: number, customerId: string | null = null): OutagesFound {
    const { from, asOf } = this.#scope;
    const { text, values } = inScope(this.#scope);
    const isOwn =
      customerId === null ? 'l.parent_id IS NULL' : `l.customer_id = ? AND l.status <> 'merged'`;
    const isPart = customerId === null ? '' : 'OR l.parent_id IS NOT NULL';
    const rows = this.#sql.all<{ id: string; total: number }>(
      `SELECT t.id, count(*) OVER () AS total FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE (l.priority = 'P1' OR l.is_mass = 1 OR l.kind = 'provider-outage' ${isPart})
         AND l.created_at <= ? AND (l.is_open = 1 OR l.resolved_at >= ?) AND ${isOwn}
         AND ${text} ORDER BY l.created_at DESC LIMIT ?`,
      asOf,
      from,
      ...(customerId === null ? [] : [customerId]),
      ...values,
      limit,
    );
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  /** What was written in the base of knowledge meanwhile; `isNew` for first versions. */
  articles(isNew: boolean): string[] {
    const rows = this.#sql.all<{ title: string }>(
      `SELECT coalesce((SELECT title FROM article a WHERE a.id = v.article_id AND a.lang = v.lang
           AND a.is_live = 1), v.article_id) AS title
       FROM article_version v WHERE v.published_at >= ? AND v.published_at <= ?
         AND (v.version = 1) = ? GROUP BY v.article_id, v.lang ORDER BY min(v.published_at)`,
      this.#scope.from,
      this.#scope.asOf,
      isNew ? 1 : 0,
    );
    return rows.map(({ title }) => title);
  }

  /** Articles whose day of review had passed by an ISO day. */
  overdueArticles(day: string): number {
    const text = `SELECT count(*) FROM article
      WHERE is_live = 1 AND review_by IS NOT NULL AND review_by < ?`;
    return this.#sql.numbers(text, day)[0] ?? 0;
  }

  /** What was looked for meanwhile and not found, the last one first. */
  lostSearches(limit: number): string[] {
    const rows = this.#sql.all<{ query: string }>(
      `SELECT query FROM lost_search WHERE last_at >= ? AND last_at <= ?
         AND (settled_at IS NULL OR settled_at > ?) ORDER BY last_at DESC, key LIMIT ?`,
      this.#scope.from,
      this.#scope.asOf,
      this.#scope.asOf,
      limit,
    );
    return rows.map(({ query }) => query);
  }
}
