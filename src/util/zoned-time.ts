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
  /** The instant of a wall-clock moment, the earlier one when clocks went back; null in a gap. */
  instantOf(parts: ZonedParts): number | null;
}

const DAY_MS = 86_400_000;

/** A reader and writer of wall-clock time in an IANA zone. Throws RangeError for an unknown zone. */
export function createZone(timeZone: string): Zone {
  const format = formatOf(timeZone);
  const partsAt = (ms: number): ZonedParts => {
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format.formatToParts(ms)) {
      if (type in parts) parts[type as keyof typeof parts] = Number(value); // narrowed by `in`
    }
    return parts;
  };
  const offsetAt = (ms: number) => utcOf(partsAt(ms)) - Math.floor(ms / 1000) * 1000;
  return {
    partsAt,
    instantOf(parts) {
      const wall = utcOf(parts);
      // No zone changes its offset twice within two days, so one of these offsets is the right one.
      const candidates = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)];
      const valid = candidates.filter((ms) => sameParts(partsAt(ms), parts));
      return valid.length === 0 ? null : Math.min(...valid);
    },
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
