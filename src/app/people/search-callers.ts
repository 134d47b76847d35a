import { createFuzzyList } from '../../search/fuzzy-list.ts';
import type { Desk } from '../desk/desk.ts';

/** Somebody who may be calling: a contact with its company, or a company alone. */
export interface PossibleCaller {
  readonly contactId: string | null;
  readonly customerId: string | null;
  readonly label: string;
  readonly detail: string;
}

/** At most this many callers are offered. */
const MOST = 8;

/** Who may be calling, best first: by part of a name, a company or a number, in either layout. */
export function searchCallers(desk: Desk, text: string): readonly PossibleCaller[] {
  if (text.trim() === '') return [];
  const customers = new Map(desk.people.customers().map((c) => [c.id, c]));
  const contacts = desk.people.contacts().map((contact): PossibleCaller => {
    const customer = contact.customerId ? (customers.get(contact.customerId)?.name ?? '') : '';
    const about = [customer, contact.role, contact.phone ?? ''];
    return {
      contactId: contact.id,
      customerId: contact.customerId,
      label: contact.name,
      detail: about.filter((part) => part !== '').join(' · '),
    };
  });
  const companies = [...customers.values()].map(({ id, name, city }): PossibleCaller => {
    return { contactId: null, customerId: id, label: name, detail: city };
  });
  const keys = [(c: PossibleCaller) => c.label, (c: PossibleCaller) => c.detail];
  const number = nationalDigits(text);
  const ranked = createFuzzyList([...companies, ...contacts], { keys }).rank(number ?? text);
  return ranked.slice(0, MOST);
}

/** A long number without its country code: +7 921 … and 8 921 … are one. */
function nationalDigits(text: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(text.trim())) return null;
  const digits = text.replace(/\D/g, '');
  return digits.length > 10 ? digits.slice(-10) : digits;
}
