import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { SPOKEN, UNITS } from './time-phrase-words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MINUTES = 1_440;
/** A year of work is a slip of the finger. */
const LONGEST_MS = 366 * 24 * HOUR_MS;

/** Amounts with units, `1ч 30м`; after hours a last bare number is minutes, `1ч30`. */
const AMOUNTS = /^(?:\d{1,5}(?:[.,]\d{1,2})? ?\p{L}+ ?)+(?:(?<=\d ?[чh] ?)\d{1,2})?$/u;
const CLOCKED = /^(\d{1,3}):([0-5]\d)$/;

/**
 * A length of time as a person writes it: `25м`, `1ч 30м`, `1:30`, `полчаса`, `2d`, a bare number of
 * minutes, also on the wrong keyboard layout. Milliseconds, or null for what is no length.
 */
export function parseLength(text: string): number | null {
  for (const reading of [text, typedOnRussianLayout(text), typedOnUsLayout(text)]) {
    const minutes = minutesOf(reading.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim());
    if (minutes === null) continue;
    const ms = Math.round(minutes * MINUTE_MS);
    return ms > 0 && ms <= LONGEST_MS ? ms : null;
  }
  return null;
}

/** A length of time as it is stored: hours and minutes, `1h30m`; it reads back as the same. */
export function writeLength(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

function minutesOf(text: string): number | null {
  const spoken = SPOKEN.get(text) ?? text;
  if (/^\d{1,5}$/.test(spoken)) return Number(spoken);
  const clocked = CLOCKED.exec(spoken);
  if (clocked) return Number(clocked[1]) * 60 + Number(clocked[2]);
  if (!AMOUNTS.test(spoken)) return null;
  let minutes = 0;
  for (const [, amount = '', name = ''] of spoken.matchAll(/(\d+(?:[.,]\d+)?) ?(\p{L}*)/gu)) {
    const unit = name === '' ? UNITS[0] : UNITS.find((known) => known.name.test(name));
    if (unit === undefined) return null;
    minutes += Number(amount.replace(',', '.')) * (unit.minutes + unit.days * DAY_MINUTES);
  }
  return minutes;
}
