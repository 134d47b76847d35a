import type { TicketEvent, TicketFact } from '../../domain/event.ts';
import { replayTicket } from '../../domain/evolve-ticket.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { lazy } from '../../util/lazy.ts';
import type { Sql } from '../sql.ts';
import { type Condition, inScope, type ReportScope } from './report-scope.ts';

/** What is wanted of the open tickets: as SQL over what is indexed, and as a rule over one ticket. */
export interface TicketWish {
  readonly where: Condition;
  /** The same by the ticket as it was then. */
  readonly fits: (ticket: Ticket) => boolean;
  /** In SQL, over `l`. */
  readonly orderBy: string;
  readonly limit: number;
}

/** Tickets as they were, and how many there would have been without the limit. */
export interface TicketsFound {
  readonly tickets: readonly Ticket[];
  readonly total: number;
}

/** So many tickets that changed since are put back to how they were. */
const MOST_REBUILT = 20_000;
const CHUNK = 500;

/**
 * Open tickets as they were at a moment. What has not changed since is read as it stands; the
 * others are folded again from what had happened by then.
 */
export class TicketsThen {
  readonly #sql: Sql;
  readonly #scope: ReportScope;
  readonly #isOpen: (ticket: Ticket) => boolean;

  constructor(sql: Sql, scope: ReportScope, isOpen: (ticket: Ticket) => boolean) {
    this.#sql = sql;
    this.#scope = scope;
    this.#isOpen = isOpen;
  }

  /** Open tickets that fit, those that have not changed since first. */
  open({ where, fits, orderBy, limit }: TicketWish): TicketsFound {
    const scope = inScope(this.#scope);
    const from = `FROM ticket_list l JOIN ticket t ON t.seq = l.seq
      WHERE l.is_open = 1 AND l.updated_at <= ? AND (${where.text}) AND ${scope.text}`;
    const values = [this.#scope.asOf, ...where.values, ...scope.values];
    const rows = this.#sql.all<{ state: string }>(
      `SELECT t.state ${from} ORDER BY ${orderBy} LIMIT ?`,
      ...values,
      limit,
    );
    const still = rows.map(({ state }) => JSON.parse(state) as Ticket);
    const count = `SELECT count(*) FROM ticket_list l WHERE l.is_open = 1 AND l.updated_at <= ?
      AND (${where.text}) AND ${scope.text}`;
    const all = still.length < limit ? still.length : (this.#sql.numbers(count, ...values)[0] ?? 0);
    const rebuilt = [...this.changed().values()].filter((one) => this.#isOpen(one) && fits(one));
    return { tickets: [...still, ...rebuilt], total: all + rebuilt.length };
  }

  /** One ticket as it was; null when it was not there. */
  byId(id: string): Ticket | null {
    const row = this.#sql.get<{ state: string }>('SELECT state FROM ticket WHERE id = ?', id);
    if (!row) return null;
    const ticket = JSON.parse(row.state) as Ticket;
    return ticket.updatedAt <= this.#scope.asOf ? ticket : this.#changedOne(id);
  }

  /** Whether a ticket is one of the space and line of the report. */
  isInScope(id: string): boolean {
    const { text, values } = inScope(this.#scope);
    const row = `SELECT 1 FROM ticket t JOIN ticket_list l ON l.seq = t.seq WHERE t.id = ? AND ${text}`;
    return this.#sql.get(row, id, ...values) !== undefined;
  }

  /** Tickets that were open and have changed since, by id, as they were. */
  readonly changed: () => ReadonlyMap<string, Ticket> = lazy(() => {
    const { asOf } = this.#scope;
    const { text, values } = inScope({ ...this.#scope, line: null });
    const rows = this.#sql.all<{ id: string }>(
      `SELECT t.id FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE l.updated_at > ? AND l.created_at <= ?
         AND (l.is_open = 1 OR l.resolved_at IS NULL OR l.resolved_at > ?) AND ${text}
       ORDER BY l.updated_at DESC LIMIT ?`,
      asOf,
      asOf,
      asOf,
      ...values,
      MOST_REBUILT,
    );
    const found = this.#rebuild(rows.map(({ id }) => id));
    const { line } = this.#scope;
    return line === null ? found : new Map([...found].filter(([, one]) => one.line === line));
  });

  #changedOne(id: string): Ticket | null {
    return this.changed().get(id) ?? this.#rebuild([id]).get(id) ?? null;
  }

  #rebuild(ids: readonly string[]): Map<string, Ticket> {
    const found = new Map<string, Ticket>();
    for (let at = 0; at < ids.length; at += CHUNK) {
      const events = this.#eventsOf(ids.slice(at, at + CHUNK));
      for (const [id, own] of Map.groupBy(events, ({ ticketId }) => ticketId)) {
        const ticket = replayTicket(own);
        if (ticket) found.set(id, ticket);
      }
    }
    return found;
  }

  /** A registration counts even when it was brought here later: the ticket was there already. */
  #eventsOf(ids: readonly string[]): TicketEvent[] {
    const rows = this.#sql.all<Omit<TicketEvent, 'fact'> & { readonly fact: string }>(
      `SELECT e.id, e.op_id AS opId, e.entity_id AS ticketId, e.at, e.by_id AS byId, e.device, e.fact
       FROM json_each(?) wanted JOIN event e ON e.entity_id = wanted.value
       WHERE e.at <= ? OR e.type = 'registered' ORDER BY e.entity_id, e.seq`,
      JSON.stringify(ids),
      this.#scope.asOf,
    );
    return rows.map((row) => ({ ...row, fact: JSON.parse(row.fact) as TicketFact }));
  }
}
