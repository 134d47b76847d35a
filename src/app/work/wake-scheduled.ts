import type { Ticket } from '../../domain/ticket.ts';
import { WorkReader } from '../../store/work/work-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

/** So many at once: after a long absence the rest follows with the next call. */
const MOST = 500;

/** Brings back the tickets whose time has come until which they were put off. */
export function wakeScheduled(desk: Desk): readonly Ticket[] {
  const due = new WorkReader(desk.store.sql).scheduledUntil(desk.clock.now(), MOST);
  if (due.length === 0) return [];
  return desk.store.sql.transact(() =>
    due.flatMap((ticketId) => {
      const woken = execute(desk, ticketId, { type: 'wake' });
      return woken.ok ? [woken.value.ticket] : [];
    }),
  );
}
