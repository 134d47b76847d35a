import type { DeskConfig } from './desk-config.ts';
import { whyNotAllowed } from './permission-gate.ts';
import type { Asset, Contact, Customer, Person } from './person.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Role } from './vocabulary.ts';

/** Who changes a record, by which rules. */
export interface DecideRecordContext {
  readonly actor: Person;
  readonly desk: DeskConfig;
  /** Nobody is there yet who may change the desk: whoever sets it up does. */
  readonly isUnheaded: boolean;
}

/** What everybody says of themselves. */
const own: readonly string[] = ['name', 'gender', 'skills', 'phone', 'timeZone'];

/** From whom a role may be given: nobody makes somebody higher than themselves. */
const rank: Readonly<Record<Role, number>> = {
  'read-only': 0,
  connector: 0,
  hire: 0,
  qa: 1,
  engineer: 1,
  verifier: 1,
  mentor: 1,
  lead: 2,
  'team-lead': 3,
  head: 4,
  admin: 5,
};

/** Whether one role stands above another. */
export function isRoleAbove(role: Role, other: Role): boolean {
  return rank[role] > rank[other];
}

/** Fields that differ between two records of one thing. */
export function changedFields<Item extends object>(before: Item | null, after: Item): string[] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const now = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => {
    return JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name));
  });
}

/** Why somebody may not change these parts of what stands about a person; null when they may. */
export function whyNotChangePerson(
  before: Person | null,
  after: Person,
  { actor, desk, isUnheaded }: DecideRecordContext,
): Refusal | null {
  const changed = changedFields(before, after);
  const isOwn = before?.id === actor.id && changed.every((name) => own.includes(name));
  if (isOwn || isUnheaded) return null;
  const why = whyNotAllowed('change-desk', actor, desk);
  if (why) return why.code === 'not-permitted' ? refusal('person-not-yours') : why;
  if (!changed.includes('role')) return null;
  const isAbove = [before, after].some((person) => person && isRoleAbove(person.role, actor.role));
  return isAbove ? refusal('role-above-own') : null;
}

/**
 * Why somebody may not change what stands in the card of a customer: its commands run on other
 * people's keyboards. It is kept by those who work on tickets and by those who set up the desk.
 */
export function whyNotKeepCustomer(
  { isDemo }: Pick<Customer, 'isDemo'>,
  actor: Person,
  desk: DeskConfig,
): Refusal | null {
  const why = whyNotAllowed('work-on-ticket', actor, desk);
  const isPractice = isDemo && why?.code === 'practice-only';
  if (why === null || isPractice || whyNotAllowed('change-desk', actor, desk) === null) return null;
  return why.code === 'not-permitted' ? refusal('customer-not-yours') : why;
}

/** A record as it becomes when only some of its parts were changed; all of it for a new one. */
export function mergedRecord<Item extends Person | Customer | Contact | Asset>(
  before: Item | null,
  after: Item,
  changed: readonly string[] | undefined,
): Item {
  if (before === null || changed === undefined) return after;
  const parts = Object.entries(after).filter(([name]) => changed.includes(name));
  const merged = { ...before, ...Object.fromEntries(parts) };
  // A part that was taken away is absent from the new record.
  const gone = changed.filter((name) => !Object.hasOwn(after, name));
  return Object.fromEntries(
    Object.entries(merged).filter(([name]) => !gone.includes(name)),
  ) as Item;
}

/** Whether a customer would become a site of itself. */
export function isBelowItself(
  { id, parentId }: Pick<Customer, 'id' | 'parentId'>,
  customerOf: (id: string) => Customer | null,
): boolean {
  const seen = new Set<string>();
  let above = parentId;
  while (above !== undefined && !seen.has(above)) {
    if (above === id) return true;
    seen.add(above);
    above = customerOf(above)?.parentId;
  }
  return false;
}

/** The parts of somebody's own record that they may say; other parts stay as they are. */
export function ownPartsOf(before: Person, after: Person): Person {
  const told = own.filter((name) => Object.hasOwn(after, name));
  return mergedRecord(before, after, told);
}
