import type { DeskConfig } from '../desk-config.ts';
import { onDuty } from '../duty/on-duty.ts';
import type { Person } from '../person.ts';
import { emptyMember } from './decide-roster.ts';
import type { MemberPart, ShiftMember, ShiftPlan } from './shift.ts';

const partOf = { senior: 'deputy', duty: 'duty', night: 'duty' } as const;
/** Whoever stands in two duties has the part that stands first here. */
const order: readonly MemberPart[] = ['deputy', 'duty', 'member'];

/**
 * Who is to be on a shift by the duties of the desk that name their people: those of its beginning
 * and of its middle, since a duty may begin later in the day. A desk without such duties plans nobody.
 */
export function plannedRoster(
  desk: DeskConfig,
  people: readonly Person[],
  { startsAt, endsAt, line }: ShiftPlan,
): readonly ShiftMember[] {
  const named = { ...desk, duties: desk.duties.filter((duty) => duty.people.length > 0) };
  const middle = startsAt + Math.floor((endsAt - startsAt) / 2);
  const roster = new Map<string, ShiftMember>();
  for (const { duty, people: here } of [startsAt, middle].flatMap((at) =>
    onDuty(named, people, at),
  )) {
    for (const person of here.filter((one) => line === null || one.line === line)) {
      const known = roster.get(person.id);
      const part = partOf[duty.role];
      if (known && order.indexOf(known.part) <= order.indexOf(part)) continue;
      roster.set(person.id, {
        ...emptyMember(person.id),
        ...{ part, lines: [person.line], plannedFrom: startsAt, plannedTo: endsAt },
      });
    }
  }
  return [...roster.values()];
}
