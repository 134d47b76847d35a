import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';

/**
 * By whose word a ticket is closed when nobody is named: its contact, its customer, or, where the
 * desk knows neither, whoever writes the confirmation down and answers for it.
 */
export function confirmingName(desk: Desk, { contactId, customerId }: Ticket): string {
  const contact = desk.people.contact(contactId);
  const customer = desk.people.customer(customerId);
  return contact?.name ?? customer?.name ?? desk.me.name;
}
