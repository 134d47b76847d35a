import type { Ticket } from './ticket.ts';

/** The fact that brings a ticket into another status. */
export function statusFact(
  { status: from }: Pick<Ticket, 'status'>,
  to: Ticket['status'],
  reason = '',
) {
  return { type: 'status-changed', from, to, reason, until: null } as const;
}
