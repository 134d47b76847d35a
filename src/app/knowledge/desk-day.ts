import { dayIn } from '../../domain/desk-day.ts';
import type { Desk } from '../desk/desk.ts';

/** Today on the desk's clock, `2026-11-18`. */
export function deskDay({ clock, config }: Desk): string {
  return dayIn(config.timeZone, clock.now());
}
