import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { addDays, createZone, isoWeekday, type Zone, type ZonedParts } from '../util/zoned-time.ts';
import {
  MONTHS,
  PREPOSITION,
  RELATIVE_DAYS,
  SPOKEN,
  UNITS,
  WEEKDAYS,
} from './time-phrase-words.ts';

export type TimePhraseFailure =
  /** Nothing was typed. */
  | 'empty'
  | 'unknown'
  /** A day without a time of day. */
  | 'needs-time'
  | 'past'
  /** 25:00, 31.02, or an hour that the clock change skips. */
  | 'no-such-time';

export type TimePhrase =
  | {
      readonly ok: true;
      readonly at: number;
      /** The named time had passed, so the next day (or week) was taken: say so beside it. */
      readonly rolled: boolean;
    }
  | { readonly ok: false; readonly reason: TimePhraseFailure };

export interface TimePhraseContext {
  readonly now: number;
  readonly timeZone: string;
}

interface Moment {
  readonly now: number;
  readonly zone: Zone;
  readonly today: ZonedParts;
}

type Day =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
    };

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** `14`, `14:30`, «14 часов», `3 pm`, «5 вечера». */
const CLOCK = /^(\d{1,2})(?:[:.-](\d{2}))?(?: ?(?:часов|часа|час|ч|h)(?!\p{L}))?(?: ?(\p{L}+))?$/u;
/** Amounts with units; only after hours a last bare number is minutes: `1ч30`. */
const DURATION = /^(?:\d{1,5}(?:[.,]\d{1,2})? ?\p{L}+ ?)+(?:(?<=\d ?[чh] ?)\d{1,2})?$/u;
const LONGEST_AHEAD_MS = 3_660 * 86_400_000;
const MINUTE_MS = 60_000;
const HALF_YEAR_MS = 183 * 86_400_000;
const LONGEST_PHRASE = 60;
const NO_TIME: TimePhrase = { ok: false, reason: 'no-such-time' };

/**
 * The moment a person means by `15м`, `+2ч`, `1h30`, `14:30`, `завтра 10`, `fri 18:00`,
 * `25.11 14:00`, `до 14:30`, also typed on the wrong keyboard layout (`15v`).
 * HH:MM that has passed is tomorrow's and says so.
 */
export function parseTimePhrase(text: string, context: TimePhraseContext): TimePhrase {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  const zone = createZone(context.timeZone);
  const moment = { now: context.now, zone, today: zone.partsAt(context.now) };
  for (const reading of [text, typedOnRussianLayout(text), typedOnUsLayout(text)]) {
    const phrase = readPhrase(clean(reading), moment);
    if (phrase !== null) return phrase;
  }
  return { ok: false, reason: 'unknown' };
}

function clean(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').trim();
  return plain.length > LONGEST_PHRASE ? '' : plain.replace(/\s+/g, ' ');
}

function readPhrase(text: string, moment: Moment): TimePhrase | null {
  const duration = readDuration(text);
  if (duration !== null) return afterDuration(duration, moment);
  const { day, rest } = splitDay(text);
  if (day !== null && rest === '') return { ok: false, reason: 'needs-time' };
  const clockText = rest.replace(PREPOSITION, '');
  const clock = readClock(clockText, { hourAlone: day !== null || clockText !== rest });
  if (clock === null) return null;
  return clock.hour > 23 || clock.minute > 59 ? NO_TIME : resolve(day, clock, moment);
}

interface Duration {
  readonly minutes: number;
  readonly days: number;
}

function readDuration(text: string): Duration | null {
  const body = text.replace(/^(?:\+\s*|через |in )/, '');
  const rest = SPOKEN.get(body) ?? (/^\p{L}/u.test(body) && body !== text ? `1 ${body}` : body);
  if (!DURATION.test(rest)) return null;
  let minutes = 0;
  let days = 0;
  for (const [, amount = '', name] of rest.matchAll(/(\d+(?:[.,]\d+)?) ?(\p{L}*)/gu)) {
    const unit = name === '' ? UNITS[0] : UNITS.find((known) => known.name.test(name ?? ''));
    if (unit === undefined) return null;
    const count = Number(amount.replace(',', '.'));
    minutes += count * unit.minutes;
    days += count * unit.days;
  }
  return Number.isInteger(days) ? { minutes, days } : null;
}

function afterDuration({ minutes, days }: Duration, moment: Moment): TimePhrase {
  if (minutes + days === 0) return { ok: false, reason: 'past' };
  const { zone, now, today } = moment;
  // «Через 2 дня» is the same hour of that day, also across a clock change.
  const start = days === 0 ? now : zone.instantOf(addDays(today, days));
  if (start === null) return NO_TIME;
  const belowSecond = days === 0 ? 0 : now % 1000;
  const at = start + belowSecond + Math.round(minutes * MINUTE_MS);
  // Ten years ahead is a slip of the finger.
  if (at - now > LONGEST_AHEAD_MS) return { ok: false, reason: 'unknown' };
  return { ok: true, at, rolled: false };
}

