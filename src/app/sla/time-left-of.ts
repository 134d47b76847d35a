import { type TimeLeft, timeLeft } from '../../domain/sla/time-left.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { policyCustomer } from './policy-customer.ts';

/** The time left of a ticket now; null when nothing is due in it. */
export function timeLeftOf(desk: Desk, ticket: Ticket): TimeLeft | null {
  return timeLeft(ticket, desk.config, policyCustomer(desk, ticket), desk.clock.now());
}

/** The same of the rows of a list, by ticket id: asked for what is shown only. */
export function timesLeft(
  desk: Desk,
  rows: readonly { readonly id: string }[],
): ReadonlyMap<string, TimeLeft | null> {
  return new Map(
    rows.map(({ id }) => {
      const ticket = desk.tickets.byId(id);
      return [id, ticket && timeLeftOf(desk, ticket)];
    }),
  );
}
