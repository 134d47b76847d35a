import { addDays, createZone, type ZonedParts } from '../util/zoned-time.ts';
import { parseLength } from './length-phrase.ts';
import { parseTimePhrase, type TimePhraseContext } from './time-phrase.ts';

const ISO_INSTANT = /^\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)$/;
const EPOCH_MS = /^\d{12,13}$/;
const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const AGO = /^(.+?) (?:назад|ago)$/;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const DOTTED_DAY = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/;
const DAYS_BACK: ReadonlyMap<string, number> = new Map([
  ['сегодня', 0],
  ['today', 0],
  ['вчера', -1],
  ['yesterday', -1],
  ['позавчера', -2],
]);

/**
 * A moment that may be over as well as ahead (since when, from when): `14:30` is today's, `вчера 9:00`
 * and `2h ago` look back, everything else is read as a time ahead. Epoch ms, or null.
 */
export function parseMoment(text: string, context: TimePhraseContext): number | null {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (EPOCH_MS.test(plain)) return Number(plain);
  if (ISO_INSTANT.test(plain)) return validInstant(plain);
  const ago = parseLength(AGO.exec(plain)?.[1] ?? '');
  if (ago !== null) return context.now - ago;
  const named = namedMoment(plain, context);
  if (named !== null) return named;
  const phrase = parseTimePhrase(text, context);
  return phrase.ok ? phrase.at : null;
}

function validInstant(text: string): number | null {
  const at = Date.parse(text.toUpperCase());
  return Number.isNaN(at) ? null : at;
}

/** A day with a time of day, `20.11 14:30`, or a time of today. */
function namedMoment(text: string, { now, timeZone }: TimePhraseContext): number | null {
  const zone = createZone(timeZone);
  const words = text
    .replace(/t(?=\d)/, ' ')
    .replace(/ (?:в|at) /, ' ')
    .split(' ');
  const [, hour, minute] = CLOCK.exec(words.at(-1) ?? '') ?? [];
  if (hour === undefined || words.length > 2) return null;
  const today = zone.partsAt(now);
  const day = words.length === 1 ? today : dayOf(words[0] ?? '', today);
  if (day === null) return null;
  return zone.instantOf({ ...day, hour: Number(hour), minute: Number(minute), second: 0 });
}

function dayOf(text: string, today: ZonedParts): ZonedParts | null {
  const back = DAYS_BACK.get(text.replace(/,$/, ''));
  if (back !== undefined) return addDays(today, back);
  const iso = ISO_DAY.exec(text);
  if (iso) return { ...today, year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const [, day, month, year] = DOTTED_DAY.exec(text) ?? [];
  if (day === undefined) return null;
  const date = { year: Number(year ?? today.year), month: Number(month), day: Number(day) };
  return year === undefined ? nearestYear({ ...today, ...date }, today) : { ...today, ...date };
}

/** «30.12» said in January was last month, «05.01» said in December is the next one. */
function nearestYear(date: ZonedParts, today: ZonedParts): ZonedParts {
  const months = (date.year - today.year) * 12 + date.month - today.month;
  if (months > 6) return { ...date, year: date.year - 1 };
  return months < -6 ? { ...date, year: date.year + 1 } : date;
}
