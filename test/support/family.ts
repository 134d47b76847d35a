import { must } from '../../src/util/must.ts';
import type { TestDesk } from './desk.ts';

/** Everything that the store holds of some tickets, as text: what an undo must bring back. */
export function imageOf({ desk }: TestDesk, ticketIds: readonly string[]): string {
  const { sql } = desk.store;
  const rows = (text: string, id: string) => sql.all<Record<string, unknown>>(text, id);
  return JSON.stringify(
    ticketIds.map((id) => ({
      ticket: rows('SELECT * FROM ticket WHERE id = ?', id),
      events: rows('SELECT * FROM event WHERE entity_id = ? ORDER BY seq', id),
      entries: rows(
        'SELECT e.* FROM entry e JOIN ticket t ON t.seq = e.ticket_seq WHERE t.id = ? ORDER BY e.seq',
        id,
      ),
      promises: rows('SELECT * FROM promise WHERE ticket_id = ? ORDER BY id', id),
      deliveries: rows('SELECT * FROM delivery WHERE ticket_id = ? ORDER BY entry_id', id),
      tags: rows(
        `SELECT g.tag FROM ticket_tag g JOIN ticket t ON t.seq = g.ticket_seq
         WHERE t.id = ? ORDER BY g.tag`,
        id,
      ),
    })),
  );
}

/** Finds tickets by words, as a person looks for them. */
export function numbersWith({ desk }: TestDesk, word: string): string[] {
  const rows = desk.store.sql.all<{ number: string }>(
    `SELECT t.number FROM ticket_fts JOIN ticket t ON t.seq = ticket_fts.rowid
     WHERE ticket_fts MATCH ? ORDER BY t.seq`,
    must(desk.store.indexText(word).split(' ')[0], 'a word'),
  );
  return rows.map(({ number }) => number);
}
