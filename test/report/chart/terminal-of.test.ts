import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartsTexts } from '../../../src/i18n/charts-texts.ts';
import type { Chart, ShareRow } from '../../../src/report/chart/chart.ts';
import { chartText } from '../../../src/report/chart/chart-line.ts';
import { terminalOf } from '../../../src/report/chart/terminal-of.ts';
import { textWidth } from '../../../src/util/text-width.ts';
import { anyOddChart } from './any-chart.ts';

const ru = chartsTexts('ru');
const en = chartsTexts('en');

const flow: Chart = {
  kind: 'bars',
  title: 'Поступило и решено',
  heading: 'час',
  series: ['поступило', 'решено'],
  rows: [3, 0, 8, 4].map((n, hour) => ({ label: `1${hour}`, values: [n, n / 2] })),
};
const ages: Chart = {
  kind: 'rows',
  title: 'Открытые',
  heading: 'возраст',
  measure: 'обращений',
  noteHeading: null,
  rows: [
    { label: 'до 4 ч', value: 16, note: '' },
    { label: 'до суток', value: 5, note: '' },
    { label: 'старше', value: 0, note: '' },
  ],
};
const shares = (rows: readonly ShareRow[]): Chart => {
  return { kind: 'shares', title: 'Сроки', heading: 'что', targets: [95, 97.5], rows };
};
const weeks: Chart = {
  kind: 'trend',
  title: 'Сроки по неделям',
  heading: 'с',
  targets: [95, 97.5],
  rows: [90, 99, 93].map((met, week) => ({ label: `0${week + 1}.11`, met, due: 100 })),
};

function drawn(chart: Chart, columns = 60, isAscii = false): string {
  return chartText(terminalOf(chart, { columns, isAscii, texts: isAscii ? en : ru }));
}

describe('a chart in a terminal', () => {
  test('bars by hour stand to one scale, with their total behind', () => {
    expect(drawn(flow, 40)).toBe(
      ['поступило 10 ▃▃    ██ ▄▄  13  всего 15', 'решено    10 ▂▂    ▄▄ ▂▂  13  всего 7,5'].join(
        '\n',
      ),
    );
  });

  test('more hours than cells are counted together', () => {
    const rows = Array.from({ length: 168 }, () => ({ label: '00', values: [1, 1] }));
    const [line] = drawn({ ...flow, rows }, 60).split('\n');
    expect(line).toMatch(/^поступило 00 █+\S* 00 {2}всего 168$/);
  });

  test('a backlog by age has numbers beside the bars, and no bar for nothing', () => {
    expect(drawn(ages, 30).split('\n')).toEqual(
      ['до 4 ч   16 ████████████████', 'до суток  5 █████▏', 'старше    0'].map((line) =>
        expect.stringContaining(line.trim().slice(0, 12)),
      ),
    );
    expect(drawn(ages, 30).split('\n')[2]).toBe('старше    0');
  });

  test('a share says by a sign and in words where it is against its targets', () => {
    const lines = drawn(
      shares([
        { label: 'ответ', met: 44, due: 47 },
        { label: 'решение', met: 38, due: 39 },
        { label: 'новости', met: 120, due: 120 },
      ]),
      80,
    ).split('\n');
    expect(lines[0]).toMatch(/^ответ +44 из 47 +93,6\u00a0% .*▲ ниже 95\u00a0%$/);
    expect(lines[1]).toMatch(/97,4\u00a0% .*✓ не ниже 95\u00a0%$/);
    expect(lines[2]).toMatch(/100\u00a0% .*✓ не ниже 97,5\u00a0%$/);
  });

  test('of fewer than five there are counts only, of none not even a zero', () => {
    const text = drawn(
      shares([
        { label: 'ответ', met: 2, due: 3 },
        { label: 'решение', met: 0, due: 0 },
        { label: 'новости', met: 9, due: 9 },
      ]),
      80,
    );
    expect(text.split('\n').slice(0, 2)).toEqual([
      'ответ    2 из 3      —',
      'решение  0 из 0      —',
    ]);
  });

  test('where words have no room the sign stays', () => {
    expect(drawn(shares([{ label: 'ответ', met: 44, due: 47 }]), 30)).toBe(
      'ответ  44 из 47  93,6\u00a0%  ▲',
    );
  });

  test('a trend tells its last point in words', () => {
    expect(drawn(weeks, 40).split('\n')).toEqual([
      expect.stringMatching(/^01\.11 .+ 03\.11$/),
      '03.11: 93 из 100  93\u00a0%  ▲ ниже 95\u00a0%',
    ]);
  });

  test('a tall trend has lines at its targets', () => {
    const lines = terminalOf(weeks, { columns: 40, isAscii: false, height: 5, texts: ru });
    const text = chartText(lines);
    expect(text).toMatch(/97,5 ┈/);
    expect(text).toMatch(/ 95 ┈/);
  });

  test('nothing to draw is said in words', () => {
    expect(drawn(shares([]))).toBe('показать нечего');
    expect(drawn({ ...flow, rows: [{ label: '08', values: [0, 0] }] })).toBe('показать нечего');
  });

  test('a digit of a heat map is read once, however wide its cell', () => {
    const columns = ['00', '01', '02'];
    const rows = [{ label: 'пн', values: [0, 3, 9] }];
    const heat: Chart = { kind: 'heat', title: '', heading: '', columns, rows };
    expect(drawn(heat, 40, true)).toBe('   00 01 02\nпн .  3  9\n   1..9 up to 9');
    expect(drawn(heat, 40)).toBe('   00 01 02\nпн ···▒▒▒███\n   ░▒▓█ до 9');
  });

  test('in ASCII there are signs and digits only', () => {
    const charts: Chart[] = [
      { ...flow, series: ['in', 'out'] },
      { ...ages, rows: [{ label: 'under 4 h', value: 7, note: '' }] },
      shares([{ label: 'answer', met: 44, due: 47 }]),
      {
        kind: 'heat',
        title: '',
        heading: '',
        columns: ['0', '1'],
        rows: [{ label: 'Mon', values: [0, 9] }],
      },
      weeks,
    ];
    for (const chart of charts) {
      for (const height of [1, 5]) {
        const lines = terminalOf(chart, { columns: 80, isAscii: true, height, texts: en });
        expect(chartText(lines)).toMatch(/^[\x20-\x7e\n]*$/);
      }
    }
  });

  test('whatever the data, no row is wider than the terminal and nothing reaches it raw', () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 10, max: 200 }),
      height: fc.integer({ min: 1, max: 6 }),
      isAscii: fc.boolean(),
    });
    fc.assert(
      fc.property(anyOddChart, sizes, (chart, size) => {
        const lines = terminalOf(chart, { ...size, texts: ru });
        for (const line of lines) {
          const text = line.map((part) => part.text).join('');
          expect(textWidth(text)).toBeLessThanOrEqual(size.columns);
          expect(text).not.toMatch(/NaN|Infinity|undefined|[\u0000-\u001f\u202e]/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
