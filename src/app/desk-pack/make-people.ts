import type { DeskPerson } from '../../domain/desk-people.ts';
import type { Desk } from '../desk/desk.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';

/**
 * Makes the people that a pack names. Those whose login is known stay as they are on a desk that
 * somebody leads; before that the pack says who they are. Returns the names of all that it made.
 */
export function makePeople(
  desk: Desk,
  people: readonly DeskPerson[],
  { isFounded }: { readonly isFounded: boolean },
): readonly string[] {
  const known = new Map(desk.people.persons().map(({ login, id }) => [login.toLowerCase(), id]));
  const made = people.filter(({ login }) => !isFounded || !known.has(login.toLowerCase()));
  for (const { phone, timeZone, team, ...told } of made) {
    const person = {
      ...told,
      id: known.get(told.login.toLowerCase()) ?? desk.makeId(),
      isDemo: false,
      phone: phone ?? undefined,
      timeZone: timeZone ?? undefined,
      team: team ?? undefined,
    };
    const op = recordOp({ type: 'save-person', person }, originOf(desk));
    desk.people.savePerson(person, op);
  }
  return made.map(({ name }) => name);
}
