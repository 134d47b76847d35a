import type { Scenario } from '../../../content/scenario/scenario.ts';
import type { Contact, Customer, Person } from '../../../domain/person.ts';
import type { Desk } from '../../desk/desk.ts';
import { originOf } from '../../desk/make-op.ts';
import { recordOp } from '../../desk/record-op.ts';
import { newContact, newCustomer } from '../../people/new-records.ts';
import { findContact, findCustomer } from '../../people/served-people.ts';

/** A company and a person of it, as the desk of a run knows them. */
export interface Caller {
  readonly customer: Customer;
  readonly contact: Contact;
}

/** The customer of a scenario; written when the desk does not know him yet. */
export function castCustomer(desk: Desk, { customer, lang }: Scenario): Caller {
  const known = castCaller(desk, customer.org, customer.name);
  if (known.contact.timeZone !== null) return known;
  const { zone, callName, role } = customer;
  const contact = { ...known.contact, timeZone: zone, callName, role, language: lang };
  const company = { ...known.customer, timeZone: zone };
  saveContact(desk, contact);
  saveCustomer(desk, company);
  return { customer: company, contact };
}

/** Somebody else who writes in a run, by the name of the company and the own one. */
export function castCaller(desk: Desk, org: string, name: string): Caller {
  const customer = findCustomer(desk, org) ?? saveCustomer(desk, newCustomer(desk, org));
  const known = findContact(desk, name, customer.id);
  const fresh = { name, email: null, phone: null, customerId: customer.id };
  return { customer, contact: known ?? saveContact(desk, newContact(desk, fresh)) };
}

/** A colleague of the scenario by its key; a key without a description speaks under itself. */
export function castColleague(desk: Desk, scenario: Scenario, key: string): Person {
  const login = `practice-${key}`;
  const known = desk.people.findPerson(login);
  if (known) return known;
  const told = scenario.people.get(key);
  const person: Person = {
    id: desk.makeId(),
    login,
    name: told?.name ?? key,
    role: told?.role === 'lead' ? 'lead' : 'engineer',
    line: String(told?.line ?? desk.me.line),
    gender: null,
    isDemo: false,
  };
  desk.people.savePerson(person, recordOp({ type: 'save-person', person }, originOf(desk)));
  return person;
}

function saveCustomer(desk: Desk, customer: Customer): Customer {
  desk.people.saveCustomer(customer, recordOp({ type: 'save-customer', customer }, originOf(desk)));
  return customer;
}

function saveContact(desk: Desk, contact: Contact): Contact {
  desk.people.saveContact(contact, recordOp({ type: 'save-contact', contact }, originOf(desk)));
  return contact;
}
