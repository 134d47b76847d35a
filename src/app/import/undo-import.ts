import { type ImportedTicket, ImportRunStore } from '../../store/import-run/import-run-store.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';

/** Why a ticket of an import stayed: somebody worked on it, writes on it, or a server has it. */
export type StayReason = 'changed' | 'draft' | 'sent';

export interface UndoneImport {
  readonly importId: string;
  readonly source: string;
  readonly removed: number;
  readonly kept: readonly { readonly number: string; readonly reason: StayReason }[];
}

/** Tickets removed in one transaction: short enough to let others write in between. */
const batchSize = 500;

/**
 * Removes the tickets of one import that nobody has touched since, and says which stayed and why.
 * Customers and contacts stay: others may refer to them. Throws a UserError for an unknown import.
 */
export function undoImport(desk: Desk, importId: string): UndoneImport {
  const runs = new ImportRunStore(desk.store.sql);
  const run = runs.byId(importId);
  if (!run) throw new UserError('import-unknown', { id: importId });
  const kept: { number: string; reason: StayReason }[] = [];
  const untouched: string[] = [];
  for (const ticket of runs.tickets(importId)) {
    const reason = stayReason(ticket);
    if (reason === null) untouched.push(ticket.id);
    else kept.push({ number: ticket.number, reason });
  }
  for (let start = 0; start < untouched.length; start += batchSize) {
    desk.tickets.together(() => {
      for (const id of untouched.slice(start, start + batchSize)) desk.tickets.erase(id);
    });
  }
  runs.markUndone(importId, desk.clock.now());
  return { importId, source: run.source, removed: untouched.length, kept };
}

function stayReason(ticket: ImportedTicket): StayReason | null {
  if (ticket.isSent) return 'sent';
  if (ticket.isChanged) return 'changed';
  return ticket.hasDraft ? 'draft' : null;
}
