import { MONTHS, WEEKDAYS } from '../domain/time-phrase-words.ts';
import { type DaySpan, SPANS } from './promise-day-words.ts';
import { isPartOfName } from './promise-lengths.ts';
import { readOrdinalDay } from './promise-spoken-dates.ts';
import { DAY_OFFSETS, ORDINAL_DAYS, SHORT_WEEKDAYS } from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import { phrasesOf, type Read, readWords } from './promise-words.ts';

/** A day as it was said. */
export type SaidDay =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isNextWeek: boolean }
  | {
      readonly kind: 'date';
      readonly day: number;
      /** Null: of this month or the next, «25-го». */
      readonly month: number | null;
      readonly year: number | null;
    }
  | ({ readonly kind: 'span' } & DaySpan);

const SPAN_PHRASES = phrasesOf(SPANS);
const OFFSET_PHRASES = phrasesOf<number>([
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['сегодня же', 0],
  ['завтра же', 1],
  ['сегодняшнего дня', 0],
  ['в течение сегодняшнего дня', 0],
  ['завтрашнего дня', 1],
  ['завтрашнему дню', 1],
  ['в течение завтрашнего дня', 1],
  ['вчерашнего дня', -1],
]);
const NEXT = /^(?:следующ(?:ий|ую|его|ей|ему|ее)|будущ(?:ий|ую)|next)$/;
const THIS = /^(?:этот|эту|этой|этого|это|ближайш(?:ий|ую|его|ей|ее)|this|coming)$/;
const MONTH_WORDS = /^(?:\p{L}{3,})$/u;
/** «Завтра», «следующий вторник», «25 ноября», `25.11`, `Nov 25th`, «до конца недели». */
export function readDay(
  tokens: readonly Token[],
  at: number,
  hasPreposition: boolean,
): Read<SaidDay> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const offset = readWords(OFFSET_PHRASES, tokens, at);
  if (offset) return { value: { kind: 'offset', days: offset.value }, next: offset.next };
  const days = DAY_OFFSETS.get(token.text);
  if (days !== undefined) {
    const isRange = tokens[at + 1]?.text === '-';
    const later = isRange ? DAY_OFFSETS.get(tokens[at + 2]?.text ?? '') : undefined;
    if (later !== undefined && later > days) {
      return { value: { kind: 'offset', days: later }, next: at + 3 };
    }
    return { value: { kind: 'offset', days }, next: at + 1 };
  }
  return readWeekday(tokens, at, hasPreposition) ?? readDate(tokens, at, hasPreposition);
}

/** Whether a day may begin with a word that is not its name. */
export function beginsDay(word: string): boolean {
  const isWord = SPAN_PHRASES.has(word) || OFFSET_PHRASES.has(word) || DAY_OFFSETS.has(word);
  return isWord || NEXT.test(word) || THIS.test(word) || ORDINAL_DAYS.has(word);
}

/** The end of a week or a month. */
export function readSpan(tokens: readonly Token[], at: number): Read<SaidDay> | null {
  const span = readWords(SPAN_PHRASES, tokens, at);
  return span && { value: { kind: 'span', ...span.value }, next: span.next };
}

function readWeekday(
  tokens: readonly Token[],
  at: number,
  hasPreposition: boolean,
): Read<SaidDay> | null {
  const first = tokens[at]?.text ?? '';
  const isNextWeek = NEXT.test(first);
  const index = at + (isNextWeek || THIS.test(first) ? 1 : 0);
  const name = tokens[index]?.text ?? '';
  if (SHORT_WEEKDAYS.has(name) && !hasPreposition && index === at) return null;
  const weekday = WEEKDAYS.findIndex((known) => known.test(name)) + 1;
  if (weekday === 0) return null;
  return { value: { kind: 'weekday', weekday, isNextWeek }, next: index + 1 };
}

