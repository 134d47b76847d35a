import { zonedParts } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

/** Today on the desk's clock, `2026-11-18`. */
export function deskDay(desk: Desk): string {
  const { year, month, day } = zonedParts(desk.clock.now(), desk.config.timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
