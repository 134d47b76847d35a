import { must } from '../../util/must.ts';
import { readCalendar, type WorkCalendar, weekdays } from '../calendar.ts';
import type { Calendar, DeskConfig } from '../desk-config.ts';
import type { SlaPolicy } from '../sla-policy.ts';
import type { Status } from '../vocabulary.ts';
import { createWorkingTime, type WorkingTime } from '../working-time.ts';

/** What of a desk's rules is asked again for every ticket, worked out once. */
interface DeskTime {
  readonly byCalendar: Map<string, WorkingTime>;
  readonly byPolicy: Map<string, ReadonlySet<Status>>;
}

const desks = new WeakMap<DeskConfig, DeskTime>();

function deskTime(desk: DeskConfig): DeskTime {
  const known = desks.get(desk);
  if (known) return known;
  const opened = { byCalendar: new Map(), byPolicy: new Map() };
  desks.set(desk, opened);
  return opened;
}

/** Working time by a calendar of the desk; days that were counted once are kept. */
export function workingTimeOf(desk: DeskConfig, calendar: string): WorkingTime {
  const { byCalendar } = deskTime(desk);
  const known = byCalendar.get(calendar);
  if (known) return known;
  const rule = must(
    desk.calendars.find(({ code }) => code === calendar),
    `calendar ${calendar}`,
  );
  const opened = createWorkingTime(workCalendarOf(rule));
  byCalendar.set(calendar, opened);
  return opened;
}

/** Whether somebody works by a calendar at a moment. */
export function isWorkingAt(desk: DeskConfig, calendar: string, at: number): boolean {
  return workingTimeOf(desk, calendar).elapsed(at, at + MINUTE_MS, []) > 0;
}

const MINUTE_MS = 60_000;

/** Whether a calendar is open at every moment: its days are those of the clock, in any zone. */
export function neverCloses({ week, holidays, overrides }: Calendar): boolean {
  return week === 'always' && holidays.length === 0 && Object.keys(overrides).length === 0;
}

/** Whether counting a deadline of the desk takes the rules of a time zone. */
export function countsByZone({ policies, calendars }: DeskConfig): boolean {
  const used = new Set(policies.flatMap((one) => [one.calendar, ...Object.values(one.calendarOf)]));
  return calendars.some((calendar) => used.has(calendar.code) && !neverCloses(calendar));
}

const wholeDay = [['00:00', '24:00']] as const;
const everyDay = Object.fromEntries(weekdays.map((day) => [day, wholeDay]));

/** A calendar of the desk to count with. The pack was refused unless it holds together. */
function workCalendarOf(calendar: Calendar): WorkCalendar | 'always' {
  if (neverCloses(calendar)) return 'always';
  const { code, timeZone, week, holidays, overrides } = calendar;
  const hours = week === 'always' ? everyDay : week;
  const read = readCalendar({ timeZone, week: hours, holidays, overrides });
  return must(read.ok ? read.value : null, `calendar ${code} without mistakes`);
}

/** Statuses in which a policy counts nothing: those that pause it, and those that are no work. */
export function stillStatuses(desk: DeskConfig, policy: SlaPolicy): ReadonlySet<Status> {
  const { byPolicy } = deskTime(desk);
  const known = byPolicy.get(policy.code);
  if (known) return known;
  const still = desk.statuses.filter(({ code, isOpen, pausesSla }) => {
    return !isOpen || (policy.pausedIn?.includes(code) ?? pausesSla);
  });
  const found = new Set(still.map(({ code }) => code));
  byPolicy.set(policy.code, found);
  return found;
}
