import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { normalizeWord } from './word.ts';

/** How a value is compared; `=` where no sign was written means what suits the field. */
export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** A time as it was written: a length from now, a day or a span of days by name, a date, an hour. */
export type TimePoint =
  | { readonly type: 'length'; readonly ms: number }
  | { readonly type: 'word'; readonly word: TimeWord }
  | { readonly type: 'weekday'; readonly weekday: number }
  | {
      readonly type: 'date';
      /** Null: this year. */
      readonly year: number | null;
      readonly month: number;
      /** Null: the whole month. */
      readonly day: number | null;
    }
  | { readonly type: 'clock'; readonly hour: number; readonly minute: number }
  /** A minute as programs write it; with Z by UTC, else by the clock of the desk. */
  | {
      readonly type: 'minute';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly hour: number;
      readonly minute: number;
      readonly isUtc: boolean;
    };

/** A time with its comparison, or everything between two times, both included. */
export type TimeRange =
  | { readonly op: Comparison; readonly point: TimePoint }
  | { readonly op: '..'; readonly point: TimePoint; readonly to: TimePoint };

const words = {
  today: ['today', 'сегодня'],
  tomorrow: ['tomorrow', 'завтра'],
  yesterday: ['yesterday', 'вчера'],
  week: ['week', 'неделя', 'эта неделя'],
  month: ['month', 'месяц', 'этот месяц'],
  now: ['now', 'сейчас'],
} as const;
/** A day or a span of days that has a name of its own. */
export type TimeWord = keyof typeof words;
// The keys of the constant above; Object.keys widens them to string.
const timeWords = Object.keys(words) as TimeWord[];

const weekdays = [
  ['mon', 'пн', 'понедельник', 'monday'],
  ['tue', 'вт', 'вторник', 'tuesday'],
  ['wed', 'ср', 'среда', 'wednesday'],
  ['thu', 'чт', 'четверг', 'thursday'],
  ['fri', 'пт', 'пятница', 'friday'],
  ['sat', 'сб', 'суббота', 'saturday'],
  ['sun', 'вс', 'воскресенье', 'sunday'],
] as const;

const SECOND = 1_000;
const MINUTE_MS = 60_000;
const units = [
  { code: 'w', ms: 604_800_000, names: /^(?:w|weeks?|н|нед|недел[яиь]|недель)$/ },
  { code: 'd', ms: 86_400_000, names: /^(?:d|days?|д|дн|дня|день|дней|сут|сутки|суток)$/ },
  { code: 'h', ms: 3_600_000, names: /^(?:h|hours?|ч|час|часа|часов)$/ },
  { code: 'm', ms: MINUTE_MS, names: /^(?:m|min|м|мин|минут[аы]?)$/ },
  { code: 's', ms: SECOND, names: /^(?:s|sec|с|сек|секунд[аы]?)$/ },
] as const;
const LENGTH = /^-?(?:\d{1,6}(?:[.,]\d{1,2})?\s?\p{L}+\s?){1,4}$/u;
const COMPARED = /^(<=|>=|=<|=>|<|>|=|≤|≥)?\s*(.*)$/su;
const signs: Readonly<Record<string, Comparison>> = {
  '=<': '<=',
  '=>': '>=',
  '≤': '<=',
  '≥': '>=',
};

/** Splits `<=30m` into its comparison and the rest; `=` when there is none. */
export function splitComparison(text: string): { readonly op: Comparison; readonly rest: string } {
  const [, sign = '=', rest = ''] = COMPARED.exec(text) ?? [];
  // The expression lets no other signs through.
  return { op: signs[sign] ?? (sign as Comparison), rest };
}

/** `<30m`, `>2026-11-01`, `today`, `01.11..15.11` in either layout and language; null when it is none. */
export function parseTimeRange(text: string): TimeRange | null {
  const { op, rest } = splitComparison(text.trim());
  // The signs were read already; only names of units and days depend on the layout.
  for (const reading of [rest, typedOnRussianLayout(rest), typedOnUsLayout(rest)]) {
    const range = readRange(`${op === '=' ? '' : op}${normalizeWord(reading).trim()}`);
    if (range !== null) return range;
  }
  return null;
}

