import type { Contact, Customer } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import { foldText } from '../../util/fold-text.ts';
import type { Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import type { ExecuteOptions } from '../desk/execute.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import { type NewTicket, registerTicket } from '../ticket/register-ticket.ts';
import { newContact, newCustomer } from './new-records.ts';

/** Who a new ticket is for, as a person names them. */
export interface ServedNames {
  readonly customer?: string | undefined;
  /** A name, an address or a telephone number. */
  readonly contact?: string | undefined;
}

/** Registers a ticket for people by name; those the desk does not know yet are added with it. */
export function registerFor(
  desk: Desk,
  names: ServedNames,
  ticket: NewTicket,
  options: ExecuteOptions = {},
): Result<Executed, Refusal> {
  return allOrNothing(desk, () => {
    const customerId =
      names.customer === undefined ? null : findOrAddCustomer(desk, names.customer).id;
    const contact =
      names.contact === undefined ? null : findOrAddContact(desk, names.contact, customerId);
    const served = { ...ticket, customerId, contactId: contact?.id };
    return registerTicket(desk, served, options);
  });
}

/** The customer of a name or id, letter case aside, or null. */
export function findCustomer(desk: Desk, name: string): Customer | null {
  const wanted = foldText(name);
  const known = desk.people.customers().find((c) => c.id === name || foldText(c.name) === wanted);
  return known ?? null;
}

/** The customer of a name or id, letter case aside; a new one when nobody has it. */
export function findOrAddCustomer(desk: Desk, name: string): Customer {
  const known = findCustomer(desk, name);
  if (known) return known;
  const customer = newCustomer(desk, name.trim());
  desk.people.saveCustomer(customer, recordOp({ type: 'save-customer', customer }, originOf(desk)));
  return customer;
}

/** The contact of an address, a telephone number, a name or an id, or null. */
export function findContact(desk: Desk, text: string, customerId: string | null): Contact | null {
  const wanted = foldText(text);
  const byId = desk.people.contact(text.trim());
  if (byId) return byId;
  if (text.includes('@')) return desk.people.contactByEmail(text.trim());
  if (isPhone(text)) return desk.people.contactByPhone(text);
  const named = desk.people.contacts().filter((c) => foldText(c.name) === wanted);
  return named.find((c) => c.customerId === customerId) ?? named[0] ?? null;
}

/** The contact, or a new one of this customer. */
export function findOrAddContact(desk: Desk, text: string, customerId: string | null): Contact {
  const known = findContact(desk, text, customerId);
  if (known) return known;
  const email = text.includes('@') ? text.trim().toLowerCase() : null;
  const phone = email === null && isPhone(text) ? text.trim() : null;
  return addContact(desk, { name: text.trim(), email, phone, customerId });
}

/** Writes a new contact of whom little is known yet. */
export function addContact(
  desk: Desk,
  known: Pick<Contact, 'name' | 'email' | 'phone' | 'customerId'>,
): Contact {
  const contact = newContact(desk, known);
  desk.people.saveContact(contact, recordOp({ type: 'save-contact', contact }, originOf(desk)));
  return contact;
}

function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]{5,}$/.test(text.trim());
}
