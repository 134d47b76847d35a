import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartsTexts } from '../../../src/i18n/charts-texts.ts';
import { type Chart, isEmptyChart } from '../../../src/report/chart/chart.ts';
import { numberText } from '../../../src/report/chart/chart-numbers.ts';
import { svgOf } from '../../../src/report/chart/svg-of.ts';
import { tableOf } from '../../../src/report/chart/table-of.ts';
import { elementsOf, markupProblems } from '../../support/markup.ts';
import { anyChart, anyOddChart } from './any-chart.ts';

const ru = chartsTexts('ru');

/** The numbers of each row of a chart, in the order of its table. */
function numbersOf(chart: Chart): readonly (readonly number[])[] {
  switch (chart.kind) {
    case 'rows':
      return chart.rows.map(({ value }) => [value]);
    case 'shares':
    case 'trend':
      return chart.rows.map(({ met, due }) => [met, due]);
    default:
      return chart.rows.map(({ values }) => values);
  }
}

/** The same numbers, read back from the marks of a picture. */
function drawnNumbers(chart: Chart): readonly (readonly number[])[] {
  const { markup } = svgOf(chart, ru);
  const marks = [...elementsOf(markup, 'rect'), ...elementsOf(markup, 'circle')];
  const drawn = marks.filter((mark) => mark.has('data-row'));
  return chart.rows.map((_, row) =>
    drawn
      .filter((mark) => mark.get('data-row') === String(row))
      .flatMap((mark) => [mark.get('data-value'), mark.get('data-met'), mark.get('data-due')])
      .filter((value) => value !== undefined)
      .map(Number),
  );
}

test('a picture and its table have the numbers of the chart', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const numbers = numbersOf(chart);
      const table = tableOf(chart, ru);
      const size = numbers[0]?.length ?? 0;
      expect(table.rows.map((row) => row.slice(1, 1 + size))).toEqual(
        numbers.map((row) => row.map((value) => numberText(value, ru))),
      );
      expect(table.rows.every(({ length }) => length === table.head.length)).toBe(true);
      fc.pre(!isEmptyChart(chart));
      expect(drawnNumbers(chart)).toEqual(numbers);
    }),
    { numRuns: 150 },
  );
});

test('whatever the data, a picture is sound markup with sound coordinates', () => {
  fc.assert(
    fc.property(anyOddChart, (chart) => {
      const { markup } = svgOf(chart, ru);
      expect(markupProblems(markup)).toEqual([]);
      expect(markup).not.toMatch(/NaN|Infinity|undefined|<script|<img|\u001b|\u202e/);
      const [svg] = elementsOf(markup, 'svg');
      expect(svg?.get('role')).toBe('img');
      for (const tag of ['rect', 'circle', 'text', 'line']) {
        for (const mark of elementsOf(markup, tag))
          expect(sizesOf(mark).every((n) => n >= 0)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

function sizesOf(mark: ReadonlyMap<string, string>): readonly number[] {
  return ['width', 'height', 'r'].flatMap((name) => Number(mark.get(name) ?? 0));
}
