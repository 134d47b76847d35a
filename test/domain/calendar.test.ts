import { describe, expect, it } from 'vitest';
import { readCalendar, type WrittenCalendar } from '../../src/domain/calendar.ts';

const written: WrittenCalendar = {
  timeZone: 'Europe/Moscow',
  week: { mon: [['09:00', '18:00']] },
  holidays: [],
  overrides: {},
};

/** What is said about a calendar, `week.mon.0 end-before-start`. */
function told(more: Partial<WrittenCalendar>): string[] {
  const read = readCalendar({ ...written, ...more });
  return read.ok ? [] : read.problem.map(({ code, path }) => `${path.join('.')} ${code}`);
}

describe('a calendar', () => {
  it('has its intervals in order, however they were written', () => {
    const week = { fri: [['14:00', '24:00'] as const, ['00:00', '13:00'] as const] };
    const read = readCalendar({ ...written, week });
    const hour = 3_600_000;
    expect(read.ok && read.value.week[4]).toEqual([
      { from: 0, to: 13 * hour },
      { from: 14 * hour, to: 24 * hour },
    ]);
  });

  it('lets a shift go on where another one ends', () => {
    const mon = [['09:00', '13:00'] as const, ['13:00', '18:00'] as const];
    expect(told({ week: { mon } })).toEqual([]);
  });

  it.each([
    ['09:00', '00:00', 'week.mon.0 end-at-midnight'],
    ['20:00', '08:00', 'week.mon.0 end-before-start'],
    ['09:00', '09:00', 'week.mon.0 interval-empty'],
    ['00:00', '00:00', 'week.mon.0 interval-empty'],
    ['9:00', '18:00', 'week.mon.0.0 no-clock-time'],
    ['24:00', '24:00', 'week.mon.0.0 no-clock-time'],
    ['09:00', '24:01', 'week.mon.0.1 no-clock-time'],
  ])('is refused when a day is open %s–%s', (from, to, problem) => {
    expect(told({ week: { mon: [[from, to]] } })).toEqual([problem]);
  });

  it('is refused without any hours, also with days that have none', () => {
    expect(told({ week: {} })).toEqual(['week no-hours']);
    expect(told({ week: { mon: [], tue: [] } })).toEqual(['week no-hours']);
  });

  it.each(['', 'Moscow', '+03:00'])('is refused in the zone “%s”', (timeZone) => {
    expect(told({ timeZone })).toEqual(['timeZone zone-unknown']);
  });

  it('tells everything that is wrong at once', () => {
    expect(
      told({
        timeZone: 'Europe/Nowhere',
        week: { mon: [['12:00', '18:00'] as const, ['09:00', '12:01'] as const], monday: [] },
        holidays: ['2026-05-01', '2026-02-30'],
        overrides: { '2026-06-13': [['10:00', '10:00']], '13.06.2026': [] },
      }),
    ).toEqual([
      'timeZone zone-unknown',
      'week.monday weekday-unknown',
      'week.mon.0 intervals-overlap',
      'overrides.2026-06-13.0 interval-empty',
      'overrides.13.06.2026 no-date',
      'holidays.1 no-date',
    ]);
  });
});