function readDate(
  tokens: readonly Token[],
  at: number,
  hasPreposition: boolean,
): Read<SaidDay> | null {
  const token = tokens[at];
  const text = token?.text ?? '';
  if (token?.kind === 'word') return readMonthFirst(tokens, at) ?? readSpokenDate(tokens, at);
  if (token?.kind !== 'number' || isPartOfName(tokens, at)) return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$/.exec(text);
  if (dotted !== null) return isDate(dotted) ? dated(dotted, at + 1) : null;
  if (/^\d{4}$/.test(text)) return readIsoDate(tokens, at);
  if (!/^\d{1,2}$/.test(text)) return null;
  const ending = readOrdinalEnding(tokens, at + 1);
  const of = tokens[ending.next]?.text === 'of' ? 1 : 0;
  const monthWord = tokens[ending.next + of]?.text ?? '';
  const month = monthOf(monthWord);
  if (month > 0) return withYear(tokens, ending.next + of + 1, { day: Number(text), month });
  const isNumbered = monthWord === 'числа';
  if (!isNumbered && !(ending.value && hasPreposition)) return null;
  const value = { kind: 'date', day: Number(text), month: null, year: null } as const;
  return isDay(Number(text)) ? { value, next: ending.next + (isNumbered ? 1 : 0) } : null;
}

function isDay(day: number): boolean {
  return day >= 1 && day <= 31;
}

function isDate([, day, month]: RegExpExecArray): boolean {
  return isDay(Number(day)) && Number(month) >= 1 && Number(month) <= 12;
}

function dated([, day, month, year]: RegExpExecArray, next: number): Read<SaidDay> {
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  return { value: { kind: 'date', day: Number(day), month: Number(month), year: full }, next };
}

/** `2026-11-25`. */
function readIsoDate(tokens: readonly Token[], at: number): Read<SaidDay> | null {
  const text = tokens
    .slice(at, at + 5)
    .map((token) => token.text)
    .join('');
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  const value = {
    kind: 'date',
    day: Number(day),
    month: Number(month),
    year: Number(year),
  } as const;
  return { value, next: at + 5 };
}

/** `November 25`, `Nov 25th, 2026`. */
function readMonthFirst(tokens: readonly Token[], at: number): Read<SaidDay> | null {
  const name = tokens[at]?.text ?? '';
  const month = /^[a-z]/.test(name) ? monthOf(name) : 0;
  const day = tokens[at + 1];
  if (month === 0) return null;
  // `We may first check` names no day.
  const ordinal = name === 'may' ? null : readOrdinalDay(tokens, at + 1);
  if (ordinal !== null) return withYear(tokens, ordinal.next, { day: ordinal.value, month });
  if (day?.kind !== 'number' || !/^\d{1,2}$/.test(day.text)) return null;
  const ending = readOrdinalEnding(tokens, at + 2);
  return withYear(tokens, ending.next, { day: Number(day.text), month });
}

/** «Первого декабря», «двадцать пятого числа», `the first of December`. */
function readSpokenDate(tokens: readonly Token[], at: number): Read<SaidDay> | null {
  const day = readOrdinalDay(tokens, at);
  if (day === null) return null;
  const of = /^[a-z]/.test(tokens[at]?.text ?? '') ? 1 : 0;
  if (of === 1 && tokens[day.next]?.text !== 'of') return null;
  const monthWord = tokens[day.next + of]?.text ?? '';
  const month = monthOf(monthWord);
  if (month > 0) return withYear(tokens, day.next + of + 1, { day: day.value, month });
  const value = { kind: 'date', day: day.value, month: null, year: null } as const;
  return monthWord === 'числа' && isDay(day.value) ? { value, next: day.next + 1 } : null;
}

function withYear(
  tokens: readonly Token[],
  at: number,
  date: { readonly day: number; readonly month: number },
): Read<SaidDay> | null {
  if (!isDay(date.day)) return null;
  const year = tokens[at];
  const isYear = year?.kind === 'number' && /^20\d{2}$/.test(year.text);
  const word = isYear && /^(?:года|г)$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const value = { kind: 'date', ...date, year: isYear ? Number(year.text) : null } as const;
  return { value, next: at + (isYear ? 1 : 0) + word };
}

/** «-го», «-е», `th`: whether one is there. */
function readOrdinalEnding(tokens: readonly Token[], at: number): Read<boolean> {
  const dash = tokens[at]?.text === '-' ? 1 : 0;
  const ending = tokens[at + dash];
  const isThere = ending?.isGlued === true && /^(?:го|е|ого|му|st|nd|rd|th)$/.test(ending.text);
  return { value: isThere, next: isThere ? at + dash + 1 : at };
}

function monthOf(word: string): number {
  return MONTH_WORDS.test(word) ? MONTHS.findIndex((known) => known.test(word)) + 1 : 0;
}
