import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenCalendar } from '../../src/domain/calendar.ts';
import { createWorkingTime, type Pause } from '../../src/domain/working-time.ts';
import { calendarOf, weekOf } from '../support/calendar.ts';

const HOUR = 60;
const around = weekOf(7, ['00:00', '24:00']);

function open(more: Partial<WrittenCalendar> = {}) {
  const time = createWorkingTime(calendarOf(more));
  const pause = ([from, to]: readonly [string, string | null]): Pause => {
    return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
  };
  return {
    due(start: string, minutes: number, ...pauses: (readonly [string, string | null])[]) {
      const at = time.deadlineOf(Date.parse(start), minutes, pauses.map(pause));
      return at === null ? null : new Date(at).toISOString().slice(0, 19);
    },
    elapsed(from: string, to: string, ...pauses: (readonly [string, string | null])[]) {
      return time.elapsed(Date.parse(from), Date.parse(to), pauses.map(pause));
    },
    left(start: string, minutes: number, asOf: string) {
      return time.remaining(Date.parse(start), minutes, Date.parse(asOf), []);
    },
  };
}

describe('a deadline', () => {
  const desk = open({ holidays: ['2026-06-12'] });

  it('passes over night, weekend and holiday', () => {
    expect(desk.due('2026-06-11T14:00:00Z', 2 * HOUR)).toBe('2026-06-15T07:00:00');
  });

  it('is closing time when the target is used up exactly then', () => {
    expect(desk.due('2026-06-10T14:00:00Z', HOUR)).toBe('2026-06-10T15:00:00');
    expect(desk.due('2026-06-10T14:00:00Z', 10 * HOUR)).toBe('2026-06-11T15:00:00');
  });

  it('is where a pause begins when the target is used up exactly there', () => {
    const pause = ['2026-06-10T08:00:00Z', '2026-06-10T09:00:00Z'] as const;
    expect(desk.due('2026-06-10T07:00:00Z', HOUR, pause)).toBe('2026-06-10T08:00:00');
    expect(desk.due('2026-06-10T07:00:00Z', HOUR + 1, pause)).toBe('2026-06-10T09:01:00');
  });

  it('is at once without a target', () => {
    expect(desk.due('2026-06-13T03:00:00Z', 0)).toBe('2026-06-13T03:00:00');
  });

  it('never comes in a pause without an end, or after more than a century', () => {
    const waiting = ['2026-06-10T08:00:00Z', null] as const;
    expect(desk.due('2026-06-10T07:00:00Z', HOUR, waiting)).toBe('2026-06-10T08:00:00');
    expect(desk.due('2026-06-10T07:00:00Z', HOUR + 1, waiting)).toBeNull();
    expect(desk.due('2026-06-10T07:00:00Z', 1e9)).toBeNull();
  });

  it('takes pauses in any order, over one another, backwards and outside of hours', () => {
    expect(
      desk.due(
        '2026-06-10T07:00:00Z',
        HOUR,
        ['2026-06-10T07:50:00Z', '2026-06-10T08:10:00Z'],
        ['2026-06-10T07:30:00Z', '2026-06-10T08:00:00Z'],
        ['2026-06-10T08:20:00Z', '2026-06-10T08:15:00Z'],
        ['2026-06-10T02:00:00Z', '2026-06-10T03:00:00Z'],
      ),
    ).toBe('2026-06-10T08:40:00');
  });
});

describe('dates with hours of their own', () => {
  const desk = open({
    holidays: ['2026-06-12', '2026-06-14'],
    overrides: {
      '2026-06-11': [['09:00', '17:00']],
      '2026-06-13': [['09:00', '15:00']],
      '2026-06-14': [['09:00', '15:00']],
      '2026-06-15': [],
    },
  });

  it('shorten the day before a holiday and move work to a Saturday', () => {
    expect(desk.due('2026-06-11T13:00:00Z', 90)).toBe('2026-06-13T06:30:00');
  });

  it('give way to a holiday, and close a Monday', () => {
    expect(desk.due('2026-06-13T11:30:00Z', HOUR)).toBe('2026-06-16T06:30:00');
  });
});

