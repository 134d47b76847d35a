import type { Desk } from '../desk/desk.ts';
import { undoWindowMs } from './send-reply.ts';

/** A letter that was still in its undo window when the program ended. */
export interface HeldAgain {
  readonly opId: string;
  readonly ticketId: string;
  readonly number: string;
  readonly until: number;
}

/**
 * Gives letters that nobody has tried to send yet their undo window once more: a quit or a kill in
 * the middle of it must not send what the person may have wanted to take back.
 */
export function holdAgain(desk: Desk): HeldAgain | null {
  const now = desk.clock.now();
  let last: HeldAgain | null = null;
  for (const delivery of desk.deliveries.untried()) {
    const until = now + undoWindowMs(desk, delivery.ticketId);
    desk.deliveries.hold(delivery.entryId, until, now);
    const number = desk.tickets.byId(delivery.ticketId)?.number ?? '';
    last = { opId: delivery.opId, ticketId: delivery.ticketId, number, until };
  }
  return last;
}
