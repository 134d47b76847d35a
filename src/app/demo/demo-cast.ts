import type { DemoContact, DemoCustomer, DemoPerson } from '../../content/demo/demo-story.ts';
import type { DemoContent } from '../../content/demo/load-demo.ts';
import type { RecordCommand } from '../../domain/op.ts';
import type { Asset, Contact, Customer, Person } from '../../domain/person.ts';
import type { MakeId } from '../../util/id.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';
import { recordOp } from '../desk/record-op.ts';

/** Everybody of the demo desk, by the keys of its files. */
export interface DemoCast {
  readonly people: ReadonlyMap<string, Person>;
  readonly customers: ReadonlyMap<string, Customer>;
  /** By customer and contact, `demo-kalinka/zhanna`. */
  readonly contacts: ReadonlyMap<string, Contact>;
}

/** Writes the people, the customers and their contacts of the demo desk, marked as demo. */
export function saveCast(desk: Desk, content: DemoContent, makeId: MakeId): DemoCast {
  const save = (command: RecordCommand) => {
    const { device, clock, me } = desk;
    return recordOp(command, { device, clock, makeId, byId: me.id });
  };
  const people = new Map(content.people.map((p) => [p.key, personOf(desk, p, makeId())]));
  for (const person of people.values()) {
    desk.people.savePerson(person, save({ type: 'save-person', person }));
  }
  const idOf = (key: string | null) => (key === null ? undefined : people.get(key)?.id);
  const customers = new Map<string, Customer>();
  const contacts = new Map<string, Contact>();
  for (const told of content.customers) {
    const customer: Customer = {
      ...customerOf(told, makeId()),
      parentId: told.parent === null ? undefined : customers.get(told.parent)?.id,
      personalEngineerId: idOf(told.engineer),
      teamLeadId: idOf(told.teamLead),
    };
    customers.set(told.key, customer);
    desk.people.saveCustomer(customer, save({ type: 'save-customer', customer }));
    for (const thing of told.assets) {
      const asset: Asset = { ...thing, id: makeId(), customerId: customer.id, isDemo: true };
      desk.people.saveAsset(asset, save({ type: 'save-asset', asset }));
    }
    for (const person of told.contacts) {
      const contact = contactOf(person, customer, makeId());
      contacts.set(`${told.key}/${person.key}`, contact);
      desk.people.saveContact(contact, save({ type: 'save-contact', contact }));
    }
  }
  return { people, customers, contacts };
}

/** Somebody of the cast by the key of a story; `me` is whoever opens the demo. */
export function castPerson(desk: Desk, cast: DemoCast, key: string): Person {
  // A trainee or a third-line engineer looks at the demo too: in it they wrote to customers.
  if (key === 'me') return { ...desk.me, role: 'lead' };
  return must(cast.people.get(key), `demo person ${key}`);
}

function personOf(desk: Desk, told: DemoPerson, id: string): Person {
  const { key: _, login, ...rest } = told;
  const isTaken = (wanted: string) => (desk.people.findPerson(wanted)?.id ?? id) !== id;
  let free = login;
  for (let n = 2; isTaken(free); n++) free = `${login}-${n}`;
  return { ...rest, id, login: free, isDemo: true };
}

function customerOf(told: DemoCustomer, id: string): Customer {
  const { name, about, city, timeZone, level, peculiarity } = told;
  const { environment, variables, commands } = told;
  const mailDomain = told.contacts[0]?.email.split('@')[1] ?? null;
  return {
    ...{ id, name, about, city, timeZone, level, peculiarity, mailDomain },
    ...{ environment, variables, commands, isDemo: true },
  };
}

function contactOf(told: DemoContact, customer: Customer, id: string): Contact {
  const { name, callName, role, email, phone, lang } = told;
  return {
    id,
    customerId: customer.id,
    name,
    callName,
    role,
    email,
    phone,
    timeZone: customer.timeZone,
    language: lang,
    isDemo: true,
  };
}
