import type { Sql } from '../sql.ts';
import { PendingOps, touchedBy } from './pending-ops.ts';
import type { PendingOp } from './redecide.ts';

/** Tickets that hang together by pending operations, and these operations. */
export interface TicketRegion {
  readonly tickets: Set<string>;
  readonly ops: Map<string, PendingOp>;
}

/** Everything that has to be decided again with some tickets: operations may touch several. */
export function regionOf(sql: Sql, seeds: Iterable<string>): TicketRegion {
  const region: TicketRegion = { tickets: new Set(), ops: new Map() };
  growRegion(sql, region, seeds);
  return region;
}

/** Takes more tickets into a region, with all that hangs on them. */
export function growRegion(
  sql: Sql,
  { tickets, ops }: TicketRegion,
  seeds: Iterable<string>,
): void {
  const pending = new PendingOps(sql);
  const waiting = [...seeds];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (tickets.has(id)) continue;
    tickets.add(id);
    for (const op of pending.on(id)) {
      if (ops.has(op.opId)) continue;
      ops.set(op.opId, op);
      // The desk itself and its articles are no tickets.
      waiting.push(...touchedBy(sql, op).filter((touched) => isTicket(op, touched)));
    }
  }
}

function isTicket({ entityType, entityId }: PendingOp, id: string): boolean {
  return entityType === 'ticket' || id !== entityId;
}

/** Whether something stands on a ticket that the server has not told yet. */
export function isProvisional(sql: Sql, ticketId: string): boolean {
  // What is provisional stands behind everything else.
  const text = `SELECT server_seq AS told FROM event WHERE entity_id = ?
    ORDER BY event.seq DESC LIMIT 1`;
  const last = sql.get<{ told: number | null }>(text, ticketId);
  return last !== undefined && last.told === null;
}
