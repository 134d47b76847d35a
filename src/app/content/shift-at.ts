import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';
import { addDays, fromZoned, zonedParts } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

/** The shift at a moment by the desk's clock, who leads it and when it ends. */
export function shiftAt(desk: Desk, now: number, language: Language): ReplyScope['shift'] {
  const { shifts, timeZone } = desk.config;
  const here = zonedParts(now, timeZone);
  const minute = here.hour * 60 + here.minute;
  const shift = shifts.find(({ from, to }) =>
    from < to ? from <= minute && minute < to : from <= minute || minute < to,
  );
  const leads = desk.people.persons().filter(({ role }) => role === 'lead');
  const [lead, other] = leads;
  const until = shift && {
    ...(shift.to > minute ? here : addDays(here, 1)),
    hour: Math.floor(shift.to / 60),
    minute: shift.to % 60,
    second: 0,
  };
  return {
    name: shift?.name[language] ?? null,
    lead: lead && !other ? lead.name : null,
    until: until ? fromZoned(until, timeZone) : null,
  };
}
