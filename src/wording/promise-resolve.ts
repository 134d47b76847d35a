import type { TimeConventions } from '../domain/time-phrase-conventions.ts';
import { addDays, createZone, isoWeekday, type Zone, type ZonedParts } from '../util/zoned-time.ts';
import type { SaidClock } from './promise-clocks.ts';
import type { SaidDay } from './promise-days.ts';
import type { Length } from './promise-lengths.ts';
import type { Moment, SaidTime } from './promise-said.ts';

/** From where and when the times of a text are counted. */
export interface PromiseContext {
  /** Epoch ms. */
  readonly now: number;
  /** The zone of hours that name none, usually the customer's. */
  readonly timeZone: string;
  readonly conventions: TimeConventions;
}

interface Present {
  readonly now: number;
  readonly zone: Zone;
  readonly today: ZonedParts;
  readonly conventions: TimeConventions;
}

type Target = Pick<ZonedParts, 'year' | 'month' | 'day'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** An hour named without a day that passed this long ago is tomorrow's; a later one is past. */
const STILL_TODAY_MS = 6 * HOUR_MS;
const HALF_YEAR_MS = 183 * DAY_MS;
const LONGEST_AHEAD_MS = 3_660 * DAY_MS;
const LATEST_NOW = 8e15;
const LAST_MINUTE = { hour: 23, minute: 59 };

/** Reads what times of one text mean; asks the calendar once for each way of saying one. */
export class MomentResolver {
  readonly #context: PromiseContext;
  readonly #presents = new Map<string, Present | null>();
  readonly #known = new Map<string, number | null>();

  constructor(context: PromiseContext) {
    this.#context = context;
  }

  /** The moment (epoch ms) that was meant; null when it has passed, does not exist or is unknowable. */
  resolve({ when }: SaidTime): number | null {
    const key = JSON.stringify(when);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const at = this.#momentOf(when);
    this.#known.set(key, at);
    return at;
  }

  #momentOf(when: SaidTime['when']): number | null {
    const { now, timeZone } = this.#context;
    if (!(Math.abs(now) < LATEST_NOW)) return null;
    const named = 'moment' in when ? when.moment.zone : null;
    const present = this.#presentIn(named === null || named === 'customer' ? timeZone : named);
    if (present === null) return 'length' in when ? plainLength(when.length, now) : null;
    const at =
      'length' in when ? afterLength(when.length, present) : momentAt(when.moment, present);
    return at !== null && at > now && at - now < LONGEST_AHEAD_MS ? at : null;
  }

  #presentIn(timeZone: string): Present | null {
    const known = this.#presents.get(timeZone);
    if (known !== undefined) return known;
    const { now, conventions } = this.#context;
    const zone = zoneOf(timeZone);
    const present = zone && { now, zone, conventions, today: zone.partsAt(now) };
    this.#presents.set(timeZone, present);
    return present;
  }
}

function zoneOf(name: string): Zone | null {
  try {
    return createZone(name);
  } catch {
    return null;
  }
}

/** Without a known zone hours and minutes can still be counted. */
function plainLength({ minutes, days, months, workdays }: Length, now: number): number | null {
  const at = now + Math.round(minutes * MINUTE_MS) + days * DAY_MS;
  return months + workdays > 0 || at <= now ? null : at;
}

/** «Через 2 дня» is the same hour of that day, also across a clock change. */
function afterLength({ minutes, days, months, workdays }: Length, present: Present): number | null {
  const { now, today } = present;
  if (days > 3660 || months > 120 || workdays > 2000) return null;
  const month = months > 0 ? addMonths(today, months) : today;
  const day = addWorkdays(addDays(month, days), workdays);
  const isToday = days + months + workdays === 0;
  const start = isToday ? now : instantOf(day, today, present);
  const belowSecond = isToday ? 0 : ((now % 1000) + 1000) % 1000;
  return start === null ? null : start + belowSecond + Math.round(minutes * MINUTE_MS);
}

function addWorkdays(from: ZonedParts, count: number): ZonedParts {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isoWeekday(day) <= 5) left--;
  }
  return day;
}

function addMonths(from: ZonedParts, months: number): ZonedParts {
  const last = new Date(Date.UTC(from.year, from.month + months, 0));
  const [year, month] = [last.getUTCFullYear(), last.getUTCMonth() + 1];
  return { ...from, year, month, day: Math.min(from.day, last.getUTCDate()) };
}

