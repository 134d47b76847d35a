import type { Sql } from '../sql.ts';
import { putInTray } from './tray-writer.ts';

/**
 * Moves the drafts of tickets that are not here any more to the tray: what was being written while
 * its ticket went to another group is found nowhere else. Returns how many there were.
 */
export function keepStrayDrafts(sql: Sql, now: number): number {
  const drafts = sql.all<{ id: string; ticketId: string; text: string }>(
    `SELECT id, ticket_id AS ticketId, text FROM draft d
     WHERE ticket_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket WHERE id = d.ticket_id)`,
  );
  if (drafts.length === 0) return 0;
  sql.transact(() => {
    for (const { id, ticketId, text } of drafts) {
      const payload = { type: 'note', text } as const;
      // The same draft may have been put there before, with less in it.
      const opId = `draft/${id}/${now}`;
      const op = { opId, entityType: 'ticket', entityId: ticketId, payload } as const;
      const reason = { kind: 'lost-space', code: 'lost-space' } as const;
      if (text.trim() !== '') putInTray(sql, op, reason, now);
      sql.run('DELETE FROM draft WHERE id = ?', id);
    }
  });
  return drafts.length;
}
