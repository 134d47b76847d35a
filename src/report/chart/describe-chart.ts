import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { type Chart, type HeatChart, isEmptyChart, type ShareRow } from './chart.ts';
import { kOfN, numberText, percentOf, percentText, sizeOf } from './chart-numbers.ts';

/** More values than this are not said one by one. */
const SAID = 8;

/** What a chart shows in a sentence or two, for whoever hears the page. */
export function describeChart(chart: Chart, texts: ChartsTexts): string {
  const { spoken } = texts;
  if (isEmptyChart(chart)) return spoken.empty;
  const rows = chart.rows.length;
  switch (chart.kind) {
    case 'bars': {
      const totals = chart.series.map((series, at) => {
        const total = chart.rows.reduce((sum, { values }) => sum + sizeOf(values[at] ?? 0), 0);
        return `${series} ${numberText(total, texts)}`;
      });
      return fill(spoken.bars, { rows, totals: totals.join(', ') });
    }
    case 'rows': {
      const values = chart.rows.map(({ label, value }) => `${label} ${numberText(value, texts)}`);
      return fill(spoken.rows, { rows, values: listed(values) });
    }
    case 'shares':
      return fill(spoken.rows, { rows, values: listed(chart.rows.map((row) => said(row, texts))) });
    case 'heat':
      return describeHeat(chart, texts);
    default: {
      const [first, last] = [chart.rows[0], chart.rows.at(-1)];
      const value = last ? said(last, texts) : texts.none;
      const ends = { first: first?.label ?? '', last: last?.label ?? '' };
      return fill(spoken.trend, { rows, ...ends, value });
    }
  }
}

function describeHeat({ rows, columns }: HeatChart, texts: ChartsTexts): string {
  const cells = rows.flatMap(({ label, values }) =>
    values.map((value, at) => ({ row: label, column: columns[at] ?? '', value: sizeOf(value) })),
  );
  const most = cells.reduce((best, cell) => (cell.value > best.value ? cell : best));
  return fill(texts.spoken.heat, {
    rows: rows.length,
    columns: columns.length,
    most: numberText(most.value, texts),
    row: most.row,
    column: most.column,
  });
}

function said(row: ShareRow, texts: ChartsTexts): string {
  const percent = percentOf(row);
  const share = percent === null ? '' : ` (${percentText(percent, texts)})`;
  return `${row.label} ${kOfN(row, texts)}${share}`;
}

function listed(values: readonly string[]): string {
  const rest = values.length > SAID ? ', …' : '';
  return values.slice(0, SAID).join('; ') + rest;
}