function momentAt(moment: Moment, present: Present): number | null {
  const { day, part, clock } = moment;
  const { conventions } = present;
  if (clock !== null) {
    const isLate = part === 'evening' || part === 'afternoon' || part === 'daytime';
    const hour = isLate && clock.hour < 12 ? clock.hour + 12 : clock.hour;
    return clockAt(day, { ...clock, hour, isOpen: clock.isOpen && part === null }, present);
  }
  const { hour, minute } = conventions.hours[part ?? 'endOfDay'];
  const isLastOfDay = part === null || part === 'evening' || part === 'endOfDay';
  const at = clockAt(notToday(day, present), { hour, minute, isOpen: false }, present);
  const isTonight = isLastOfDay && (day === null || (day.kind === 'offset' && day.days === 0));
  // After the hour of the desk a day still has an end.
  if (isTonight && at === null) return instantOf(present.today, LAST_MINUTE, present);
  return at === null && day === null ? nextDay({ hour, minute }, present) : at;
}

/** «К среде» said on a Wednesday means the next one: who means today says so, or names an hour. */
function notToday(day: SaidDay | null, { today }: Present): SaidDay | null {
  const isToday = day?.kind === 'weekday' && day.weekday === isoWeekday(today);
  return isToday ? { ...day, isNextWeek: true } : day;
}

function nextDay(clock: { hour: number; minute: number }, present: Present): number | null {
  return instantOf(addDays(present.today, 1), clock, present);
}

function clockAt(day: SaidDay | null, clock: SaidClock, present: Present): number | null {
  const hours = clock.isOpen && clock.hour < 12 ? [clock.hour, clock.hour + 12] : [clock.hour];
  // Nobody promises five in the morning without saying so.
  if (clock.isOpen && clock.hour <= 7) hours.shift();
  const { now } = present;
  for (const target of targets(day, present)) {
    for (const hour of hours) {
      const at = instantOf(target, { hour, minute: clock.minute }, present);
      if (at !== null && at > now) return at;
    }
  }
  if (day !== null) return null;
  const passed = instantOf(
    present.today,
    { hour: hours.at(-1) ?? 0, minute: clock.minute },
    present,
  );
  if (passed === null || now - passed < STILL_TODAY_MS) return null;
  return nextDay({ hour: hours.at(-1) ?? 0, minute: clock.minute }, present);
}

/** The days that may be meant, the likeliest first. */
function targets(day: SaidDay | null, { now, today, zone, conventions }: Present): Target[] {
  if (day === null) return [today];
  if (day.kind === 'offset') return [addDays(today, day.days)];
  if (day.kind === 'weekday') {
    const monday = addDays(today, 1 - isoWeekday(today));
    if (day.isNextWeek) return [addDays(monday, 7 + day.weekday - 1)];
    const ahead = (day.weekday - isoWeekday(today) + 7) % 7;
    return [addDays(today, ahead), addDays(today, ahead + 7)];
  }
  if (day.kind === 'span') return spanEnds(day, today, conventions);
  if (day.month === null) {
    const next = addMonths({ ...today, day: 1 }, 1);
    return [existing({ ...today, day: day.day }), existing({ ...next, day: day.day })].flat();
  }
  const date = { year: day.year ?? today.year, month: day.month, day: day.day };
  if (day.year !== null) return existing(date);
  const next = existing({ ...date, year: date.year + 1 });
  // In December «15.01» is next month; «25.11» said on the 26th is past.
  const isFar = next.every((other) => (zone.instantOf(midday(other)) ?? 0) - now > HALF_YEAR_MS);
  const isThisYear = existing(date);
  return isFar ? isThisYear : [...isThisYear, ...next];
}

function midday(day: Target): ZonedParts {
  return { ...day, hour: 12, minute: 0, second: 0 };
}

function existing(day: Target): Target[] {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCDate() === day.day && date.getUTCMonth() === day.month - 1 ? [day] : [];
}

function spanEnds(
  span: Extract<SaidDay, { kind: 'span' }>,
  today: ZonedParts,
  conventions: TimeConventions,
): Target[] {
  if (span.months !== undefined) {
    const first = addMonths({ ...today, day: 1 }, span.months);
    return [addDays(addMonths(first, 1), -1)];
  }
  const monday = addDays(today, 1 - isoWeekday(today));
  const end = addDays(monday, conventions.endOfWeek - 1 + 7 * (span.weeks ?? 0));
  return [end, addDays(end, 7)];
}

/** An hour that the clock change skips is the one after it. */
function instantOf(
  { year, month, day }: Target,
  { hour, minute, second = 0 }: { hour: number; minute: number; second?: number },
  { zone }: Present,
): number | null {
  const start =
    hour === 24 ? addDays({ ...midday({ year, month, day }) }, 1) : { year, month, day };
  const parts = { ...midday(start), hour: hour % 24, minute, second };
  return zone.instantOf(parts) ?? zone.instantOf({ ...parts, hour: (parts.hour + 1) % 24 });
}
