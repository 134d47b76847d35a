import { callNameOf } from '../../domain/call-name.ts';
import type { Contact, Customer } from '../../domain/person.ts';
import type { MakeId } from '../../util/id.ts';

/** A customer of whom only the name is known; not written yet. */
export function newCustomer({ makeId }: { readonly makeId: MakeId }, name: string): Customer {
  return {
    id: makeId(),
    name,
    about: '',
    city: '',
    timeZone: null,
    level: '',
    peculiarity: '',
    mailDomain: null,
    isDemo: false,
  };
}

/** A contact of whom only this is known; not written yet. */
export function newContact(
  { makeId }: { readonly makeId: MakeId },
  known: Pick<Contact, 'name' | 'email' | 'phone' | 'customerId'>,
): Contact {
  return {
    id: makeId(),
    ...known,
    callName: callNameOf(known.name),
    role: '',
    timeZone: null,
    language: null,
    isDemo: false,
  };
}
