/** A wall-clock moment: month 1–12, 24 hours. */
export interface ZonedParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A time zone with its formatter made once: use it where many moments are converted. */
export interface Zone {
  partsAt(ms: number): ZonedParts;
  /**
   * The instant of a wall-clock moment; null in a gap. When clocks went back there are two: the
   * earlier one, unless only the later one is not before `from`.
   */
  instantOf(parts: ZonedParts, from?: number): number | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * A reader and writer of wall-clock time in an IANA zone. Throws RangeError for an unknown zone.
 * Inside learned rules it is arithmetic; the system's own calendar is asked only outside of them.
 */
export function createZone(timeZone: string): Zone {
  const rules = learned.get(timeZone) ?? null;
  if (!rules) formatOf(timeZone);
  const partsAt = (ms: number): ZonedParts =>
    rules && ms >= rules.from && ms < rules.to
      ? utcParts(ms + offsetIn(rules, ms))
      : askedParts(formatOf(timeZone), ms);
  const offsetAt = (ms: number) => utcOf(partsAt(ms)) - Math.floor(ms / 1000) * 1000;
  return {
    partsAt,
    instantOf(parts, from = Number.NEGATIVE_INFINITY) {
      const wall = utcOf(parts);
      // No zone changes its offset twice within two days, so one of these offsets is the right one.
      const candidates = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)];
      const valid = candidates.filter((ms) => sameParts(partsAt(ms), parts));
      if (valid.length === 0) return null;
      const [earlier, later] = [Math.min(...valid), Math.max(...valid)];
      return earlier < from && later >= from ? later : earlier;
    },
  };
}

/**
 * The offsets of a zone between two instants, epoch ms: each holds from its instant on. The first
 * use of the system's calendar costs as much as starting Node, so a start works with these.
 */
export interface ZoneRules {
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
  readonly offsets: readonly (readonly [at: number, offsetMs: number])[];
}

/** UTC needs no learning. */
const utc: ZoneRules = {
  timeZone: 'UTC',
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  offsets: [[Number.NEGATIVE_INFINITY, 0]],
};
const learned = new Map<string, ZoneRules>([[utc.timeZone, utc]]);

/** Takes rules into use for every zone created from now on. */
export function learnZones(rules: readonly ZoneRules[]): void {
  for (const zone of rules) learned.set(zone.timeZone, zone);
}

/** Zones that had to be asked from the system since the start: worth learning. */
export function askedZones(): string[] {
  return [...formats.keys()];
}

/** Reads the offsets of a zone from the system's calendar, to the minute of each change. */
export function readRules(timeZone: string, from: number, to: number): ZoneRules {
  const format = formatOf(timeZone);
  const offsetAt = (ms: number) => utcOf(askedParts(format, ms)) - Math.floor(ms / 1000) * 1000;
  const offsets: [number, number][] = [[from, offsetAt(from)]];
  for (let at = from; at < to; at += DAY_MS) {
    const next = Math.min(at + DAY_MS, to);
    if (offsetAt(next) === offsets.at(-1)?.[1]) continue;
    let before = at;
    let after = next;
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
      if (middle === before) break;
      if (offsetAt(middle) === offsets.at(-1)?.[1]) before = middle;
      else after = middle;
    }
    offsets.push([after, offsetAt(after)]);
  }
  return { timeZone, from, to, offsets };
}

function offsetIn(rules: ZoneRules, ms: number): number {
  return rules.offsets.findLast(([at]) => at <= ms)?.[1] ?? 0;
}

function askedParts(format: Intl.DateTimeFormat, ms: number): ZonedParts {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(ms)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value); // narrowed by `in`
  }
  return parts;
}

function utcParts(ms: number): ZonedParts {
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** Making one costs as much as a hundred uses, and a desk has a handful of zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall-clock time of an instant in a zone, in whole seconds. */
export function zonedParts(ms: number, timeZone: string): ZonedParts {
  return createZone(timeZone).partsAt(ms);
}

/** The instant of a wall-clock time in a zone; null when that time does not exist there. */
export function fromZoned(parts: ZonedParts, timeZone: string): number | null {
  return createZone(timeZone).instantOf(parts);
}

/** The calendar date `days` later, at the same wall-clock time (which may not exist). */
export function addDays(parts: ZonedParts, days: number): ZonedParts {
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day + days));
  return {
    ...parts,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** Monday 1 … Sunday 7. */
export function isoWeekday(parts: ZonedParts): number {
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay() || 7;
}

function utcOf(parts: ZonedParts): number {
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function sameParts(a: ZonedParts, b: ZonedParts): boolean {
  return (
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.hour === b.hour &&
    a.minute === b.minute &&
    a.second === b.second
  );
}
