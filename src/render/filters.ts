import type { Liquid } from 'liquidjs';
import type { Language } from '../domain/vocabulary.ts';
import { MissingValue } from './liquid-scope.ts';
import { replyWords } from './reply-words.ts';
import { createZoneClock, type ZoneClock, type ZoneClockOptions } from './zone-clock.ts';

const MINUTE_MS = 60_000;
/** From here on people say round times. */
const ROUNDED_FROM_MINUTES = 15;
const ROUND_MINUTES = 5;

/** The names of all filters. */
export const filterNames: readonly string[] = [
  ...['capitalize', 'clock', 'date', 'default', 'downcase', 'duration', 'g', 'greeting', 'hm'],
  ...['in_minutes', 'language', 'plural', 'upcase'],
];

/** A value of a kind that a filter or an output cannot take. */
export class WrongValue extends Error {
  readonly code: 'time-needed' | 'number-needed' | 'variable-group';

  constructor(code: WrongValue['code']) {
    super(code);
    this.code = code;
  }
}

type Filter = (value: unknown, ...args: unknown[]) => unknown;

/**
 * The filters of replies: `greeting`, `in_minutes`, `clock`, `hm`, `date`, `duration`, `g`,
 * `plural`, `language`, `capitalize`, `upcase`, `downcase`. A missing value passes through and
 * stays visible.
 */
function replyFilters(options: ZoneClockOptions): ReadonlyMap<string, Filter> {
  const clock = createZoneClock(options);
  const { language } = options;
  const filters: Record<string, Filter> = {
    greeting: (now, contact) =>
      greeting(toTime(now), contact, { clock, words: replyWords[language] }),
    in_minutes: (from, minutes) => minutesLater(toTime(from), toNumber(minutes)),
    clock: (time, contact) => clock.labelled(toTime(time), zoneOf(contact)),
    hm: (time, contact) => clock.hoursMinutes(toTime(time), zoneOf(contact)),
    date: (time, contact) => clock.dayMonth(toTime(time), zoneOf(contact)),
    duration: (from, to) => durationText(minutesBetween(from, to), language),
    g: (person, male, female, neutral = male) => {
      const gender = fieldOf(person, 'gender');
      return gender === 'female' ? female : gender === 'male' ? male : neutral;
    },
    language: (code) => languageName(String(code), language),
    plural: (count, ...forms) => plural(toNumber(count), forms, language),
    capitalize: (text) => String(text).replace(/^./u, (letter) => letter.toUpperCase()),
    upcase: (text) => String(text).toUpperCase(),
    downcase: (text) => String(text).toLowerCase(),
  };
  return new Map(Object.entries(filters).map(([name, filter]) => [name, passingMissing(filter)]));
}

/** Registers the filters of replies and removes all others but `default`. */
export function installReplyFilters(liquid: Liquid, options: ZoneClockOptions): void {
  for (const name of Object.keys(liquid.filters)) {
    if (name !== 'default') liquid.unregisterFilter(name);
  }
  for (const [name, filter] of replyFilters(options)) {
    liquid.registerFilter(name, (value: unknown, ...args: unknown[]) => filter(value, ...args));
  }
}

function passingMissing(filter: Filter): Filter {
  return (value, ...args) => {
    const missing = [value, ...args].find((one) => one instanceof MissingValue);
    return missing ?? filter(value, ...args);
  };
}

function greeting(
  now: number,
  contact: unknown,
  { clock, words }: { clock: ZoneClock; words: (typeof replyWords)['ru'] },
): string {
  const hour = clock.hourAt(now, zoneOf(contact));
  const name = fieldOf(contact, 'callName');
  const hello = helloAt(hour, words);
  return name === null ? hello : `${hello}, ${name}`;
}

function helloAt(hour: number | null, words: (typeof replyWords)['ru']): string {
  if (hour === null || hour < 5 || hour >= 23) return words.anyHour;
  if (hour < 12) return words.morning;
  return hour < 18 ? words.day : words.evening;
}

function minutesLater(from: number, minutes: number): number {
  const step = (minutes < ROUNDED_FROM_MINUTES ? 1 : ROUND_MINUTES) * MINUTE_MS;
  // Up, never down: the promise must not be shorter than the words say.
  return Math.ceil((from + minutes * MINUTE_MS) / step) * step;
}

/** Russian: one, few, many («1,5 минуты» is few); English: one, other. */
function plural(count: number, forms: readonly unknown[], language: 'ru' | 'en'): unknown {
  const rule = new Intl.PluralRules(language).select(count);
  if (rule === 'one') return forms[0];
  if (language === 'en') return forms[1];
  return rule === 'many' ? forms[2] : forms[1];
}

/** From one moment to another; a number alone is minutes already. */
function minutesBetween(from: unknown, to: unknown): number {
  const start = toNumber(from);
  return to === undefined ? start : Math.abs(toTime(to) - start) / MINUTE_MS;
}

/** «2 часа 20 минут», `1 day 3 hours`: the two largest units say enough. */
function durationText(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.round(minutes));
  const units = [
    { unit: 'day', count: Math.floor(whole / 1440) },
    { unit: 'hour', count: Math.floor(whole / 60) % 24 },
    { unit: 'minute', count: whole % 60 },
  ];
  const first = units.findIndex(({ count }) => count > 0);
  const told = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  return told
    .filter(({ count }, at) => count > 0 || (at === 0 && first < 0))
    .map(({ unit, count }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
    .join(' ');
}

function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function zoneOf(contact: unknown): string | null {
  return fieldOf(contact, 'timeZone');
}

function fieldOf(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const field: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof field === 'string' && field !== '' ? field : null;
}

function toTime(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new WrongValue('time-needed');
}

function toNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new WrongValue('number-needed');
}