describe('hours of a day', () => {
  it('stand still over lunch', () => {
    const desk = open({ week: weekOf(5, ['09:00', '13:00'], ['14:00', '18:00']) });
    expect(desk.due('2026-04-14T09:30:00Z', HOUR)).toBe('2026-04-14T11:30:00');
    expect(desk.elapsed('2026-04-14T06:00:00Z', '2026-04-14T15:00:00Z')).toBe(8 * HOUR);
  });

  it('go on over midnight in a night shift of two intervals', () => {
    const desk = open({ week: weekOf(7, ['20:00', '24:00'], ['00:00', '08:00']) });
    expect(desk.due('2026-04-18T20:59:00Z', 2)).toBe('2026-04-18T21:01:00');
    expect(desk.due('2026-04-19T04:30:00Z', HOUR)).toBe('2026-04-19T17:30:00');
  });

  it('are counted by the second and told in whole minutes', () => {
    const desk = open();
    expect(desk.elapsed('2026-04-14T07:00:30Z', '2026-04-14T07:02:29Z')).toBe(1);
    expect(desk.due('2026-04-14T07:00:30Z', 2)).toBe('2026-04-14T07:02:30');
  });
});

describe('time left', () => {
  const desk = open();

  it('stands still before opening and is negative when late, in working minutes', () => {
    expect(desk.left('2026-04-14T03:00:00Z', HOUR, '2026-04-14T05:59:00Z')).toBe(HOUR);
    expect(desk.left('2026-04-14T14:00:00Z', HOUR, '2026-04-14T15:00:00Z')).toBe(0);
    expect(desk.left('2026-04-14T14:00:00Z', 30, '2026-04-15T07:00:00Z')).toBe(-90);
  });

  it('is the whole target before the beginning', () => {
    expect(desk.left('2026-04-14T14:00:00Z', 30, '2026-04-14T10:00:00Z')).toBe(30);
  });
});

describe('a clock change', () => {
  it('makes a day round the clock an hour shorter or longer', () => {
    const desk = open({ timeZone: 'Europe/Berlin', week: around });
    expect(desk.elapsed('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23 * HOUR);
    expect(desk.elapsed('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25 * HOUR);
  });

  it('counts a repeated hour twice and opens late in a skipped one', () => {
    const autumn = open({ timeZone: 'Europe/Berlin', week: { sun: [['00:00', '02:30']] } });
    expect(autumn.due('2026-10-24T22:00:00Z', 160)).toBe('2026-10-25T01:10:00');
    const spring = open({ timeZone: 'Europe/Berlin', week: { sun: [['02:30', '04:00']] } });
    expect(spring.due('2026-03-29T00:00:00Z', 10)).toBe('2026-03-29T01:10:00');
  });

  it('by half an hour at Lord Howe', () => {
    const desk = open({ timeZone: 'Australia/Lord_Howe', week: around });
    expect(desk.elapsed('2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z')).toBe(24.5 * HOUR);
    const night = open({ timeZone: 'Australia/Lord_Howe', week: { sun: [['01:00', '02:00']] } });
    expect(night.elapsed('2026-04-04T00:00:00Z', '2026-04-06T00:00:00Z')).toBe(90);
  });

  it('skips a whole date in Apia and repeats the end of one in St. John’s', () => {
    const apia = open({
      timeZone: 'Pacific/Apia',
      week: weekOf(7, ['09:00', '17:00']),
    });
    expect(apia.due('2011-12-30T02:00:00Z', 2 * HOUR)).toBe('2011-12-30T20:00:00');
    // At 00:01 on Sunday the clocks went back to 23:01 on Saturday.
    const late = open({ timeZone: 'America/St_Johns', week: { sat: [['23:00', '24:00']] } });
    expect(late.elapsed('2010-11-06T00:00:00Z', '2010-11-08T00:00:00Z')).toBe(119);
  });
});

describe('a desk that never closes', () => {
  const days = createWorkingTime(calendarOf({ timeZone: 'UTC', week: around }));
  const always = createWorkingTime('always');
  const moment = fc.integer({ min: 0, max: 4e10 }).map((ms) => Date.parse('2026-03-01') + ms);
  const pause = fc.record({ from: moment, to: fc.option(moment, { nil: null }) });

  it('is counted without a look at its days, and the same', () => {
    const story = [moment, moment, fc.nat(90_000), fc.array(pause, { maxLength: 4 })] as const;
    fc.assert(
      fc.property(...story, (start, asOf, minutes, pauses) => {
        expect(always.deadlineOf(start, minutes, pauses)).toBe(
          days.deadlineOf(start, minutes, pauses),
        );
        expect(always.remaining(start, minutes, asOf, pauses)).toBe(
          days.remaining(start, minutes, asOf, pauses),
        );
      }),
    );
  });
});
