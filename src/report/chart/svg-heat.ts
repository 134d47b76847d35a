import { scaleBand } from 'd3-scale';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { html } from '../../util/html.ts';
import type { HeatChart } from './chart.ts';
import { largest, numberText, sizeOf } from './chart-numbers.ts';
import { at, axisLabels, type Drawing, dataOf, ink, namesOf, svgText, WIDTH } from './svg-frame.ts';

const ROW = 22;
const TOP = 18;
/** The faintest cell that had anything. */
const FAINTEST = 0.14;
/** One that had nothing. */
const NOTHING = 0.04;

/** A field of cells, the more the denser; the last line tells what the densest means. */
export function svgHeat(chart: HeatChart, texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  const { rows, columns } = chart;
  const { names, width: left } = namesOf(rows.map(({ label }) => label));
  const x = scaleBand<number>().domain(columns.keys()).range([left, WIDTH]).paddingInner(0.06);
  const most = largest(rows.flatMap(({ values }) => values));
  const wide = at(x.bandwidth());
  const cells = rows.flatMap(({ values }, row) =>
    columns.map((_, column) => {
      const value = values[column] ?? 0;
      const share = sizeOf(value) / most;
      const opacity = share === 0 ? NOTHING : FAINTEST + (1 - FAINTEST) * share;
      return html`<rect x="${at(x(column) ?? 0)}" y="${TOP + row * ROW}" width="${wide}" height="${ROW - 2}" fill-opacity="${Math.round(opacity * 100) / 100}" data-row="${row}" data-column="${column}" data-value="${dataOf(value)}"/>\n`;
    }),
  );
  const middles = columns.map((label, column) => ({ label, x: (x(column) ?? 0) + wide / 2 }));
  const heads = axisLabels(middles, { y: 12, room: WIDTH - left, fill: ink.quiet });
  const labels = names.map((name, row) =>
    svgText(name, { x: left - 8, y: TOP + row * ROW + 15, anchor: 'end' }),
  );
  const below = TOP + rows.length * ROW + 6;
  const ramp = [0, 1, 2, 3].map((step) => {
    const opacity = FAINTEST + ((1 - FAINTEST) * step) / 3;
    return html`<rect x="${at(left + step * 14)}" y="${below}" width="12" height="12" fill-opacity="${Math.round(opacity * 100) / 100}"/>\n`;
  });
  const legend = svgText(fill(texts.most, { n: numberText(most, texts) }), {
    x: left + 62,
    y: below + 10,
  });
  const field = html`<g fill="${ink.first}">\n${cells}${ramp}</g>\n`;
  return { height: below + 16, body: [...heads, ...labels, field, legend] };
}
