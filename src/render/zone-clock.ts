import type { Language } from '../domain/vocabulary.ts';
import { createZone, type Zone, type ZonedParts } from '../util/zoned-time.ts';
import { replyWords, zonePhrase } from './reply-words.ts';

export interface ZoneClockOptions {
  readonly language: Language;
  readonly deskTimeZone: string;
}

/** Tells times to a customer on the customer's clock. Times are epoch ms. */
export interface ZoneClock {
  /** The hour there, 0 to 23; null when the zone is unknown. */
  hourAt(ms: number, timeZone: string | null): number | null;
  /** `14:30` on the customer's clock, on the desk's when the zone is unknown. */
  hoursMinutes(ms: number, timeZone: string | null): string;
  /** `14:30`, with whose clock it is where that could be misread. */
  labelled(ms: number, timeZone: string | null): string;
  /** «22 ноября», `22 November`; with whose day it is where it differs from the desk's. */
  dayMonth(ms: number, timeZone: string | null): string;
}

/** A clock for replies in one language. Throws RangeError when the desk's own zone is unknown. */
export function createZoneClock({ language, deskTimeZone }: ZoneClockOptions): ZoneClock {
  const desk = createZone(deskTimeZone);
  const known = new Map<string, Zone | null>();
  const zoneOf = (timeZone: string | null): Zone | null => {
    if (timeZone === null) return null;
    const zone = known.has(timeZone) ? known.get(timeZone) : tryZone(timeZone);
    known.set(timeZone, zone ?? null);
    return zone ?? null;
  };
  const hoursMinutes = (ms: number, timeZone: string | null) =>
    clockText((zoneOf(timeZone) ?? desk).partsAt(ms));
  return {
    hourAt: (ms, timeZone) => zoneOf(timeZone)?.partsAt(ms).hour ?? null,
    hoursMinutes,
    labelled(ms, timeZone) {
      const zone = zoneOf(timeZone);
      const clock = hoursMinutes(ms, timeZone);
      if (zone === null) return `${clock} ${zonePhrase(deskTimeZone, language)}`;
      const ours = desk.partsAt(ms);
      const theirs = zone.partsAt(ms);
      const isSame = clockText(ours) === clockText(theirs) && ours.day === theirs.day;
      return isSame ? clock : `${clock} ${replyWords[language].yourTime}`;
    },
    dayMonth(ms, timeZone) {
      const locale = language === 'ru' ? 'ru' : 'en-GB';
      const zone = zoneOf(timeZone) === null ? deskTimeZone : (timeZone ?? deskTimeZone);
      const format = new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        timeZone: zone,
      });
      const day = format.format(ms);
      const theirs = zoneOf(timeZone)?.partsAt(ms).day ?? null;
      const isSame = theirs === null || theirs === desk.partsAt(ms).day;
      return isSame ? day : `${day} ${replyWords[language].yourTime}`;
    },
  };
}

/** Zones come from data of customers: a wrong one is an unknown one. */
function tryZone(timeZone: string): Zone | null {
  try {
    return createZone(timeZone);
  } catch {
    return null;
  }
}

function clockText({ hour, minute }: ZonedParts): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
