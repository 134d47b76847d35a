import { scaleLinear } from 'd3-scale';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { html } from '../../util/html.ts';
import type { RowsChart } from './chart.ts';
import { largest, numberText, sizeOf } from './chart-numbers.ts';
import { at, type Drawing, dataOf, ink, namesOf, svgText, WIDTH } from './svg-frame.ts';

const ROW = 24;

/** Lying bars with the name before and the number behind. */
export function svgRows(chart: RowsChart, texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  const { rows } = chart;
  const { names, width: left } = namesOf(rows.map(({ label }) => label));
  const behind = namesOf(rows.map(({ note }) => note)).width + 60;
  const x = scaleLinear()
    .domain([0, largest(rows.map(({ value }) => value))])
    .range([0, WIDTH - left - behind]);
  const body = rows.flatMap(({ value, note }, row) => {
    const top = row * ROW;
    const length = x(sizeOf(value));
    const number = numberText(value, texts);
    return [
      svgText(names[row] ?? '', { x: left - 8, y: top + 16, anchor: 'end' }),
      html`<rect x="${at(left)}" y="${top + 4}" width="${at(length)}" height="16" fill="${ink.first}" data-row="${row}" data-value="${dataOf(value)}"/>\n`,
      svgText(note === '' ? number : `${number} · ${note}`, { x: left + length + 6, y: top + 16 }),
    ];
  });
  return { height: rows.length * ROW, body };
}
