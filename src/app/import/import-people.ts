import type { Contact, Person } from '../../domain/person.ts';
import type { Desk } from '../desk/desk.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import { newContact, newCustomer } from '../people/new-records.ts';

/** A contact as a table or another desk names it. */
export interface NamedContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
}

/** Finds the people that an import names, and creates each unknown one once. */
export class ImportPeople {
  readonly #desk: Desk;
  readonly #customers = new Map<string, string>();
  readonly #byEmail = new Map<string, Contact>();
  readonly #persons = new Map<string, string>();
  #byName: Map<string, Contact> | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Forgets what a transaction that was taken back had created. */
  forget(): void {
    this.#customers.clear();
    this.#byEmail.clear();
    this.#persons.clear();
    this.#byName = null;
  }

  /** Id of the customer with this name. */
  customerId(name: string): string {
    const key = detached(name.trim());
    const known = this.#customers.get(key) ?? this.#desk.people.customerByName(key)?.id;
    const id = known ?? this.#createCustomer(key);
    this.#customers.set(key, id);
    return id;
  }

  /** By e-mail, else by name within the customer; null when neither is given. */
  contact({ name, email, customerId }: NamedContact): Contact | null {
    const address = email ? detached(email.trim().toLowerCase()) || null : null;
    const label = name ? detached(name.trim()) || address : address;
    if (label === null) return null;
    const known = address === null ? null : this.#withEmail(address);
    if (known) return known;
    const namesake = this.#names().get(nameKey(label, customerId));
    if (namesake && (address === null || namesake.email === null)) {
      return address === null ? namesake : this.#save({ ...namesake, email: address });
    }
    return this.#save(this.#newContact(label, address, customerId));
  }

  /** Id of the desk's own person with this login or name. */
  personId(name: string, line: string): string {
    const key = name.trim();
    const known = this.#persons.get(key) ?? this.#desk.people.findPerson(key)?.id;
    const id = known ?? this.#createPerson(key, line);
    this.#persons.set(key, id);
    return id;
  }

  #withEmail(address: string): Contact | null {
    const known = this.#byEmail.get(address) ?? this.#desk.people.contactByEmail(address);
    if (known) this.#byEmail.set(address, known);
    return known;
  }

  #names(): Map<string, Contact> {
    // One pass instead of a query for each row; the index of contacts knows no names.
    this.#byName ??= new Map(
      this.#desk.people.contacts().map((c) => [nameKey(c.name, c.customerId), c]),
    );
    return this.#byName;
  }

  #newContact(name: string, email: string | null, customerId: string | null): Contact {
    const domain = email?.slice(email.lastIndexOf('@') + 1) ?? '';
    return newContact(this.#desk, {
      customerId: customerId ?? this.#desk.people.customerByDomain(domain)?.id ?? null,
      name,
      email,
      phone: null,
    });
  }

  #save(contact: Contact): Contact {
    const op = this.#op({ type: 'save-contact', contact });
    this.#desk.people.saveContact(contact, op);
    this.#names().set(nameKey(contact.name, contact.customerId), contact);
    if (contact.email !== null) this.#byEmail.set(contact.email, contact);
    return contact;
  }

  #createCustomer(name: string): string {
    const customer = newCustomer(this.#desk, name);
    this.#desk.people.saveCustomer(customer, this.#op({ type: 'save-customer', customer }));
    return customer.id;
  }

  #createPerson(name: string, line: string): string {
    const person: Person = {
      id: this.#desk.makeId(),
      login: name,
      name,
      role: 'engineer',
      line,
      gender: null,
      isDemo: false,
    };
    this.#desk.people.savePerson(person, this.#op({ type: 'save-person', person }));
    return person.id;
  }

  #op(payload: Parameters<typeof recordOp>[0]) {
    return recordOp(payload, originOf(this.#desk));
  }
}

/**
 * A text of its own. A cell of a table is a window on the chunk of the file it was cut from: kept
 * in a map, each name would keep its whole chunk in memory.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}

function nameKey(name: string, customerId: string | null): string {
  return `${customerId ?? ''}\n${name.trim().toLowerCase()}`;
}
