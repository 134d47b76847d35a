import { byName, seniorOnDuty } from '../../domain/duty/on-duty.ts';
import type { Person } from '../../domain/person.ts';
import { nextPlan } from '../../domain/shift/plan-shift.ts';
import { isUnled, whyNotLead } from '../../domain/shift/shift-right.ts';
import { isOnlyDemo } from '../demo/demo-presence.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from '../people/desk-roster.ts';
import type { FoundShift } from '../shift/current-shift.ts';

/** Who can take a shift over: the senior of the next one first, then who leads, then by name. */
export function nextLeads(desk: Desk, { plan, state }: FoundShift): readonly Person[] {
  const { config, me } = desk;
  const isDemo = state?.isDemo ?? isOnlyDemo(desk);
  const people = deskRoster(desk, { isDemo });
  const isNobodyLeading = isUnled(desk.people.persons(), config);
  const able = people.filter((actor) => {
    if (actor.id === me.id || actor.id === state?.leadId) return false;
    return whyNotLead({ actor, desk: config, isUnled: isNobodyLeading }) === null;
  });
  const senior = seniorOnDuty(config, people, nextPlan(config, plan).startsAt);
  const placeOf = (one: Person) => {
    if (one.id === senior?.id) return 0;
    return whyNotLead({ actor: one, desk: config, isUnled: false }) === null ? 1 : 2;
  };
  return byName(able).toSorted((a, b) => placeOf(a) - placeOf(b));
}
