import type { Language } from '../domain/vocabulary.ts';
import { reportTexts } from '../i18n/report-texts.ts';
import { createZone } from '../util/zoned-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times as a report says them: by the clock of the desk, never by that of the reader. */
export interface ReportClock {
  /** `14:05`, on another day than the shift begins on `23.11 09:00`. */
  at(ms: number): string;
  /** `22 November 2026`. */
  day(ms: number): string;
  /** `14:05`. */
  time(ms: number): string;
  /** `45 min`, `7 h`, `3 d`. */
  length(ms: number): string;
}

/** Makes the clock of a report whose times are told against one day. */
export function reportClock(timeZone: string, language: Language, base: number): ReportClock {
  const zone = createZone(timeZone);
  const t = reportTexts(language);
  const time = (ms: number) => {
    const { hour, minute } = zone.partsAt(ms);
    return `${two(hour)}:${two(minute)}`;
  };
  const dayOf = (ms: number) => {
    const { year, month, day } = zone.partsAt(ms);
    return t.day(day, t.months[month - 1] ?? '', year);
  };
  return {
    time,
    day: dayOf,
    at: (ms) => {
      if (dayOf(ms) === dayOf(base)) return time(ms);
      const { year, month, day } = zone.partsAt(ms);
      const isOtherYear = year !== zone.partsAt(base).year;
      return `${two(day)}.${two(month)}${isOtherYear ? `.${year}` : ''} ${time(ms)}`;
    },
    length: (ms) => {
      const size = Math.abs(ms);
      if (size < HOUR) return t.lengths.minutes(Math.round(size / MINUTE));
      if (size < 2 * DAY) return t.lengths.hours(Math.round(size / HOUR));
      return t.lengths.days(Math.floor(size / DAY));
    },
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
