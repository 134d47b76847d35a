import { fromZoned } from '../util/zoned-time.ts';

const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)/;

/** A time without an offset is read on the clock of the zone; null for what is no time. */
export function instantOf(text: string, timeZone: string): number | null {
  if (!isDate(text)) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  const local = LOCAL_TIME.exec(text);
  if (!local) return at;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = local
    .slice(1)
    .map((part = '0') => Number(part));
  return fromZoned({ year, month, day, hour, minute, second }, timeZone);
}

/** Whether a text begins with a day that there is: `Date.parse` takes 30 February for 2 March. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    month !== '' && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
  );
}
