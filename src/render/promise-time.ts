import { parseTimePhrase } from '../domain/time-phrase.ts';
import { zonePhrase } from './reply-words.ts';

export interface PromiseTimeContext {
  /** Epoch ms. */
  readonly now: number;
  /** The customer's zone; null when unknown: then the text speaks of the desk's clock. */
  readonly timeZone: string | null;
  readonly deskTimeZone: string;
}

/** A clock time with at most two words of a day in front of it: «завтра до 14:30», `25.11 14:00`. */
const CLOCK_TIME =
  /(?:(?<day>\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|\d{1,2} \p{L}+|\p{L}+),? +)?(?:(?:до|к|в|by|at|until|till|before) +)?(?<clock>\d{1,2}:\d{2})(?!\d)/iu;
const DURATION =
  /(?<![\d:.,])\d{1,4}(?:[.,]\d{1,2})? ?(?:минут[ауы]?|мин|час(?:а|ов)?|дн(?:я|ей)|день|minutes?|mins?|hours?|days?|ч|м|h|m|d)(?!\p{L})/iu;
const DAY_AFTER_TOMORROW = /(?:the )?day after tomorrow/gi;

/**
 * The moment (epoch ms) that a reply promises in one of its stops: a clock time on the customer's
 * clock («завтра до 14:30», «10 минут (до 14:30 по вашему времени)»), else a length of time from
 * now. Null when the text names neither, or a time that has passed.
 */
export function readPromiseTime(text: string, context: PromiseTimeContext): number | null {
  const { now } = context;
  const timeZone = zoneOf(text, context);
  const plain = text.replace(DAY_AFTER_TOMORROW, 'послезавтра');
  const match = CLOCK_TIME.exec(plain);
  const { day, clock } = match?.groups ?? {};
  const phrases = [
    plain,
    day && clock ? `${day} ${clock}` : null,
    clock,
    DURATION.exec(plain)?.[0],
  ];
  for (const phrase of phrases) {
    if (!phrase) continue;
    const time = parseTimePhrase(phrase, { now, timeZone });
    if (time.ok) return time.at;
    // A named time that has passed is not read as something else.
    if (time.reason === 'past' || time.reason === 'no-such-time') return null;
  }
  return null;
}

/** Whose clock the text is on: «по Москве» says so itself. */
function zoneOf(text: string, { timeZone, deskTimeZone }: PromiseTimeContext): string {
  const isDeskTime =
    text.includes(zonePhrase(deskTimeZone, 'ru')) || text.includes(zonePhrase(deskTimeZone, 'en'));
  if (timeZone === null || isDeskTime) return deskTimeZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return deskTimeZone;
  }
}
