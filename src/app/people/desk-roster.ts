import { rosterOf } from '../../domain/duty/on-duty.ts';
import type { Person } from '../../domain/person.ts';
import type { Desk } from '../desk/desk.ts';

/** The people who can be called and given work: those of the demo only for the demo. */
export function deskRoster(
  desk: Desk,
  { isDemo }: { readonly isDemo: boolean },
): readonly Person[] {
  const persons = desk.people.persons().filter((person) => isDemo || !person.isDemo);
  return rosterOf(desk.config, persons);
}
