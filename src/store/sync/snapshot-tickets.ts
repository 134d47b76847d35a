import { isDeepStrictEqual } from 'node:util';
import type { TicketEvent, TicketFact } from '../../domain/event.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { type EntryRow, toEntry } from '../ticket/entry-row.ts';
import { TicketWriter } from '../ticket/ticket-writer.ts';
import type { LogApplier } from './log-applier.ts';
import { keepLostEntries } from './lost-texts.ts';
import type { Redecide } from './redecide.ts';
import type { TicketRow } from './ticket-row.ts';

interface SnapTicket {
  readonly n: number;
  readonly id: string;
  readonly state: string;
}

interface Where {
  readonly space: string;
  readonly now: number;
}

const entryColumns = [
  ...['op_id', 'at', 'kind', 'visibility', 'author_type', 'author_id', 'author_name', 'text'],
  ...['duration_ms', 'message_id', 'attachments'],
];
const ENTRY = entryColumns.join(', ');
const ENTRY_OF_E = entryColumns.map((name) => `e.${name}`).join(', ');

/** Takes the tickets of an attached snapshot in, those that are not here yet by copying rows. */
export class SnapshotTickets {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #applier: LogApplier;
  readonly #write: TicketWriter;

  constructor(store: Store, redecide: Redecide, applier: LogApplier) {
    this.#sql = store.sql;
    this.#redecide = redecide;
    this.#applier = applier;
    this.#write = new TicketWriter(store);
  }

  /** Takes the next tickets behind `after`; returns the last one, or null when there was none. */
  take(after: number, most: number, where: Where): number | null {
    const text = 'SELECT n, id, state FROM snap.ticket WHERE n > ? ORDER BY n LIMIT ?';
    const tickets = this.#sql.all<SnapTicket>(text, after, most);
    const last = tickets.at(-1)?.n ?? null;
    if (last === null) return null;
    const fresh = this.#findFresh(after, last);
    this.#copy(
      tickets.filter(({ id }) => fresh.has(id)),
      where.space,
    );
    const others = tickets.filter((ticket) => !fresh.has(ticket.id) && !this.#isHere(ticket));
    for (const { id } of others) keepLostEntries(this.#sql, id, where.now);
    if (others.length > 0) this.#applier.rebase(others.map(({ id }) => this.#arrived(id, where)));
    for (const { id } of others) this.#stamp(id);
    return last;
  }

  /** Tickets of which nothing is here, and whose number nobody has. */
  #findFresh(after: number, last: number): ReadonlySet<string> {
    this.#sql.exec(
      'CREATE TEMP TABLE IF NOT EXISTS fresh (id TEXT PRIMARY KEY); DELETE FROM temp.fresh',
    );
    this.#sql.run(
      `INSERT INTO temp.fresh SELECT s.id FROM snap.ticket s WHERE s.n > ? AND s.n <= ?
         AND NOT EXISTS (SELECT 1 FROM main.ticket t WHERE t.id = s.id)
         AND NOT EXISTS (SELECT 1 FROM main.ticket t WHERE t.number = s.state ->> 'number')
         AND NOT EXISTS (SELECT 1 FROM main.ticket t WHERE t.external_id = s.state ->> 'externalId')
         AND NOT EXISTS (SELECT 1 FROM main.event e WHERE e.entity_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = s.id AND o.in_base = 0)`,
      after,
      last,
    );
    const rows = this.#sql.all<{ id: string }>('SELECT id FROM temp.fresh');
    return new Set(rows.map(({ id }) => id));
  }

  /** Copies tickets with everything that happened to them. */
  #copy(tickets: readonly SnapTicket[], space: string): void {
    if (tickets.length === 0) return;
    for (const { id, state } of tickets) {
      // The file was verified against the digest that the server gave.
      this.#write.ticket(JSON.parse(state) as Ticket, this.#redecide.desk());
      if (space !== MAIN_SPACE) {
        this.#sql.run('UPDATE ticket SET space = ? WHERE id = ?', space, id);
      }
    }
    // A cross join begins with its left side: otherwise the whole file would be read for each chunk.
    this.#sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at,
         server_seq)
       SELECT e.id, op_id, entity_id, type, at, by_id, device, fact, received_at, server_seq
       FROM temp.fresh f CROSS JOIN snap.event e ON e.entity_id = f.id ORDER BY e.n`,
    );
    this.#sql.run(
      `UPDATE entry SET id = id || '~' || seq WHERE id IN (
         SELECT e.id FROM temp.fresh f JOIN snap.entry e ON e.ticket_id = f.id)`,
    );
    this.#sql.run(
      `INSERT INTO entry (ticket_seq, id, ${ENTRY})
       SELECT t.seq, e.id, ${ENTRY_OF_E} FROM temp.fresh f
       CROSS JOIN snap.entry e ON e.ticket_id = f.id JOIN main.ticket t ON t.id = f.id ORDER BY e.n`,
    );
  }

  /** Nothing waits on it, and it looks as the snapshot tells. */
  #isHere({ id, state }: SnapTicket): boolean {
    const row = this.#sql.get<{ state: string }>('SELECT state FROM ticket WHERE id = ?', id);
    if (!row || !isDeepStrictEqual(JSON.parse(row.state), JSON.parse(state))) return false;
    const here = 'SELECT id, server_seq AS seq FROM event WHERE entity_id = ? ORDER BY seq';
    const told = 'SELECT id, server_seq AS seq FROM snap.event WHERE entity_id = ? ORDER BY n';
    return isDeepStrictEqual(this.#sql.all(here, id), this.#sql.all(told, id));
  }

  /** The whole ticket as the server would tell it with its arrival from another space. */
  #arrived(id: string, { space, now }: Where): TicketRow {
    const about = { opId: '', entityId: id, space, seq: 0, receivedAt: now };
    return { kind: 'arrived', ...about, events: this.#events(id), aliases: [] };
  }

  #events(id: string): readonly TicketEvent[] {
    const rows = this.#sql.all<SnapEvent>(
      `SELECT id, op_id AS opId, entity_id AS ticketId, at, by_id AS byId, device, fact
       FROM snap.event WHERE entity_id = ? ORDER BY n`,
      id,
    );
    const entries = this.#sql.all<EntryRow>(
      `SELECT id, ${ENTRY}, ticket_id, NULL AS delivery_state FROM snap.entry
       WHERE ticket_id = ?`,
      id,
    );
    const texts = new Map(entries.map((row) => [row.id, toEntry(row).text]));
    return rows.map(({ fact, ...event }) => ({ ...event, fact: withText(fact, texts) }));
  }

  /**
   * When and where each event came, which a ticket that arrives as one row does not know. What the
   * snapshot does not tell (the ticket has gone on in another space) keeps its place.
   */
  #stamp(id: string): void {
    this.#sql.run(
      `UPDATE event SET (received_at, server_seq) = (SELECT s.received_at, s.server_seq
         FROM snap.event s WHERE s.entity_id = event.entity_id AND s.id = event.id)
       WHERE entity_id = ? AND server_seq IS NOT NULL
         AND id IN (SELECT id FROM snap.event WHERE entity_id = ?)`,
      id,
      id,
    );
  }
}

interface SnapEvent extends Omit<TicketEvent, 'fact'> {
  readonly fact: string;
}

function withText(stored: string, texts: ReadonlyMap<string, string>): TicketFact {
  // Written by the server's own snapshot writer.
  const fact = JSON.parse(stored) as TicketFact;
  if (fact.type !== 'entry-added') return fact;
  return { ...fact, entry: { ...fact.entry, text: texts.get(fact.entry.id) ?? '' } };
}
