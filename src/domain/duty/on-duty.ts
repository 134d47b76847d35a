import { compareText } from '../../util/compare-text.ts';
import type { Calendar, DeskConfig } from '../desk-config.ts';
import type { Duty } from '../desk-people.ts';
import type { Customer, Person } from '../person.ts';
import type { Role } from '../vocabulary.ts';
import { dayNumber, isOpenAt, openStretch } from './open-hours.ts';

/** A duty whose hours these are, with who answers now: the first one leads. */
export interface DutyNow {
  readonly duty: Duty;
  readonly people: readonly Person[];
}

/** What of a desk says who works when. */
export type DutyDesk = Pick<DeskConfig, 'calendars' | 'duties' | 'people' | 'policies'>;

const DAYS_OF_WEEK = 7;
const ALL_DAY = '00:0024:00';

/** Who stands in for a duty that names nobody. */
const rolesOfDuty: Readonly<Record<Duty['role'], Role>> = {
  senior: 'lead',
  duty: 'engineer',
  night: 'engineer',
};

/** The people of a desk with what its pack says of them where their own record says nothing. */
export function rosterOf(desk: DutyDesk, persons: readonly Person[]): readonly Person[] {
  const written = new Map(desk.people.map((person) => [person.login, person]));
  return persons.map((person) => {
    const pack = written.get(person.login);
    if (!pack) return person;
    return {
      ...person,
      skills: person.skills ?? pack.skills,
      phone: person.phone ?? pack.phone ?? undefined,
      timeZone: person.timeZone ?? pack.timeZone ?? undefined,
      team: person.team ?? pack.team ?? undefined,
    };
  });
}

/** Every duty of these hours and who answers: by turns of a week, in order, or by role. */
export function onDuty(desk: DutyDesk, people: readonly Person[], at: number): readonly DutyNow[] {
  return desk.duties.flatMap((duty) => {
    const calendar = desk.calendars.find(({ code }) => code === duty.calendar);
    const stretch = calendar ? openStretch(calendar, at) : null;
    return stretch ? [{ duty, people: peopleOf(duty, people, stretch.beganOn) }] : [];
  });
}

/** Who leads the shift: of a senior duty now, else whoever leads at all, by name. */
export function seniorOnDuty(desk: DutyDesk, people: readonly Person[], at: number): Person | null {
  const senior = onDuty(desk, people, at).find(
    ({ duty, people: here }) => duty.role === 'senior' && here.length > 0,
  );
  return senior?.people[0] ?? firstOf(people, 'lead');
}

/** Who heads the desk, or null. */
export function headOf(people: readonly Person[]): Person | null {
  return firstOf(people, 'head');
}

/** Who leads the module of a customer: named there, by its team, or by the personal engineer's. */
export function teamLeadOf(customer: Customer | null, people: readonly Person[]): Person | null {
  const named = people.find(({ id }) => id === customer?.teamLeadId);
  if (named) return named;
  const engineer = people.find(({ id }) => id === customer?.personalEngineerId);
  const team = customer?.team ?? engineer?.team;
  const leads = people.filter(({ role }) => role === 'team-lead');
  const own = leads.filter((lead) => team !== undefined && lead.team === team);
  // A desk with one team lead needs no modules.
  return byName(own)[0] ?? (leads.length === 1 ? (leads[0] ?? null) : null);
}

/**
 * Whether somebody can be given work of their line: on duty now, or in the office's hours. A desk
 * without a roster has nobody else to give it to at night.
 */
export function isAtWork(
  desk: DutyDesk,
  people: readonly Person[],
  { person, at }: { readonly person: Person; readonly at: number },
): boolean {
  if (desk.duties.length === 0 || isOfficeOpen(desk, at)) return true;
  return onDuty(desk, people, at).some(({ people: here }) => holds(here, person));
}

/**
 * Whether somebody is there for their own customers: on duty now, or on a working day. The hours of a
 * night or weekend roster are left to it, also where a line of the desk is open then.
 */
export function isAvailable(
  desk: DutyDesk,
  people: readonly Person[],
  { person, at }: { readonly person: Person; readonly at: number },
): boolean {
  const now = onDuty(desk, people, at);
  if (now.some(({ people: here }) => holds(here, person))) return true;
  return isOfficeOpen(desk, at) && !now.some(({ duty }) => isOutOfOffice(desk, duty));
}

/** Whether a roster with names covers nights or weekends. */
function isOutOfOffice({ calendars }: DutyDesk, { calendar, role, people }: Duty): boolean {
  const hours = calendars.find(({ code }) => code === calendar);
  const isWeekly = hours !== undefined && hours.week !== 'always';
  return isWeekly && role !== 'senior' && people.length > 0 && !isOfDays(hours);
}

function holds(people: readonly Person[], { id }: Person): boolean {
  return people.some((one) => one.id === id);
}

/** Whether these are the hours of a working day; without a weekly calendar it never ends. */
export function isOfficeOpen(desk: DutyDesk, at: number): boolean {
  const calendars = officeCalendars(desk);
  return calendars.length === 0 || calendars.some((calendar) => isOpenAt(calendar, at));
}

/** The calendars of days by which customers are promised and seniors are there, else the first one. */
function officeCalendars({ calendars, policies, duties }: DutyDesk): readonly Calendar[] {
  const daily = calendars.filter(isOfDays);
  const used = new Set([
    ...policies.flatMap(({ calendar, calendarOf }) => [calendar, ...Object.values(calendarOf)]),
    ...duties.filter(({ role }) => role === 'senior').map(({ calendar }) => calendar),
  ]);
  const inUse = daily.filter(({ code }) => used.has(code));
  return inUse.length > 0 ? inUse : daily.slice(0, 1);
}

/** Open in the middle of a week's middle day; nights, weekends and all day long are not. */
function isOfDays({ week }: Calendar): boolean {
  if (week === 'always') return false;
  const hours = week['wed'] ?? [];
  return hours.some(([from, to]) => from < '17:00' && to > '10:00' && `${from}${to}` !== ALL_DAY);
}

function peopleOf(duty: Duty, people: readonly Person[], day: number): readonly Person[] {
  if (duty.people.length === 0) {
    return byName(people.filter(({ role }) => role === rolesOfDuty[duty.role]));
  }
  const logins = duty.rotation === null ? duty.people : turnOf(duty.people, duty.rotation, day);
  return logins.flatMap((login) => people.filter((person) => person.login === login));
}

/** One of them a week, also before the Monday it began on. */
function turnOf(logins: readonly string[], monday: string, day: number): readonly string[] {
  const week = Math.floor((day - dayNumber(monday)) / DAYS_OF_WEEK);
  const login = logins[((week % logins.length) + logins.length) % logins.length];
  return login === undefined ? [] : [login];
}

function firstOf(people: readonly Person[], role: Role): Person | null {
  return byName(people.filter((person) => person.role === role))[0] ?? null;
}

/** By name, then by id: the same on every machine. */
export function byName(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
