import type { Ticket } from '../../domain/ticket.ts';
import type { KnownEntities, KnownPerson } from '../../practice/anonymise/personal.ts';
import type { Desk } from '../desk/desk.ts';

/** Everybody and everything by name that the desk knows and that a ticket may tell of. */
export function knownEntities(desk: Desk, ticket: Ticket): KnownEntities {
  const { people } = desk;
  const customers = companiesOf(desk, ticket.customerId);
  const contacts = customers.flatMap(({ id }) => people.contactsOf(id));
  const contact = people.contact(ticket.contactId);
  const all = contact === null ? contacts : [contact, ...contacts];
  const staff = people.persons();
  const assets = customers.flatMap(({ id }) => people.assetsOf(id));
  const values = [...customers, ...assets].flatMap(({ variables }) =>
    Object.values(variables ?? {}),
  );
  const isHost = (value: string) => /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(value);
  return {
    people: [
      ...all.map(({ name }) => ({ name, gender: null })),
      ...all.flatMap(({ callName, name }) => calledSo(callName, name)),
      ...staff.map(({ name, gender }) => ({ name, gender })),
      ...authorsOf(desk, ticket.id),
    ],
    // Somebody else's name is as little of this ticket's business.
    organisations: [...customers, ...people.customers()].map(({ name }) => name),
    cities: customers.map(({ city }) => city).filter((city) => city !== ''),
    emails: all.map(({ email }) => email).filter(isPresent),
    domains: customers.map(({ mailDomain }) => mailDomain).filter(isPresent),
    phones: [...all, ...staff].map(({ phone }) => phone).filter(isPresent),
    hosts: [...assets.map(({ address }) => address), ...values.filter(isHost)],
    assets: assets.map(({ name }) => name),
    contracts: values.filter((value) => /\d{2}/.test(value) && !isHost(value)),
    tickets: [ticket.number, ticket.externalId].filter(isPresent),
    logins: staff.map(({ login }) => login),
  };
}

/** The customer of a ticket and the companies above it. */
function companiesOf({ people }: Desk, id: string | null) {
  const found = [];
  const seen = new Set<string>();
  let customer = people.customer(id);
  while (customer !== null && !seen.has(customer.id)) {
    seen.add(customer.id);
    found.push(customer);
    customer = people.customer(customer.parentId ?? null);
  }
  return found;
}

function calledSo(callName: string | null, name: string): readonly KnownPerson[] {
  return callName === null || name.includes(callName) ? [] : [{ name: callName, gender: null }];
}

function authorsOf(desk: Desk, ticketId: string): readonly KnownPerson[] {
  const names = desk.tickets.entries(ticketId).flatMap(({ author }) => {
    return author.type === 'contact' ? author.name : [];
  });
  const confirmed = desk.tickets.events(ticketId).flatMap(({ fact }) => {
    return fact.type === 'confirmed' ? fact.by : [];
  });
  return [...new Set([...names, ...confirmed])].map((name) => ({ name, gender: null }));
}

function isPresent(value: string | null | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
