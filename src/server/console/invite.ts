import type { Person } from '../../domain/person.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { UserError } from '../../util/user-error.ts';
import { savePersonFromConsole } from '../core/console/save-person.ts';
import { admit } from '../core/console/spaces.ts';
import type { ConsoleParts } from '../core/console/write-rows.ts';
import type { By, Identity, Invitation } from '../identity/identity.ts';
import { findPerson } from './find-person.ts';

/** Who is to get a code. What is absent stays as it is for a person who is known. */
export interface Invited {
  readonly name: string;
  readonly role?: Role | undefined;
  readonly line?: string | undefined;
  readonly spaces: readonly string[];
  readonly minutes?: number | undefined;
}

/** A person with a code that is shown once. */
export interface InvitedPerson {
  readonly person: Person;
  readonly invitation: Invitation;
}

/** What people are invited with. */
export interface InviteParts extends ConsoleParts {
  readonly identity: Identity;
  readonly by: By;
}

const USUAL_LINE = '2';

/** Begins a server with its first admin. Throws a UserError when there is one already. */
export async function initServer(parts: InviteParts, invited: Invited): Promise<InvitedPerson> {
  const people = await parts.store.desk.persons();
  const admin = people.find(({ role }) => role === 'admin');
  if (admin) throw new UserError('server-initialised', { person: admin.name });
  return invitePerson(parts, { ...invited, role: 'admin' });
}

/** A code for one more device of a person; somebody new is made known first. */
export async function invitePerson(parts: InviteParts, invited: Invited): Promise<InvitedPerson> {
  const { store, makeId, identity, by } = parts;
  const { desk } = store;
  const spaces = (await desk.spaces()).map(({ code }) => code);
  for (const space of invited.spaces) {
    if (!spaces.includes(space)) {
      throw new UserError('space-unknown', { space, known: spaces.join(', ') });
    }
  }
  const known = findPerson(await desk.persons(), invited.name);
  const person = withGiven(known ?? newPerson(makeId(), invited.name), invited);
  if (known === null || known.role !== person.role || known.line !== person.line) {
    await savePersonFromConsole(parts, by, person);
  }
  const admitted = known === null && invited.spaces.length === 0 ? [MAIN_SPACE] : invited.spaces;
  for (const space of admitted) await admit(parts, by, { personId: person.id, space });
  return { person, invitation: await identity.invite(person.id, by, invited.minutes) };
}

function newPerson(id: string, name: string): Person {
  const plain = name.trim();
  const own = { id, login: plain, name: plain, line: USUAL_LINE };
  return { ...own, role: 'engineer', gender: null, isDemo: false };
}

function withGiven(person: Person, { role, line }: Invited): Person {
  return { ...person, role: role ?? person.role, line: line ?? person.line };
}
