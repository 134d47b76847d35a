import type { Paths } from '../../config/paths.ts';
import type { Clock } from '../../util/clock.ts';
import { addDays, zonedParts } from '../../util/zoned-time.ts';
import { readDeskConfig } from '../desk/read-desk-config.ts';

/** The calendar day at the desk, `2026-11-18`, without opening its store. */
export async function dayAtDesk(paths: Paths, clock: Clock, daysLater = 0): Promise<string> {
  const { timeZone } = await readDeskConfig(paths);
  const { year, month, day } = addDays(zonedParts(clock.now(), timeZone), daysLater);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
