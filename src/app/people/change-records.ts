import { whyNotAllowed } from '../../domain/permission-gate.ts';
import type { AccessCommand, Asset, Customer, Person } from '../../domain/person.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import { recountCustomer } from '../sla/recount-customer.ts';

/** What is told anew of somebody of the desk. Only what is given changes. */
export type PersonChanges = Partial<Omit<Person, 'id' | 'login' | 'isDemo'>>;

/** What everybody says of themselves. */
const own: readonly (keyof PersonChanges)[] = ['name', 'gender', 'skills', 'phone', 'timeZone'];

/** Changes the record of a person; what a desk decides about people is left to who may change it. */
export function changePerson(
  desk: Desk,
  person: Person,
  changes: PersonChanges,
): Result<Person, Refusal> {
  const isOwn =
    person.id === desk.me.id &&
    Object.keys(changes).every((name) => own.some((allowed) => allowed === name));
  const why = isOwn ? null : whyNotChange(desk);
  if (why) return fail(why);
  const changed = { ...person, ...changes };
  const op = recordOp({ type: 'save-person', person: changed }, originOf(desk));
  desk.people.savePerson(changed, op);
  return ok(changed);
}

/** While nobody is there who may change the desk, whoever sets it up does. */
function whyNotChange(desk: Desk): Refusal | null {
  const may = (person: Person) => whyNotAllowed('change-desk', person, desk.config);
  const isHeaded = desk.people.persons().some((one) => !one.isDemo && may(one) === null);
  return isHeaded ? may(desk.me) : null;
}

/**
 * Why I may not change what stands in the card of a customer: its commands run on other people's
 * keyboards. It is kept by those who work on tickets and by those who set up the desk.
 */
function whyNotKeep({ me, config }: Desk, { isDemo }: Pick<Customer, 'isDemo'>): Refusal | null {
  const why = whyNotAllowed('work-on-ticket', me, config);
  const isPractice = isDemo && why?.code === 'practice-only';
  if (why === null || isPractice || whyNotAllowed('change-desk', me, config) === null) return null;
  return why.code === 'not-permitted' ? refusal('customer-not-yours') : why;
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
  if (isBelowItself(desk, changed)) throw new UserError('customer-circle', { name: customer.name });
  const op = recordOp({ type: 'save-customer', customer: changed }, originOf(desk));
  desk.store.sql.transact(() => {
    desk.people.saveCustomer(changed, op);
    recountCustomer(desk, changed.id);
  });
  return ok(changed);
}

function isBelowItself(desk: Desk, { id, parentId }: Customer): boolean {
  const seen = new Set<string>();
  let above = parentId;
  while (above !== undefined && !seen.has(above)) {
    if (above === id) return true;
    seen.add(above);
    above = desk.people.customer(above)?.parentId;
  }
  return false;
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
