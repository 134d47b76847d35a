import { describe, expect, test } from 'vitest';
import { chartsTexts } from '../../../src/i18n/charts-texts.ts';
import { describeChart } from '../../../src/report/chart/describe-chart.ts';
import {
  agesChart,
  deadlinesChart,
  flowChart,
  heatChart,
  providersChart,
  trendChart,
} from '../../../src/report/chart/report-charts.ts';
import { svgOf } from '../../../src/report/chart/svg-of.ts';
import { tableOf } from '../../../src/report/chart/table-of.ts';
import { elementsOf } from '../../support/markup.ts';

const HOUR = 3_600_000;
const ru = chartsTexts('ru');
const en = chartsTexts('en');

describe('the charts of a report', () => {
  test('hours are those of the clock on the wall, also when it goes back', () => {
    const start = Date.parse('2026-10-25T00:00:00+02:00');
    const flow = [0, 1, 2, 3, 4].map((n) => ({ at: start + n * HOUR, incoming: n, solved: 0 }));
    const { rows } = flowChart(flow, 'Europe/Berlin', en);
    expect(rows.map(({ label }) => label)).toEqual(['00', '01', '02', '02', '03']);
  });

  test('a backlog is told in words', () => {
    const chart = agesChart(
      [
        { code: '4h', n: 19 },
        { code: 'older', n: 2 },
      ],
      ru,
    );
    expect(describeChart(chart, ru)).toBe('Полос: 2: до 4 ч 19; старше 2.');
    expect(tableOf(chart, ru)).toEqual({
      title: 'Открытые обращения по возрасту',
      head: ['возраст', 'обращений'],
      rows: [
        ['до 4 ч', '19'],
        ['старше', '2'],
      ],
    });
  });

  test('a table of shares gives counts beside each share, and no share of too few', () => {
    const due = [
      { of: 'reply', met: 44, due: 47 },
      { of: 'update', met: 2, due: 3 },
      { of: 'accept', met: 0, due: 0 },
    ];
    const chart = deadlinesChart(due, (of) => of, en);
    expect(tableOf(chart, en).rows).toEqual([
      ['reply', '44', '47', '93.6%'],
      ['update', '2', '3', '—'],
      ['accept', '0', '0', '—'],
    ]);
  });

  test('an hour that nobody wrote in has a zero', () => {
    const chart = heatChart([{ weekday: 6, hour: 23, n: 4 }], ru);
    expect(chart.rows).toHaveLength(7);
    expect(chart.rows[6]?.values).toEqual([...Array(23).fill(0), 4]);
    expect(describeChart(chart, ru)).toBe('Строк: 7, столбцов: 24; больше всего 4: вс 23.');
  });

  test('a trend has lines at both targets', () => {
    const trend = [
      { at: Date.parse('2026-11-01T21:00:00Z'), met: 90, due: 100 },
      { at: Date.parse('2026-11-08T21:00:00Z'), met: 99, due: 100 },
    ];
    const chart = trendChart(trend, 'Europe/Moscow', ru);
    expect(chart.rows.map(({ label }) => label)).toEqual(['02.11', '09.11']);
    const { markup } = svgOf(chart, ru);
    const dashed = elementsOf(markup, 'line').filter((line) => line.has('stroke-dasharray'));
    expect(dashed).toHaveLength(2);
    expect(markup).toContain('>95\u00a0%</text>');
    expect(markup).toContain('>97,5\u00a0%</text>');
  });

  test('a provider with few outages is compared with nobody', () => {
    const vector = Array.from({ length: 5 }, () => ({ provider: 'Вектор', minutes: 150 }));
    const chart = providersChart(
      [...vector, { provider: 'Луч', minutes: 60 }, { provider: null, minutes: 5 }],
      ru,
    );
    expect(tableOf(chart, ru).rows).toEqual([
      ['Вектор', '150', 'аварий: 5'],
      ['Луч', '60', 'аварий: 1, мало для сравнения'],
    ]);
  });
});
