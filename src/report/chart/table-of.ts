import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import type { Chart, SharesChart, TrendChart } from './chart.ts';
import { numberText, percentOf, percentText } from './chart-numbers.ts';

/** A chart in words and numbers: the first cell of each row is its name. */
export interface ChartTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table twin of a chart: the same data for whoever cannot see a drawing, or wants the numbers. */
export function tableOf(chart: Chart, texts: ChartsTexts): ChartTable {
  const { title, heading } = chart;
  const number = (value: number) => numberText(value, texts);
  switch (chart.kind) {
    case 'bars': {
      const rows = chart.rows.map(({ label, values }) => [label, ...values.map(number)]);
      return { title, head: [heading, ...chart.series], rows };
    }
    case 'rows': {
      const { measure, noteHeading: note } = chart;
      const head = [heading, measure, ...(note === null ? [] : [note])];
      const rows = chart.rows.map((row) => [
        row.label,
        number(row.value),
        ...(note === null ? [] : [row.note]),
      ]);
      return { title, head, rows };
    }
    case 'heat': {
      const rows = chart.rows.map(({ label, values }) => [label, ...values.map(number)]);
      return { title, head: [heading, ...chart.columns], rows };
    }
    default:
      return sharesTable(chart, texts);
  }
}

function sharesTable(chart: SharesChart | TrendChart, texts: ChartsTexts): ChartTable {
  const { met, due, share } = texts.columns;
  const rows = chart.rows.map((row) => [
    row.label,
    numberText(row.met, texts),
    numberText(row.due, texts),
    percentText(percentOf(row), texts),
  ]);
  return { title: chart.title, head: [chart.heading, met, due, share], rows };
}