/** Takes the day off the beginning or the end of the phrase. */
function splitDay(text: string): { day: Day | null; rest: string } {
  const words = text.split(' ');
  for (const count of [2, 1]) {
    const head = words.slice(0, hasPreposition(words) ? count + 1 : count).join(' ');
    const first = readDay(head.replace(PREPOSITION, ''));
    if (first !== null) return { day: first, rest: text.slice(head.length).trim() };
    const tail = words.slice(-count);
    const last = readDay(tail.join(' '));
    if (last === null) continue;
    const rest = words.slice(0, -count).join(' ');
    return { day: last, rest: rest.replace(/ (?:в|во|on)$/, '') };
  }
  const iso = /^(\d{4}-\d{2}-\d{2})t(.+)$/.exec(text);
  return { day: readDay(iso?.[1] ?? ''), rest: iso?.[2] ?? text };
}

function hasPreposition(words: readonly string[]): boolean {
  return PREPOSITION.test(`${words[0] ?? ''} `);
}

function readDay(text: string): Day | null {
  const days = RELATIVE_DAYS.get(text.replace(/,$/, ''));
  if (days !== undefined) return { kind: 'offset', days };
  const weekday = WEEKDAYS.findIndex((name) => name.test(text.replace(/,$/, '')));
  if (weekday >= 0) return { kind: 'weekday', weekday: weekday + 1 };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return toDate(iso[3], iso[2], iso[1]);
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$/.exec(text);
  // «14.30» has no thirtieth month: it is a time.
  if (dotted !== null && Number(dotted[2]) <= 12) return toDate(dotted[1], dotted[2], dotted[3]);
  const [, day, name = ''] = /^(\d{1,2}) (\p{L}+)$/u.exec(text) ?? [];
  const month = MONTHS.findIndex((known) => known.test(name));
  return month < 0 ? null : toDate(day, String(month + 1), undefined);
}

function toDate(day = '', month = '', year: string | undefined): Day {
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  return { kind: 'date', day: Number(day), month: Number(month), year: full };
}

function readClock(text: string, { hourAlone }: { hourAlone: boolean }): Clock | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, hour = '', minute, half] = match;
  if (minute === undefined && half === undefined && !hourAlone) return null;
  const shifted = half === undefined ? Number(hour) : halfDayHour(Number(hour), half);
  return shifted === null ? null : { hour: shifted, minute: Number(minute ?? 0) };
}

/** «5 вечера», «2 ночи», `3 pm` as an hour of 24; null for a word that names no part of the day. */
function halfDayHour(hour: number, half: string): number | null {
  if (/^(?:утра|ночи|am)$/.test(half)) return hour === 12 ? 0 : hour;
  if (!/^(?:дня|вечера|pm)$/.test(half)) return null;
  return hour < 12 ? hour + 12 : hour;
}

function resolve(day: Day | null, clock: Clock, moment: Moment): TimePhrase {
  const { zone, now, today } = moment;
  const at = { ...today, ...clock, second: 0 };
  if (day?.kind === 'date') return resolveDate(day, at, moment);
  const ahead = day?.kind === 'weekday' ? (day.weekday - isoWeekday(today) + 7) % 7 : 0;
  const first = addDays(at, day?.kind === 'offset' ? day.days : ahead);
  const instant = zone.instantOf(first, now + 1);
  if (instant === null) return NO_TIME;
  if (instant > now) return { ok: true, at: instant, rolled: false };
  if (day?.kind === 'offset') return { ok: false, reason: 'past' };
  const next = zone.instantOf(addDays(first, day === null ? 1 : 7));
  return next === null ? NO_TIME : { ok: true, at: next, rolled: true };
}

function resolveDate(
  { day, month, year }: Extract<Day, { kind: 'date' }>,
  at: ZonedParts,
  { zone, now, today }: Moment,
): TimePhrase {
  const instant = zone.instantOf({ ...at, day, month, year: year ?? today.year });
  if (instant !== null && instant > now) return { ok: true, at: instant, rolled: false };
  // In December «15.01» is next month; «25.11» said on the 26th is a slip, not a year ahead.
  if (year === null && (instant === null || now - instant > HALF_YEAR_MS)) {
    const next = zone.instantOf({ ...at, day, month, year: today.year + 1 });
    if (next !== null) return { ok: true, at: next, rolled: true };
  }
  return instant === null ? NO_TIME : { ok: false, reason: 'past' };
}
