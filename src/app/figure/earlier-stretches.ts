import type { FigurePeriod } from '../../domain/figure/figure.ts';
import { StoryReader } from '../../store/figure/story-reader.ts';
import { addDays, createZone } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

/** So many weeks are looked back. */
const WEEKS = 8;
const DAY_MS = 86_400_000;

/**
 * The stretches a period is compared with: the same hours of the same weekdays by the desk's clock,
 * one to eight weeks before, or as many whole weeks apart as the period is long. Stretches that begin
 * before there was any ticket are left out.
 */
export function earlierStretches(
  { config, store }: Desk,
  period: FigurePeriod,
): readonly FigurePeriod[] {
  const firstAt = new StoryReader(store.sql).firstAt();
  const { partsAt, instantOf } = createZone(config.timeZone);
  const apart = Math.max(1, Math.ceil((period.to - period.from) / (7 * DAY_MS))) * 7;
  const before = (at: number, days: number) => {
    const whole = Math.floor(at / 1000) * 1000;
    // A time that the clocks skipped that day: as far from the present as on the calendar.
    const then = instantOf(addDays(partsAt(whole), -days)) ?? whole - days * DAY_MS;
    return then + (at - whole);
  };
  return Array.from({ length: WEEKS }, (_, index) => ({
    ...period,
    from: before(period.from, apart * (index + 1)),
    to: before(period.to, apart * (index + 1)),
  })).filter(({ from }) => firstAt !== null && from >= firstAt);
}
