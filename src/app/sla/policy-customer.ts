import type { Customer } from '../../domain/person.ts';
import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';

/** Who is served by a ticket, where the policies of the desk ask for it; null where they do not. */
export function policyCustomer({ config, people }: Desk, { customerId }: Ticket): Customer | null {
  return asksForCustomer(config) ? people.served(customerId) : null;
}
