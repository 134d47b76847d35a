import type { DeskConfig } from '../../domain/desk-config.ts';
import { servedCustomer } from '../../domain/served-customer.ts';
import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { MatchedCustomer } from '../../domain/ticket-match.ts';
import { PeopleReader } from '../people/people-reader.ts';
import type { Sql } from '../sql.ts';
import { type DeadlineColumns, deadlineColumns } from './deadline-columns.ts';

interface Row extends DeadlineColumns {
  readonly seq: number;
  /** Null for a ticket that is no work by the old rules and by the new ones. */
  readonly state: string | null;
}

interface Moved extends DeadlineColumns {
  readonly seq: number;
  readonly wasOpen: 0 | 1;
  readonly wasDueAt: number | null;
}

/** So many tickets are read and written at a time. */
const BATCH = 2_000;
/** From so many on it costs less to make the indexes anew than to keep them meanwhile. */
const MANY = 5_000;

/** A customer and everything below it: what holds for a company holds for its sites. */
const WITH_SITES = `WITH RECURSIVE own (id) AS (SELECT ? UNION
  SELECT c.id FROM customer c JOIN own ON c.parent_id = own.id) SELECT id FROM own`;

/** The indexed deadlines of tickets: looked through for what passed, counted again for new rules. */
export class DeadlineStore {
  readonly #sql: Sql;
  readonly #many: number;

  constructor(sql: Sql, many = MANY) {
    this.#sql = sql;
    this.#many = many;
  }

  /** Tickets with a deadline that passed before `now` and is not kept as missed, longest late first. */
  unkept(now: number, limit: number): string[] {
    const text = `SELECT id FROM ticket WHERE next_miss_at IS NOT NULL AND next_miss_at < ?
      ORDER BY next_miss_at LIMIT ?`;
    return this.#sql.all<{ id: string }>(text, now, limit).map(({ id }) => id);
  }

  /**
   * Brings the deadlines of all tickets up to date after the desk's rules changed, in one
   * transaction; with `customerId` those of one customer and its sites. Returns how many tickets are due at another
   * time than before.
   */
  refresh(desk: DeskConfig, customerId: string | null = null): number {
    return this.#sql.transact(() => {
      const moved = [...this.#moved(desk, customerId)];
      if (moved.length < this.#many) this.#write(moved);
      else this.#withoutIndexes(() => this.#write(moved));
      return moved.filter(({ dueAt, wasDueAt }) => dueAt !== wasDueAt).length;
    });
  }

  *#moved(desk: DeskConfig, customerId: string | null): Generator<Moved> {
    const own = customerId === null ? '' : `AND customer_id IN (${WITH_SITES})`;
    const customerOf = this.#customers(desk);
    const open = desk.statuses.filter(({ isOpen }) => isOpen).map(({ code }) => code);
    for (let last = -1; ; ) {
      const rows = this.#sql.all<Row>(
        `SELECT seq, is_open AS isOpen, next_due_at AS dueAt, next_action_at AS actionAt,
           next_miss_at AS missAt, CASE WHEN is_open = 1
             OR status IN (${open.map(() => '?').join(', ')}) THEN state END AS state
         FROM ticket WHERE seq > ? ${own} ORDER BY seq LIMIT ?`,
        ...open,
        last,
        ...(customerId === null ? [] : [customerId]),
        BATCH,
      );
      for (const row of rows) {
        if (row.state === null) continue;
        // Written by `writeTicketRow` only.
        const ticket = JSON.parse(row.state) as Ticket;
        const next = deadlineColumns(ticket, desk, customerOf(ticket.customerId));
        if (!isSame(row, next)) {
          yield { seq: row.seq, wasOpen: row.isOpen, wasDueAt: row.dueAt, ...next };
        }
      }
      const end = rows.at(-1);
      if (!end) return;
      last = end.seq;
    }
  }

  #write(moved: readonly Moved[]): void {
    for (let from = 0; from < moved.length; from += BATCH) {
      const rows = moved.slice(from, from + BATCH);
      this.#sql.run(
        `UPDATE ticket SET next_due_at = value ->> 1, next_action_at = value ->> 2,
           next_miss_at = value ->> 3 FROM json_each(?) WHERE ticket.seq = value ->> 0`,
        JSON.stringify(
          rows.map(({ seq, dueAt, actionAt, missAt }) => [seq, dueAt, actionAt, missAt]),
        ),
      );
      // The counts of queues follow this column by a trigger, and it hardly ever changes.
      for (const { seq, isOpen } of rows.filter((row) => row.isOpen !== row.wasOpen)) {
        this.#sql.run('UPDATE ticket SET is_open = ? WHERE seq = ?', isOpen, seq);
      }
    }
  }

  #withoutIndexes(work: () => void): void {
    const indexes = this.#sql.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index'
         AND tbl_name IN ('ticket', 'ticket_list')
         AND (sql LIKE '%next_due_at%' OR sql LIKE '%next_action_at%' OR sql LIKE '%next_miss_at%')`,
    );
    for (const { name } of indexes) this.#sql.exec(`DROP INDEX ${name}`);
    work();
    for (const { sql } of indexes) this.#sql.exec(sql);
  }

  #customers(desk: DeskConfig): (id: string | null) => MatchedCustomer | null {
    if (!asksForCustomer(desk)) return () => null;
    const customers = new PeopleReader(this.#sql).customers();
    const known = new Map(customers.map((one) => [one.id, one]));
    const companyOf = (id: string) => known.get(id) ?? null;
    return (id) => {
      const customer = id === null ? null : companyOf(id);
      return customer && servedCustomer(customer, companyOf);
    };
  }
}

function isSame(one: DeadlineColumns, other: DeadlineColumns): boolean {
  return (
    one.isOpen === other.isOpen &&
    one.dueAt === other.dueAt &&
    one.actionAt === other.actionAt &&
    one.missAt === other.missAt
  );
}
