import type { ShiftPlan } from '../../domain/shift/shift.ts';
import { UserError } from '../../util/user-error.ts';
import { addDays, createZone } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';
import { readInstant } from '../desk/read-moment.ts';

const CLOCK = /^(\d{1,2})[:.](\d{2})$/;
/** People come before their shift begins. */
const EARLY_MS = 4 * 3_600_000;

/**
 * A moment of a shift, epoch ms: `08:05` is the first one of this time from four hours before it
 * begins, so that `02:00` of a night lies after midnight; ISO with its offset is itself.
 */
export function momentIn(desk: Desk, { startsAt }: ShiftPlan, text: string): number {
  const [, hour = '', minute = ''] = CLOCK.exec(text.trim()) ?? [];
  if (hour === '') return readInstant(text);
  if (Number(hour) > 23 || Number(minute) > 59) throw new UserError('shift-time-unknown', { text });
  const zone = createZone(desk.config.timeZone);
  const earliest = startsAt - EARLY_MS;
  const parts = {
    ...zone.partsAt(earliest),
    hour: Number(hour),
    minute: Number(minute),
    second: 0,
  };
  const moments = [0, 1, 2].map((days) => zone.instantOf(addDays(parts, days), earliest));
  const found = moments.find((at) => at !== null && at >= earliest);
  if (found === undefined || found === null) throw new UserError('shift-time-unknown', { text });
  return found;
}
