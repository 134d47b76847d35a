import type { TicketEvent } from '../../domain/event.ts';
import type { LogRow, TicketAlias } from '../../protocol/wire.ts';

/** A row of the log that changes tickets, with the space it came in. */
export interface TicketRow {
  readonly kind: 'ticket' | 'arrived' | 'left';
  readonly opId: string;
  readonly entityId: string;
  readonly space: string;
  readonly seq: number;
  readonly receivedAt: number;
  readonly events: readonly TicketEvent[];
  readonly aliases: readonly TicketAlias[];
}

/** A row of the log as one that changes tickets; null when it is about something else. */
export function toTicketRow(row: LogRow, space: string): TicketRow | null {
  const { opId, entityId, seq, receivedAt, body } = row;
  const about = { opId, entityId, space, seq, receivedAt };
  switch (body.kind) {
    case 'ticket':
    case 'arrived':
      return { kind: body.kind, ...about, events: body.events, aliases: body.aliases ?? [] };
    case 'left':
      return { kind: 'left', ...about, events: [], aliases: [] };
    default:
      return null;
  }
}

/** The tickets that a row changes. */
export function ticketsOf({ kind, entityId, events }: TicketRow): ReadonlySet<string> {
  return new Set(kind === 'ticket' ? events.map(({ ticketId }) => ticketId) : [entityId]);
}
