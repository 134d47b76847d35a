import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChartCounter } from '../../../src/app/figure/chart-data.ts';
import { earlierStretches } from '../../../src/app/figure/earlier-stretches.ts';
import { measure } from '../../../src/app/figure/measure.ts';
import { ticketsBehind } from '../../../src/app/figure/tickets-behind.ts';
import type { FigureCode, FigurePeriod } from '../../../src/domain/figure/figure.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { dayShift, keepEvents, Life, shiftStart } from '../../support/figures.ts';

describe('the figures of a desk', () => {
  let anya: TestDesk;
  const keeps = (...lives: readonly Life[]) => {
    for (const { events } of lives) keepEvents(anya.desk.store.sql, events);
  };
  const one = (code: FigureCode, period: FigurePeriod = dayShift, of: string | null = null) =>
    measure(anya.desk, period, { codes: [code], compareKind: 'shift' }).find((f) => f.of === of);

  beforeEach(async () => {
    anya = await openTestDesk();
    anya.clock.set(shiftStart + 12 * hour);
  });
  afterEach(() => anya.close());

  it('of an empty shift are none, and those without data are left out', () => {
    const figures = measure(anya.desk, dayShift);
    expect(figures.find(({ code }) => code === 'sla-met')).toMatchObject({
      ...{ numerator: 0, denominator: 0, percent: null, interval: null },
    });
    const codes = new Set(figures.map(({ code }) => code));
    expect([codes.has('requests'), codes.has('csat'), codes.has('alerts-per-person')]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('are of what work makes of tickets, before and after it is taken back', () => {
    const id = anya.registers('Почта');
    const period = { ...dayShift, to: anya.clock.now() + hour };
    anya.does(id, { type: 'resolve', solution: 'Пароль сброшен.' });
    expect(one('resolved', period)?.numerator).toBe(1);
    anya.desk.tickets.erase(id);
    expect(one('resolved', period)?.numerator).toBe(0);
  });

  it('count the words of people only', () => {
    const { id } = anya.person('bot', { role: 'connector' });
    keeps(new Life('a', '9:00').hears('9:00').says('9:01', id).says('9:40'));
    expect(one('first-response')?.duration?.values).toEqual([40 * minute]);
    expect(one('load')).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('are compared with the same shift of the weeks before', () => {
    for (const week of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const at = shiftStart - week * 7 * day + hour;
      // One more each week back; this week nine.
      const n = week === 0 ? 9 : week;
      keeps(...Array.from({ length: n }, (_, index) => new Life(`w${week}-${index}`, at)));
    }
    // 1 … 8 in the eight weeks before: p10 the first, p90 the eighth; nine is above.
    expect(one('requests')?.before).toEqual({ low: 1, median: 4, high: 8, n: 8 });
    expect(one('requests')?.trend).toBeNull();
    // The open ones have only grown: week by week they lie below what is open now.
    expect(one('backlog')?.trend).toBe('worse');
  });

  it('are worse only where a share surely differs from what was usual', () => {
    const shares = (week: number, solved: number) => {
      const at = shiftStart - week * 7 * day + hour;
      const lives = Array.from({ length: 10 }, (_, index) => new Life(`${week}-${index}`, at));
      keeps(...lives.map((life, index) => (index < solved ? life.becomes(at, 'closed') : life)));
    };
    for (const week of [1, 2, 3, 4, 5]) shares(week, 9);
    // 90 % week by week. 8 of 10 may be 49 to 94 %; 8 of 20 is surely less.
    shares(0, 8);
    expect(one('resolved-share')).toMatchObject({ percent: 80, trend: 'same' });
    expect(one('resolved-share')?.before?.low).toBe(90);
    keeps(...Array.from({ length: 10 }, (_, n) => new Life(`more-${n}`, shiftStart + hour)));
    expect(one('resolved-share')).toMatchObject({ percent: 40, trend: 'worse' });
  });

  it('have no band before there was any ticket', () => {
    keeps(new Life('a', shiftStart - 15 * day), new Life('b', shiftStart + hour));
    expect(one('requests')?.before).toBeNull();
  });

  it('are marked where a return may still change them', () => {
    keeps(new Life('a', '9:00').becomes('10:00', 'resolved'));
    expect([one('returned')?.isIncomplete, one('resolved')?.isIncomplete]).toEqual([true, false]);
    anya.clock.forward(8 * day);
    expect(one('returned')?.isIncomplete).toBe(false);
  });

  it('lead to the tickets behind them', () => {
    keeps(
      new Life('a', '9:00').becomes('10:00', 'resolved').comesBack('11:00'),
      new Life('b', '9:05').becomes('10:00', 'resolved'),
    );
    const behind = ticketsBehind(anya.desk, { code: 'returned', of: null }, dayShift);
    expect(behind).toEqual({ numerator: ['a'], denominator: ['a', 'b'] });
    const chats = ticketsBehind(anya.desk, { code: 'requests', of: 'chat' }, dayShift);
    expect(chats).toEqual({ numerator: [], denominator: [] });
  });

  it('go back by the clock on the wall when the clocks have changed', () => {
    // In Berlin the clocks went back on 25 October 2026.
    const desk = { ...anya.desk, config: { ...anya.desk.config, timeZone: 'Europe/Berlin' } };
    keeps(new Life('a', shiftStart - 300 * day));
    const from = Date.parse('2026-10-28T07:00:00Z');
    const [before] = earlierStretches(desk, { ...dayShift, from, to: from + 12 * hour });
    expect(new Date(before?.from ?? 0).toISOString()).toBe('2026-10-21T06:00:00.000Z');
  });

  it('are drawn for a line by what came to it and what it solved', () => {
    keeps(
      new Life('a', '8:10').becomes('9:30', 'resolved'),
      new Life('b', '8:20').moves('8:40', '1', '2').becomes('9:50', 'resolved'),
      new Life('c', '8:30', { isAutomatic: true }).becomes('9:10', 'resolved'),
    );
    const second = { ...dayShift, line: '2' };
    const drawn = new ChartCounter(anya.desk, second);
    measure(anya.desk, second, { codes: [], beside: [drawn] });
    const { flow, heat } = drawn.charts();
    expect(flow.slice(0, 2)).toMatchObject([
      { incoming: 1, solved: 0 },
      { incoming: 0, solved: 1 },
    ]);
    // Whoever wrote by a machine came to nobody.
    expect(heat.filter(({ n }) => n > 0)).toEqual([{ weekday: 2, hour: 8, n: 2 }]);
  });

  it('are drawn: hour by hour, by age, by weekday', () => {
    keeps(
      new Life('a', '8:10').becomes('9:30', 'resolved'),
      new Life('b', '9:40'),
      new Life('c', shiftStart - 4 * day),
    );
    const drawn = new ChartCounter(anya.desk, dayShift);
    measure(anya.desk, dayShift, { codes: [], beside: [drawn] });
    const charts = drawn.charts();
    expect(charts.flow.slice(0, 2)).toEqual([
      { at: shiftStart, incoming: 1, solved: 0 },
      { at: shiftStart + hour, incoming: 1, solved: 1 },
    ]);
    expect(charts.flow).toHaveLength(12);
    // At 20:00 b is ten hours old, c four days.
    expect(charts.ages.filter(({ n }) => n > 0)).toEqual([
      { code: '1d', n: 1 },
      { code: '7d', n: 1 },
    ]);
    expect(charts.heat.filter(({ n }) => n > 0)).toEqual([
      { weekday: 2, hour: 8, n: 1 },
      { weekday: 2, hour: 9, n: 1 },
      { weekday: 5, hour: 8, n: 1 },
    ]);
    expect(charts.trend.at(-1)).toEqual({ at: shiftStart - 8 * hour, met: 1, due: 1 });
  });
});
