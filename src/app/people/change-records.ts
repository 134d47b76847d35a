import {
  isBelowItself,
  whyNotChangePerson,
  whyNotKeepCustomer,
} from '../../domain/decide-record.ts';
import { whyNotAllowed } from '../../domain/permission-gate.ts';
import type { AccessCommand, Asset, Customer, Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import { recountCustomer } from '../sla/recount-customer.ts';

/** What is told anew of somebody of the desk. Only what is given changes. */
export type PersonChanges = Partial<Omit<Person, 'id' | 'login' | 'isDemo'>>;

/** Changes the record of a person; what a desk decides about people is left to who may change it. */
export function changePerson(
  desk: Desk,
  person: Person,
  changes: PersonChanges,
): Result<Person, Refusal> {
  const changed = { ...person, ...changes };
  const context = { actor: desk.me, desk: desk.config, isUnheaded: !isHeaded(desk) };
  const why = whyNotChangePerson(person, changed, context);
  if (why) return fail(why);
  const op = recordOp({ type: 'save-person', person: changed }, originOf(desk));
  desk.people.savePerson(changed, op);
  return ok(changed);
}

/** Whether somebody is there who may change the desk. */
function isHeaded({ people, config }: Desk): boolean {
  return people
    .persons()
    .some((one) => !one.isDemo && whyNotAllowed('change-desk', one, config) === null);
}

/** Why I may not change what stands in the card of a customer. */
function whyNotKeep({ me, config }: Desk, record: Pick<Customer, 'isDemo'>): Refusal | null {
  return whyNotKeepCustomer(record, me, config);
}

/** Changes the card of a customer. Throws a UserError when it would become its own site. */
export function changeCustomer(
  desk: Desk,
  customer: Customer,
  changes: Partial<Omit<Customer, 'id' | 'isDemo'>>,
): Result<Customer, Refusal> {
  const why = whyNotKeep(desk, customer);
  if (why) return fail(why);
  const changed = { ...customer, ...changes };
  if (isBelowItself(changed, (id) => desk.people.customer(id)))
    throw new UserError('customer-circle', { name: customer.name });
  const op = recordOp({ type: 'save-customer', customer: changed }, originOf(desk));
  desk.store.sql.transact(() => {
    desk.people.saveCustomer(changed, op);
    recountCustomer(desk, changed.id);
  });
  return ok(changed);
}

/** The asset of a customer by its name, letter case aside; a new one when there is none. */
export function assetOf(desk: Desk, customer: Customer, name: string): Asset {
  const wanted = name.trim().toLowerCase();
  const known = desk.people.assetsOf(customer.id).find((a) => a.name.toLowerCase() === wanted);
  return (
    known ?? {
      id: desk.makeId(),
      customerId: customer.id,
      name: name.trim(),
      address: '',
      about: '',
      variables: {},
      commands: [],
      isDemo: customer.isDemo,
    }
  );
}

/** Writes an asset. */
export function saveAsset(desk: Desk, asset: Asset): Result<Asset, Refusal> {
  const why = whyNotKeep(desk, asset);
  if (why) return fail(why);
  desk.people.saveAsset(asset, recordOp({ type: 'save-asset', asset }, originOf(desk)));
  return ok(asset);
}

/** A list of commands with some added, each title once, and some taken away. */
export function changedCommands(
  commands: readonly AccessCommand[],
  added: readonly AccessCommand[],
  removed: readonly string[],
): readonly AccessCommand[] {
  const gone = new Set([...removed, ...added.map(({ title }) => title)].map(folded));
  return [...commands.filter(({ title }) => !gone.has(folded(title))), ...added];
}

/** Values with others put over them; an empty one takes a value away. */
export function changedVariables(
  variables: Readonly<Record<string, string>>,
  changes: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const all = new Map([...Object.entries(variables), ...changes]);
  return Object.fromEntries([...all].filter(([, value]) => value !== ''));
}

function folded(title: string): string {
  return title.trim().toLowerCase();
}
