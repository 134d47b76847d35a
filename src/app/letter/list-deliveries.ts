import type { Delivery } from '../../store/delivery/delivery-store.ts';
import type { Desk } from '../desk/desk.ts';

/** A letter of ours that has not reached anybody, with the ticket it belongs to. */
export interface WaitingLetter {
  readonly delivery: Delivery;
  readonly number: string;
  readonly subject: string;
}

/** What waits for delivery, failed, or has no way out; letters of the demo desk never go anywhere. */
export function listWaitingLetters(desk: Desk): WaitingLetter[] {
  return desk.deliveries.unsettled().flatMap((delivery) => {
    const ticket = desk.tickets.byId(delivery.ticketId);
    if (!ticket || ticket.isDemo) return [];
    return [{ delivery, number: ticket.number, subject: ticket.subject }];
  });
}

/** The last letter of a ticket that has not left, or null. */
export function lastWaitingLetter(desk: Desk, ticketId: string): Delivery | null {
  return desk.deliveries.unsettled().findLast((d) => d.ticketId === ticketId) ?? null;
}
