import type { Desk } from '../app/desk/desk.ts';
import { zonedParts } from '../util/zoned-time.ts';

/** The time of day where somebody is, `03:15`; where nothing is known, by the desk's clock. */
export function localTime(
  desk: Desk,
  { timeZone }: { readonly timeZone?: string | null | undefined },
  at: number,
): string {
  const { hour, minute } = zonedParts(at, timeZone ?? desk.config.timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(hour)}:${two(minute)}`;
}
