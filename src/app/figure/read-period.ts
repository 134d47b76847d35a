import { parseMoment } from '../../domain/moment-phrase.ts';
import { UserError } from '../../util/user-error.ts';
import { addDays, createZone, type ZonedParts } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

const DAY_MS = 86_400_000;
/** A longer one is a slip of the keyboard. */
const LONGEST_MS = 5 * 366 * DAY_MS;

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const ISO_MONTH = /^(\d{4})-(\d\d)$/;
const DOTTED_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const daysBack: ReadonlyMap<string, number> = new Map([
  ['сегодня', 0],
  ['today', 0],
  ['вчера', 1],
  ['yesterday', 1],
  ['позавчера', 2],
]);

/** What a typed end of a period covers: a moment, or a day or a month from its first moment on. */
interface Covered {
  readonly from: number;
  /** The first moment behind it. */
  readonly to: number;
}

/** The period that was asked for. Days and months count whole, moments are exact; by default today. */
export function readPeriod(
  desk: Desk,
  typed: { readonly from: string | undefined; readonly to: string | undefined },
): { readonly from: number; readonly to: number } {
  const now = desk.clock.now();
  const begin = covered(desk, typed.from ?? 'today');
  const end = typed.to === undefined ? null : covered(desk, typed.to);
  const period = { from: begin.from, to: end?.to ?? Math.max(begin.from + 1, now + 1) };
  if (period.from > now) throw new UserError('period-future', { from: typed.from ?? '' });
  if (period.to <= period.from) {
    throw new UserError('period-backwards', { from: typed.from ?? '', to: typed.to ?? '' });
  }
  if (period.to - period.from > LONGEST_MS) throw new UserError('period-too-long', {});
  return period;
}

function covered(desk: Desk, text: string): Covered {
  const plain = text.normalize('NFC').trim().toLowerCase();
  const { timeZone } = desk.config;
  const now = desk.clock.now();
  const day = dayOf(plain, createZone(timeZone).partsAt(now));
  if (day) return { from: startOf(desk, day, text), to: startOf(desk, addDays(day, 1), text) };
  const [, year, month] = ISO_MONTH.exec(plain) ?? [];
  if (year !== undefined && month !== undefined) {
    const first = midnight(Number(year), Number(month), 1);
    const next = addDays(midnight(Number(year), Number(month) + 1, 1), 0);
    return { from: startOf(desk, first, text), to: startOf(desk, next, text) };
  }
  const at = parseMoment(text, { now, timeZone });
  if (at === null) throw new UserError('period-unknown', { text });
  return { from: at, to: at };
}

function dayOf(text: string, today: ZonedParts): ZonedParts | null {
  const back = daysBack.get(text);
  if (back !== undefined) return addDays({ ...today, hour: 0, minute: 0, second: 0 }, -back);
  const iso = ISO_DAY.exec(text);
  if (iso) return midnight(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = DOTTED_DAY.exec(text);
  return dotted ? midnight(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null;
}

function midnight(year: number, month: number, day: number): ZonedParts {
  return { year, month, day, hour: 0, minute: 0, second: 0 };
}

/** The first moment of a day by the desk's clock; where clocks change at midnight an hour later. */
function startOf({ config }: Desk, day: ZonedParts, text: string): number {
  const { instantOf } = createZone(config.timeZone);
  const real = addDays(day, 0);
  const isReal = real.month === day.month && real.day === day.day;
  const at = isReal ? (instantOf(day) ?? instantOf({ ...day, hour: 1 })) : null;
  if (at === null) throw new UserError('period-unknown', { text });
  return at;
}