/** The range as `parseTimeRange` reads it back. */
export function printTimeRange(range: TimeRange): string {
  if (range.op === '..') return `${printPoint(range.point)}..${printPoint(range.to)}`;
  return `${range.op === '=' ? '' : range.op}${printPoint(range.point)}`;
}

function readRange(text: string): TimeRange | null {
  const [, left, right] = /^(.+?)\.\.(.+)$/su.exec(text) ?? [];
  if (left !== undefined && right !== undefined) {
    const point = readPoint(left);
    const to = readPoint(right);
    return point && to ? { op: '..', point, to } : null;
  }
  const { op, rest } = splitComparison(text);
  const point = readPoint(rest);
  return point && { op, point };
}

function readPoint(text: string): TimePoint | null {
  const word = timeWords.find((one) => words[one].some((name) => name === text));
  if (word !== undefined) return { type: 'word', word };
  const weekday = weekdays.findIndex((names) => names.some((name) => name === text));
  if (weekday >= 0) return { type: 'weekday', weekday: weekday + 1 };
  return readDate(text) ?? readClock(text) ?? readMinute(text) ?? readLength(text);
}

function readLength(text: string): TimePoint | null {
  if (!LENGTH.test(text)) return null;
  let ms = 0;
  for (const [, amount = '', name = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s?(\p{L}+)/gu)) {
    const unit = units.find((known) => known.names.test(name));
    if (unit === undefined) return null;
    ms += Number(amount.replace(',', '.')) * unit.ms;
  }
  const whole = Math.round(ms / SECOND) * SECOND;
  return { type: 'length', ms: text.startsWith('-') && whole > 0 ? -whole : whole };
}

function readClock(text: string): TimePoint | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour === undefined) return null;
  return { type: 'clock', hour: Number(hour), minute: Number(minute) };
}

const MINUTE = /^(\d{4}-\d\d-\d\d)t([01]\d|2[0-3]):([0-5]\d)(?::\d\d(?:\.\d+)?)?(z?)$/;

function readMinute(text: string): TimePoint | null {
  const [, date = '', hour, minute, zulu] = MINUTE.exec(text) ?? [];
  const day = readDate(date);
  if (day?.type !== 'date' || day.year === null || day.day === null) return null;
  const clock = { hour: Number(hour), minute: Number(minute), isUtc: zulu === 'z' };
  return { type: 'minute', year: day.year, month: day.month, day: day.day, ...clock };
}

const dates: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})(?:\.(?<year>\d{4}))?\.?$/,
];

function readDate(text: string): TimePoint | null {
  for (const pattern of dates) {
    const { year, month, day } = pattern.exec(text)?.groups ?? {};
    if (month === undefined) continue;
    const point = {
      type: 'date',
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
    } as const;
    return isDate(point) ? point : null;
  }
  return null;
}

function isDate({ year, month, day }: Extract<TimePoint, { type: 'date' }>): boolean {
  // A leap year stands for a year that is not known.
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day ?? 1));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1);
}

function printPoint(point: TimePoint): string {
  switch (point.type) {
    case 'length':
      return printLength(point.ms);
    case 'word':
      return point.word;
    case 'weekday':
      return weekdays[point.weekday - 1]?.[0] ?? '';
    case 'date': {
      const { year, month, day } = point;
      if (year === null) return `${two(day ?? 1)}.${two(month)}`;
      const start = `${String(year).padStart(4, '0')}-${two(month)}`;
      return day === null ? start : `${start}-${two(day)}`;
    }
    case 'clock':
      return `${two(point.hour)}:${two(point.minute)}`;
    case 'minute': {
      const date = printPoint({ ...point, type: 'date' });
      return `${date}T${two(point.hour)}:${two(point.minute)}${point.isUtc ? 'Z' : ''}`;
    }
  }
}

function printLength(ms: number): string {
  const unit = units.find((one) => ms !== 0 && ms % one.ms === 0) ?? { code: 's', ms: SECOND };
  return `${ms / unit.ms}${unit.code}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
