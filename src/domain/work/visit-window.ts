import { createZone } from '../../util/zoned-time.ts';
import { parseMoment } from '../moment-phrase.ts';
import type { TimePhraseContext } from '../time-phrase.ts';

/** When somebody can be let in. Epoch ms. */
export interface VisitWindow {
  readonly from: number;
  readonly to: number;
}

// A hyphen stands between two times of day, but within a date and before an offset from UTC too.
const BETWEEN = /\s*(?:\/|\.\.+|…|[–—]| - |(?<=(?:^|\s)\d{1,2}[:.]\d\d)-(?=\d)| до | to )\s*/i;
const CLOCK = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/;

/** A window as a person writes it, `25.11 09:00 – 12:00`, as the pair of instants that is stored. */
export function readWindow(text: string, context: TimePhraseContext): string | null {
  const [left = '', right = '', ...rest] = text
    .trim()
    .replace(/^(?:с|from) /i, '')
    .split(BETWEEN);
  if (rest.length > 0 || left === '' || right === '') return null;
  const from = parseMoment(left, context);
  if (from === null) return null;
  const to = sameDay(right, from, context) ?? parseMoment(right, context);
  if (to === null || to <= from) return null;
  return `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
}

/** The window of a stored value; null when it holds none. */
export function windowOf(value: string | null | undefined): VisitWindow | null {
  const [from = Number.NaN, to = Number.NaN] = (value ?? '').split('/').map((at) => Date.parse(at));
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from, to };
}

/** A time of day alone means the day on which the window begins. */
function sameDay(text: string, from: number, { timeZone }: TimePhraseContext): number | null {
  const [, hour, minute = 0] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const zone = createZone(timeZone);
  const clock = { hour: Number(hour), minute: Number(minute), second: 0 };
  return zone.instantOf({ ...zone.partsAt(from), ...clock });
}
