import type { TicketEvent } from '../../domain/event.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import type { Desk } from '../desk/desk.ts';

/** Every handing over of a ticket and what became of it, oldest first: a later one replaces none. */
export function handoverHistory(desk: Desk, ticketId: string): readonly Handover[] {
  const all = new Map<string, Handover>();
  for (const event of desk.tickets.events(ticketId)) {
    const { fact } = event;
    if (fact.type === 'handed-over') all.set(fact.handover.id, fact.handover);
    if (fact.type !== 'handover-accepted' && fact.type !== 'handover-returned') continue;
    const before = all.get(fact.handoverId);
    if (before) all.set(before.id, { ...before, ...outcomeOf(event) });
  }
  return [...all.values()];
}

function outcomeOf({ fact, at, byId }: TicketEvent) {
  const settled = { settledAt: at, settledById: byId } as const;
  return fact.type === 'handover-returned'
    ? ({ ...settled, state: 'returned', missing: fact.missing } as const)
    : ({ ...settled, state: 'accepted' } as const);
}
