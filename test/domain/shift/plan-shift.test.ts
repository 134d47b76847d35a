import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShiftHours } from '../../../src/domain/desk-config.ts';
import { dayIn } from '../../../src/domain/desk-day.ts';
import {
  kindOf,
  nextPlan,
  planAt,
  planOf,
  plansBetween,
  previousPlan,
  readKind,
} from '../../../src/domain/shift/plan-shift.ts';
import { readShiftId, shiftId, shiftRef } from '../../../src/domain/shift/shift-id.ts';
import { hour, minute } from '../../support/desk.ts';

const name = { ru: 'смена', en: 'shift' };
const hours = (from: number, to: number): ShiftHours => ({ name, from: from * 60, to: to * 60 });
const dayAndNight = [hours(8, 20), hours(20, 8)];
const moscow = { timeZone: 'Europe/Moscow', shifts: dayAndNight };
const berlin = { timeZone: 'Europe/Berlin', shifts: dayAndNight };

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();
const planned = (plan: { startsAt: number; endsAt: number }) => [
  iso(plan.startsAt),
  iso(plan.endsAt),
];

describe('the shift of a moment', () => {
  it('goes on over midnight and over the end of a month', () => {
    const plan = planAt(moscow, at('2026-11-30T23:30:00Z'));
    expect(plan.kind).toBe('20:00-08:00');
    expect(planned(plan)).toEqual(['2026-11-30T17:00:00.000Z', '2026-12-01T05:00:00.000Z']);
    expect(dayIn(moscow.timeZone, plan.startsAt)).toBe('2026-11-30');
  });

  it('begins with its first moment and ends before its last', () => {
    const start = at('2026-11-18T05:00:00Z');
    expect(planAt(moscow, start).kind).toBe('08:00-20:00');
    expect(planAt(moscow, start - 1).kind).toBe('20:00-08:00');
  });

  it('is an hour shorter or longer when clocks change, with no gap to the next one', () => {
    const spring = planAt(berlin, at('2026-03-29T01:30:00Z'));
    const autumn = planAt(berlin, at('2026-10-25T01:30:00Z'));
    const lengths = [spring, autumn].map(({ startsAt, endsAt }) => (endsAt - startsAt) / hour);
    expect(lengths).toEqual([11, 13]);
    expect(nextPlan(berlin, spring).startsAt).toBe(spring.endsAt);
    expect(nextPlan(berlin, autumn).startsAt).toBe(autumn.endsAt);
  });

  it('begins at the jump where clocks leave its hour out', () => {
    const desk = { timeZone: 'Europe/Berlin', shifts: [hours(2.5, 14.5), hours(14.5, 2.5)] };
    const plan = planAt(desk, at('2026-03-29T06:00:00Z'));
    expect(planned(plan)).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-29T12:30:00.000Z']);
    expect(previousPlan(desk, plan).endsAt).toBe(plan.startsAt);
  });

  it('is the one that began last of two that overlap', () => {
    const desk = { timeZone: 'UTC', shifts: [hours(8, 16), hours(12, 20), hours(20, 8)] };
    expect(planAt(desk, at('2026-11-18T13:00:00Z')).kind).toBe('12:00-20:00');
    expect(nextPlan(desk, planAt(desk, at('2026-11-18T09:00:00Z'))).kind).toBe('12:00-20:00');
  });

  it('goes on through the hours in which nobody works', () => {
    const desk = { timeZone: 'UTC', shifts: [hours(8, 20)] };
    expect(iso(planAt(desk, at('2026-11-19T03:00:00Z')).startsAt)).toBe('2026-11-18T08:00:00.000Z');
  });

  it('is the day where a desk names no hours', () => {
    const desk = { timeZone: 'Europe/Moscow', shifts: [] };
    const plan = planAt(desk, at('2026-11-18T21:30:00Z'));
    expect(plan.kind).toBe('00:00-24:00');
    expect(planned(plan)).toEqual(['2026-11-18T21:00:00.000Z', '2026-11-19T21:00:00.000Z']);
  });
});

describe('the name of a shift', () => {
  it('is read back as it was written, with its space and its line', () => {
    const known = { space: 'main', day: '2026-11-18', kind: '20:00-08:00', line: '2' };
    const id = shiftId(known);
    expect(readShiftId(id)).toEqual(known);
    expect(shiftRef(id)).toBe('2026-11-18/20:00-08:00/2');
  });

  it('says when the shift is, also for hours that the desk does not have', () => {
    const plan = planOf(moscow, { day: '2026-11-18', kind: '10:00-19:00', line: null });
    expect(plan && planned(plan)).toEqual(['2026-11-18T07:00:00.000Z', '2026-11-18T16:00:00.000Z']);
  });

  it.each([
    ['2026-02-30', '08:00-20:00'],
    ['2026-11-18', '25:00-20:00'],
    ['2026-11-18', '08:61-20:00'],
    ['2026-11-18', 'day'],
  ])('is none for %s %s', (day, kind) => {
    expect(planOf(moscow, { day, kind, line: null })).toBeNull();
  });

  it('keeps any hours', () => {
    const minutes = fc.nat(24 * 60 - 1);
    fc.assert(
      fc.property(minutes, minutes, (from, to) => {
        expect(readKind(kindOf({ from, to }))).toEqual({ from, to });
      }),
    );
  });
});

describe('the shifts of any desk', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Moscow', 'Europe/Berlin', 'Australia/Lord_Howe');
  const starts = fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 4 });
  const moments = fc.integer({ min: at('2026-01-01'), max: at('2027-12-31') });

  it('cover every moment once, follow one another, and are found by their names', () => {
    fc.assert(
      fc.property(zones, starts, moments, (timeZone, begins, moment) => {
        const sorted = begins.toSorted((a, b) => a - b);
        const shifts = sorted.map((from, n) => hours(from, sorted[(n + 1) % sorted.length] ?? 0));
        const desk = { timeZone, shifts };
        const plan = planAt(desk, moment);
        expect(plan.startsAt <= moment && moment < plan.endsAt).toBe(true);
        expect(nextPlan(desk, plan).startsAt).toBe(plan.endsAt);
        expect(previousPlan(desk, nextPlan(desk, plan))).toEqual(plan);
        const day = dayIn(timeZone, plan.startsAt);
        expect(planOf(desk, { day, kind: plan.kind, line: null })).toEqual(plan);
        expect(plansBetween(desk, plan.startsAt, plan.startsAt + minute)).toEqual([plan]);
      }),
      { numRuns: 200 },
    );
  });
});
