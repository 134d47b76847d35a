import type { Language } from '../../domain/vocabulary.ts';
import { createZone, type Zone } from '../../util/zoned-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const words = {
  ru: {
    units: ['м', 'ч', 'д'],
    yesterday: 'вчера',
    tomorrow: 'завтра',
    days: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
  },
  en: {
    units: ['m', 'h', 'd'],
    yesterday: 'yest.',
    tomorrow: 'tom.',
    days: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  },
} as const;

/** Short times as the screens say them, in one zone and language. */
export interface TimeText {
  /** `14:30`, `вчера 14:30`, `пт 18:00`, `03.10 09:00` against now. */
  at(ms: number, now: number): string;
  /** `14:30`. */
  clock(ms: number): string;
  /** A length in one unit: `47м`, `3ч`, `2д`. */
  length(ms: number): string;
  /** A length to the minute: `47м`, `1ч 30м`. */
  exactly(ms: number): string;
  /** What is left, with a minus when it is over: `−12м`. */
  left(ms: number): string;
  /** What is left of office hours, in which a day is no day: `30ч`, `−12м`. */
  hoursLeft(ms: number): string;
}

/** Makes the formatter; keep it, since asking the system for a zone costs more than formatting. */
export function createTimeText(timeZone: string, language: Language): TimeText {
  const zone = createZone(timeZone);
  const { units } = words[language];
  const length = (ms: number) => {
    const size = Math.abs(ms);
    if (size < HOUR) return `${Math.floor(size / MINUTE)}${units[0]}`;
    if (size < 2 * DAY) return `${Math.floor(size / HOUR)}${units[1]}`;
    return `${Math.floor(size / DAY)}${units[2]}`;
  };
  return {
    at: (ms, now) => momentText(zone, language, ms, now),
    clock: (ms) => clockText(zone, ms),
    length,
    exactly: (ms) => {
      const hours = Math.floor(ms / HOUR);
      const minutes = `${Math.floor((ms % HOUR) / MINUTE)}${units[0]}`;
      return hours === 0 ? minutes : `${hours}${units[1]} ${minutes}`;
    },
    left: (ms) => (ms < 0 ? `−${length(ms)}` : length(ms)),
    hoursLeft: (ms) => {
      const size = Math.abs(ms);
      const text = size < HOUR ? length(size) : `${Math.floor(size / HOUR)}${units[1]}`;
      return ms < 0 ? `−${text}` : text;
    },
  };
}

function clockText(zone: Zone, ms: number): string {
  const { hour, minute } = zone.partsAt(ms);
  return `${pad(hour)}:${pad(minute)}`;
}

function momentText(zone: Zone, language: Language, ms: number, now: number): string {
  const time = clockText(zone, ms);
  const days = dayNumber(zone, ms) - dayNumber(zone, now);
  const { yesterday, tomorrow, days: names } = words[language];
  if (days === 0) return time;
  if (days === -1) return `${yesterday} ${time}`;
  if (days === 1) return `${tomorrow} ${time}`;
  const { day, month } = zone.partsAt(ms);
  if (Math.abs(days) < 7) return `${names[(dayNumber(zone, ms) + 4) % 7] ?? ''} ${time}`;
  return `${pad(day)}.${pad(month)} ${time}`;
}

/** Days since 1970-01-01 (a Thursday) by the wall clock of the zone. */
function dayNumber(zone: Zone, ms: number): number {
  const { year, month, day } = zone.partsAt(ms);
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
