import type { Sql } from '../sql.ts';

/** Open tickets of a person, and when one of them was last touched. */
export interface PersonLoad {
  readonly open: number;
  readonly busyAt: number | null;
}

interface Served {
  readonly contactId: string | null;
  readonly customerId: string | null;
}

/** Reads who has how much to do and who had what before. */
export class LoadReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** When something last moved is read when it is asked for: it costs a look at each ticket. */
  loadOf(personId: string): PersonLoad {
    const count = 'SELECT sum(n) FROM queue_facet WHERE is_open = 1 AND assignee_id = ?';
    const touched = 'SELECT max(updated_at) FROM ticket_list WHERE assignee_id = ? AND is_open = 1';
    const sql = this.#sql;
    return {
      open: sql.numbers(count, personId)[0] ?? 0,
      get busyAt() {
        return sql.numbers(touched, personId)[0] ?? null;
      },
    };
  }

  /** Who has or had the newest other ticket of the contact, else of the customer. */
  previousAssignee(ticketId: string | null, { contactId, customerId }: Served): string | null {
    const own = contactId === null ? null : this.#newest('contact_id', contactId, ticketId);
    if (own !== null || customerId === null) return own;
    return this.#newest('customer_id', customerId, ticketId);
  }

  /** Open tickets of each of these customers. */
  openOfCustomers(customerIds: readonly string[]): ReadonlyMap<string, number> {
    const text = `SELECT t.customer_id AS id, count(*) AS n
      FROM json_each(?) AS wanted JOIN ticket t ON t.customer_id = wanted.value
      WHERE t.is_open = 1 GROUP BY t.customer_id`;
    const rows = this.#sql.all<{ id: string; n: number }>(text, JSON.stringify(customerIds));
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  #newest(column: 'contact_id' | 'customer_id', value: string, but: string | null): string | null {
    const text = `SELECT assignee_id AS id FROM ticket
      WHERE ${column} = ? AND assignee_id IS NOT NULL AND id IS NOT ?
      ORDER BY updated_at DESC, seq DESC LIMIT 1`;
    return this.#sql.get<{ id: string }>(text, value, but)?.id ?? null;
  }
}
