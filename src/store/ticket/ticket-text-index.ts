import type { Ticket } from '../../domain/ticket.ts';
import type { Store } from '../open-store.ts';

/** What words find a ticket by: its subject, its people and the text of all its entries. */
export class TicketTextIndex {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Indexes a ticket that was not there before, with all entries that it has. */
  add(seq: number, ticket: Ticket, entries: readonly { readonly text: string }[]): void {
    const { sql, indexText } = this.#store;
    const parts = [ticket.number, ticket.subject, ...ticket.tags, ...this.#people(ticket)];
    for (const entry of entries) parts.push(entry.text);
    sql.run('INSERT INTO ticket_fts (rowid, text) VALUES (?, ?)', seq, indexText(parts.join('\n')));
  }

  /** Indexes the ticket as it stands now. */
  rewrite(seq: number, ticket: Ticket): void {
    const text = 'SELECT text FROM entry WHERE ticket_seq = ?';
    const entries = this.#store.sql.all<{ text: string }>(text, seq);
    this.remove(seq);
    this.add(seq, ticket, entries);
  }

  remove(seq: number): void {
    this.#store.sql.run('DELETE FROM ticket_fts WHERE rowid = ?', seq);
  }

  #people(ticket: Ticket): string[] {
    const row = this.#store.sql.get<Record<string, string | null>>(
      `SELECT (SELECT name FROM customer WHERE id = ?) AS customer, c.name, c.email, c.phone
       FROM (SELECT 1) LEFT JOIN contact c ON c.id = ?`,
      ticket.customerId,
      ticket.contactId,
    );
    return Object.values(row ?? {}).filter((value) => value !== null);
  }
}
