import type { Contact } from '../../domain/person.ts';
import type { ParsedLetter } from '../../intake/mail/letter.ts';
import { letterWriter } from '../../intake/mail/thread.ts';
import type { Desk } from '../desk/desk.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import { newContact } from '../people/new-records.ts';

/** Who wrote a letter, as far as the desk knows. */
export interface Sender {
  readonly contactId: string | null;
  readonly customerId: string | null;
  /** As the letter shows it: data, never a form of address. */
  readonly name: string;
}

/** The addresses the desk itself writes from. */
export function ownAddresses(desk: Desk): string[] {
  const { from } = desk.settings.deliver;
  // The setting may be a full mailbox: Support <support@example.test>.
  const own = from === null ? null : (/<([^<>]+)>/.exec(from)?.[1] ?? from);
  return own === null ? [desk.config.mailAddress] : [desk.config.mailAddress, own];
}

/** The writer of a letter when the desk already knows the address; nothing is written. */
export function knownSender(desk: Desk, letter: ParsedLetter): Sender {
  const writer = letterWriter(letter, ownAddresses(desk));
  const contact = writer ? desk.people.contactByEmail(writer.address) : null;
  return {
    contactId: contact?.id ?? null,
    customerId: contact?.customerId ?? null,
    name: writer?.name || writer?.address || contact?.name || '',
  };
}

/**
 * The writer of a letter as a contact: by address; else the contact of `ticketId` that has the
 * same name and no address yet; else a new one, of the customer with this mail domain if any.
 */
export function resolveSender(
  desk: Desk,
  letter: ParsedLetter,
  ticketId: string | null = null,
): Sender {
  const known = knownSender(desk, letter);
  const writer = letterWriter(letter, ownAddresses(desk));
  if (known.contactId !== null || writer === null) return known;
  const email = writer.address.toLowerCase();
  const named = ticketId === null ? null : namesakeOn(desk, ticketId, writer.name);
  const contact = named ? { ...named, email } : contactOf(desk, writer.name, email);
  saveContact(desk, contact);
  return { contactId: contact.id, customerId: contact.customerId, name: known.name };
}

/** The contact of a ticket when it has this name and nobody has noted its address yet. */
export function namesakeOn(desk: Desk, ticketId: string, name: string): Contact | null {
  const contactId = desk.tickets.byId(ticketId)?.contactId ?? null;
  const contact = desk.people.contact(contactId);
  if (contact === null || contact.email !== null || name.trim() === '') return null;
  return contact.name.trim().toLowerCase() === name.trim().toLowerCase() ? contact : null;
}

function contactOf(desk: Desk, name: string, email: string): Contact {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const customerId = desk.people.customerByDomain(domain)?.id ?? null;
  return newContact(desk, { customerId, name: name || email, email, phone: null });
}

function saveContact(desk: Desk, contact: Contact): void {
  const op = recordOp({ type: 'save-contact', contact }, originOf(desk));
  desk.people.saveContact(contact, op);
}
