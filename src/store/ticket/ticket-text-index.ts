import type { Ticket } from '../../domain/ticket.ts';
import type { Store } from '../open-store.ts';

const DELETE = 'DELETE FROM ticket_fts WHERE rowid = ?';
const INSERT = 'INSERT INTO ticket_fts (rowid, text) VALUES (?, ?)';

/** What words find a ticket by: its subject, its people and the text of all its entries. */
export class TicketTextIndex {
  readonly #store: Store;
  /** What waits for the end of a batch; null outside of one. */
  #waiting: Waiting | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Indexes a ticket that was not there before, with all entries that it has. */
  add(seq: number, ticket: Ticket, entries: readonly { readonly text: string }[]): void {
    const { sql, indexText } = this.#store;
    const parts = [ticket.number, ticket.subject, ...ticket.tags, ...this.#people(ticket)];
    for (const entry of entries) parts.push(entry.text);
    // No phrase reaches from one text into the next.
    const text = parts.map(indexText).join(' _ ');
    if (this.#waiting) this.#waiting.texts.set(seq, text);
    else sql.run(INSERT, seq, text);
  }

  /**
   * Runs `work` and writes the texts it indexes at its end. FTS5 writes out what it holds before
   * every statement that could be taken back alone, so single rows between others cost several
   * times as much.
   */
  together<T>(work: () => T): T {
    if (this.#waiting) return work();
    const waiting = { removed: new Set<number>(), texts: new Map<number, string>() };
    this.#waiting = waiting;
    try {
      const result = work();
      for (const seq of waiting.removed) this.#store.sql.run(DELETE, seq);
      for (const [seq, text] of waiting.texts) this.#store.sql.run(INSERT, seq, text);
      return result;
    } finally {
      this.#waiting = null;
    }
  }

  /** Indexes the ticket as it stands now, with what was merged into it. */
  rewrite(seq: number, ticket: Ticket): void {
    this.remove(seq);
    this.fill(seq, ticket);
  }

  /** Indexes a ticket that is not in the index yet, as it stands now, with what was merged into it. */
  fill(seq: number, ticket: Ticket): void {
    const text = `SELECT text FROM entry WHERE ticket_seq IN
      (SELECT ? UNION ALL SELECT seq FROM ticket WHERE id IN (SELECT value FROM json_each(?)))`;
    const merged = JSON.stringify(ticket.mergedFromIds ?? []);
    this.add(seq, ticket, this.#store.sql.all<{ text: string }>(text, seq, merged));
  }

  remove(seq: number): void {
    if (!this.#waiting) {
      this.#store.sql.run(DELETE, seq);
      return;
    }
    this.#waiting.texts.delete(seq);
    this.#waiting.removed.add(seq);
  }

  #people(ticket: Ticket): string[] {
    const { sql } = this.#store;
    const customer = ticket.customerId
      ? sql.get<Names>('SELECT name FROM customer WHERE id = ?', ticket.customerId)
      : undefined;
    const contact = ticket.contactId
      ? sql.get<Names>('SELECT name, email, phone FROM contact WHERE id = ?', ticket.contactId)
      : undefined;
    const names = [...Object.values(customer ?? {}), ...Object.values(contact ?? {})];
    return names.filter((name) => name !== null);
  }
}

interface Waiting {
  readonly removed: Set<number>;
  /** Token texts by seq. */
  readonly texts: Map<number, string>;
}

type Names = Record<string, string | null>;
