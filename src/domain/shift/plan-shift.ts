import { addDays, createZone, type Zone } from '../../util/zoned-time.ts';
import type { DeskConfig, ShiftHours } from '../desk-config.ts';
import { dayIn } from '../desk-day.ts';
import { dayAfter } from '../review-day.ts';
import type { ShiftPlan } from './shift.ts';
import type { ShiftName } from './shift-id.ts';

/** What of a desk says when its shifts are. */
export type ShiftDesk = Pick<DeskConfig, 'shifts' | 'timeZone'>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;
/** Clocks jump by an hour, in one place on earth by less. */
const LONGEST_JUMP_MINUTES = 180;
const HOURS = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** A desk that names no hours works by the calendar day. */
const wholeDay: ShiftHours = { name: { ru: 'сутки', en: 'day' }, from: 0, to: DAY_MINUTES };

/** Hours of a shift as its kind, `08:00-20:00`. */
export function kindOf({ from, to }: Pick<ShiftHours, 'from' | 'to'>): string {
  return `${clockOf(from)}-${clockOf(to)}`;
}

/** Minutes from midnight of a kind; null when it names no hours. */
export function readKind(kind: string): Pick<ShiftHours, 'from' | 'to'> | null {
  const [from, to] = minutesOf(kind);
  if (from === undefined || to === undefined) return null;
  return from < DAY_MINUTES && to <= DAY_MINUTES ? { from, to } : null;
}

/** When a shift of this day, these hours and this line is; null when there are no such hours. */
export function planOf(
  desk: ShiftDesk,
  { day, kind, line }: Omit<ShiftName, 'space'>,
): ShiftPlan | null {
  const known = hoursOf(desk).find((hours) => kindOf(hours) === kind);
  const read = readKind(kind);
  const hours = known ?? (read && { ...read, name: { ru: kind, en: kind } });
  return hours && isDay(day) ? plan(createZone(desk.timeZone), day, hours, line) : null;
}

/** A whole day, `2026-11-22`, by the clocks of a zone. */
export function dayPlan(timeZone: string, day: string): ShiftPlan {
  return plan(createZone(timeZone), day, wholeDay, null);
}

/** The shifts that begin in a stretch of time, in their order. Epoch ms, `to` is outside. */
export function plansBetween(
  desk: ShiftDesk,
  from: number,
  to: number,
  line: string | null = null,
): readonly ShiftPlan[] {
  const zone = createZone(desk.timeZone);
  const last = dayAfter(dayIn(desk.timeZone, to), 1);
  const plans: ShiftPlan[] = [];
  for (let day = dayAfter(dayIn(desk.timeZone, from), -1); day <= last; day = dayAfter(day, 1)) {
    plans.push(...hoursOf(desk).map((hours) => plan(zone, day, hours, line)));
  }
  return plans.filter(({ startsAt }) => from <= startsAt && startsAt < to).toSorted(inOrder);
}

/**
 * The shift of a moment: of those that overlap, the one that began last. Where nobody works the one
 * before goes on, so that what happens at night stands in somebody's log.
 */
export function planAt(desk: ShiftDesk, at: number, line: string | null = null): ShiftPlan {
  const begun = plansBetween(desk, at - 2 * DAY_MS, at + 1, line);
  const found = begun.findLast(({ endsAt }) => endsAt > at) ?? begun.at(-1);
  if (!found) throw new RangeError(`no shift begins in the two days before ${at}`);
  return found;
}

/** The shift that takes over: the first to begin later and to stay longer. */
export function nextPlan(desk: ShiftDesk, { startsAt, endsAt, line }: ShiftPlan): ShiftPlan {
  const later = plansBetween(desk, startsAt + 1, endsAt + 3 * DAY_MS, line);
  const found = later.find((other) => other.endsAt > endsAt);
  if (!found) throw new RangeError(`no shift follows the one of ${startsAt}`);
  return found;
}

/** The shift that was taken over from. */
export function previousPlan(desk: ShiftDesk, { startsAt, endsAt, line }: ShiftPlan): ShiftPlan {
  const earlier = plansBetween(desk, startsAt - 3 * DAY_MS, startsAt, line);
  const found = earlier.findLast((other) => other.endsAt < endsAt);
  if (!found) throw new RangeError(`no shift comes before the one of ${startsAt}`);
  return found;
}

function hoursOf({ shifts }: ShiftDesk): readonly ShiftHours[] {
  return shifts.length > 0 ? shifts : [wholeDay];
}

function plan(zone: Zone, day: string, hours: ShiftHours, line: string | null): ShiftPlan {
  const { name, from, to } = hours;
  const endDay = to > from ? day : dayAfter(day, 1);
  const [startsAt, endsAt] = [instantOf(zone, day, from), instantOf(zone, endDay, to)];
  return { name, kind: kindOf(hours), startsAt, endsAt, line };
}

/** The moment of a wall-clock time; one that clocks jump over is the moment of the jump. */
function instantOf(zone: Zone, day: string, minutes: number): number {
  for (let late = 0; late <= LONGEST_JUMP_MINUTES; late += 1) {
    const at = zone.instantOf(partsOf(day, minutes + late));
    if (at !== null) return at;
  }
  // A day that a zone left out when it moved over the date line.
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
}

function partsOf(isoDay: string, minutes: number) {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number);
  const ofDay = minutes % DAY_MINUTES;
  const parts = {
    ...{ year, month, day, second: 0 },
    hour: Math.floor(ofDay / HOUR_MINUTES),
    minute: ofDay % HOUR_MINUTES,
  };
  return addDays(parts, Math.floor(minutes / DAY_MINUTES));
}

function minutesOf(kind: string): readonly number[] {
  const [, ...parts] = HOURS.exec(kind) ?? [];
  const [h1 = 99, m1 = 99, h2 = 99, m2 = 99] = parts.map(Number);
  return m1 < HOUR_MINUTES && m2 < HOUR_MINUTES
    ? [h1 * HOUR_MINUTES + m1, h2 * HOUR_MINUTES + m2]
    : [];
}

function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR_MINUTES))}:${two(minutes % HOUR_MINUTES)}`;
}

/** A day that has others around it: clocks of other centuries are not ours. */
function isDay(day: string): boolean {
  if (day < '1970' || day >= '3000') return false;
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && dayAfter(day, 0) === day;
}

function inOrder(one: ShiftPlan, other: ShiftPlan): number {
  return one.startsAt - other.startsAt || one.endsAt - other.endsAt;
}
