import { addDays, fromZoned } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

/** Days by the desk's calendar, `2026-11-18`, both counted in; null does not narrow. */
export interface DayPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** The first moment of a period and the first after it, epoch ms. */
export function momentsOf(desk: Desk, { from, to }: DayPeriod) {
  return {
    from: from === null ? null : startOfDay(desk, from, 0),
    before: to === null ? null : startOfDay(desk, to, 1),
  };
}

/** The days of a month, `2026-11`. */
export function monthPeriod(month: string): DayPeriod {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** The first moment of a day; where clocks change at midnight, of its first hour that exists. */
function startOfDay({ config }: Desk, text: string, after: number): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const midnight = addDays({ year, month, day, hour: 0, minute: 0, second: 0 }, after);
  const { timeZone } = config;
  return fromZoned(midnight, timeZone) ?? fromZoned({ ...midnight, hour: 1 }, timeZone) ?? 0;
}
