import {
  type DutyNow,
  headOf,
  isOfficeOpen,
  onDuty,
  seniorOnDuty,
} from '../../domain/duty/on-duty.ts';
import type { Person } from '../../domain/person.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from './desk-roster.ts';

/** Who is there at a moment. */
export interface DutyAt {
  readonly isOffice: boolean;
  readonly senior: Person | null;
  readonly head: Person | null;
  readonly duties: readonly DutyNow[];
}

/** Who is on duty at a moment, by the desk's pack. */
export function dutyAt(desk: Desk, at: number): DutyAt {
  const people = deskRoster(desk, { isDemo: isDemoDesk(desk) });
  return {
    isOffice: isOfficeOpen(desk.config, at),
    senior: seniorOnDuty(desk.config, people, at),
    head: headOf(people),
    duties: onDuty(desk.config, people, at),
  };
}

/** Nobody works here yet but whoever looks round in the demo. */
export function isDemoDesk(desk: Desk): boolean {
  return desk.people.persons().every(({ isDemo, id }) => isDemo || id === desk.me.id);
}
