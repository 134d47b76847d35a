import { zonedParts } from '../util/zoned-time.ts';

/** The day of an instant by the clocks of a zone, `2026-11-18`. */
export function dayIn(timeZone: string, at: number): string {
  const { year, month, day } = zonedParts(at, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
