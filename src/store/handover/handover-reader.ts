import type { Ticket } from '../../domain/ticket.ts';
import type { Sql } from '../sql.ts';

/** Finds the open tickets that wait for a receiver, an answer of the customer or somebody who decides. */
export class HandoverReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Tickets that were handed over and that nobody has accepted yet. */
  waiting(): Ticket[] {
    return this.#tickets(`l.handover = 'waiting'`);
  }

  /** Tickets with a question to the customer that has no answer yet. */
  asked(): Ticket[] {
    return this.#tickets('l.is_asked = 1');
  }

  /** Tickets whose solution came back more often than so many times. */
  returnedMoreThan(times: number): Ticket[] {
    return this.#tickets('l.returns > 0 AND l.returns > ?', times);
  }

  #tickets(condition: string, ...values: readonly number[]): Ticket[] {
    const rows = this.#sql.all<{ state: string }>(
      `SELECT t.state FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE ${condition} AND l.is_open = 1 ORDER BY +l.seq`,
      ...values,
    );
    return rows.map(({ state }) => JSON.parse(state) as Ticket);
  }
}
